import assert from 'node:assert/strict';
import test from 'node:test';
import { Happenings, detail, spans, summary } from '../../main/resources/org/steward/web/ui/history.js';

test('each change ends the stretch before it, and the last goes on', () => {
  const events = [{ at: 1000, to: 'STARTING' }, { at: 2000, to: 'RUNNING' }];
  const all = spans(events, undefined, 62000);
  assert.deepEqual(all, [
    { state: 'STARTING', from: 1000, to: 2000 },
    { state: 'RUNNING', from: 2000, to: 62000 },
  ]);
  assert.equal(summary(all), 'Starting 1s, Running 1m 00s');
});

test('a program nothing happened to is in its state since it began', () => {
  assert.deepEqual(spans([], { state: 'RUNNING', pid: 1, startedAt: 5 }, 9000), [{ state: 'RUNNING', from: 5000, to: 9000 }]);
  assert.deepEqual(spans([], { state: 'STOPPED', pid: 0 }, 9000), []);
});

test('an end says how it came about', () => {
  assert.equal(detail({ to: 'EXITED', expected: false }), 'not expected');
  assert.equal(detail({ to: 'EXITED', detail: 'exit status 3' }), 'exit status 3');
  assert.equal(detail({ to: 'RUNNING', pid: 12 }), 'PID 12');
});

test('what comes while all is asked for is neither lost nor told twice', async () => {
  const happenings = new Happenings();
  await happenings.load(async () => {
    happenings.add({ number: 2 });
    happenings.add({ number: 3 });
    return [{ number: 1 }, { number: 2 }];
  });
  assert.deepEqual(happenings.list.map(({ number }) => number), [1, 2, 3]);
});

test('another daemon counts anew', async () => {
  const happenings = new Happenings();
  await happenings.load(async () => [{ number: 1000 }]);
  happenings.add({ number: 1001 });
  await happenings.load(async () => [{ number: 1 }]);
  assert.deepEqual(happenings.list.map(({ number }) => number), [1]);
});

test('an answer that comes late does not replace a newer one', async () => {
  const happenings = new Happenings();
  let late;
  const first = happenings.load(() => new Promise((resolve) => (late = resolve)));
  assert.equal(await happenings.load(async () => [{ number: 2 }]), true);
  late([{ number: 1 }]);
  assert.equal(await first, false);
  assert.deepEqual(happenings.list.map(({ number }) => number), [2]);
});
