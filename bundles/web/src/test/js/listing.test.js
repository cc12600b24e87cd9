import assert from 'node:assert/strict';
import test from 'node:test';
import { listed, note, sections } from '../../main/resources/org/steward/web/ui/listing.js';

const NOW = 10_000;
const ALL = { text: '', states: new Set(), sort: 'name', reverse: false };

function entry(id, view = {}, use = undefined) {
  const [group, name] = id.split(':');
  return { use, view: { id, group, name, displayName: group === name ? name : id, state: 'RUNNING', pid: 1, startedAt: 1, restarts: 0, recentRestarts: 0, ...view } };
}

const ids = (entries) => entries.map(({ view }) => view.id);

test('names are sorted as people count', () => {
  const entries = [entry('w:w_10'), entry('w:w_9'), entry('a:a')];
  assert.deepEqual(ids(listed(entries, ALL, NOW)), ['a:a', 'w:w_9', 'w:w_10']);
});

test('every word must be found, in the name, the state, the PID or the note', () => {
  const entries = [entry('w:w_1', { pid: 4711 }), entry('w:w_2', { state: 'FATAL', pid: 0, lastExit: 'no such file' })];
  const found = (text) => ids(listed(entries, { ...ALL, text }, NOW));
  assert.deepEqual(found('W_ FILE'), ['w:w_2']);
  assert.deepEqual(found('471'), ['w:w_1']);
  assert.deepEqual(found('running fatal'), []);
});

test('only the chosen states are listed', () => {
  const entries = [entry('a:a'), entry('b:b', { state: 'EXITED' })];
  assert.deepEqual(ids(listed(entries, { ...ALL, states: new Set(['EXITED']) }, NOW)), ['b:b']);
});

test('figures begin with the largest, and those without one come last', () => {
  const entries = [entry('a:a', {}, [1, 10]), entry('b:b', { pid: 0 }), entry('c:c', {}, [9, 5])];
  assert.deepEqual(ids(listed(entries, { ...ALL, sort: 'cpu' }, NOW)), ['c:c', 'a:a', 'b:b']);
  assert.deepEqual(ids(listed(entries, { ...ALL, sort: 'memory', reverse: true }, NOW)), ['b:b', 'c:c', 'a:a']);
});

test('programs that do not run come behind all that do by uptime', () => {
  const entries = [entry('a:a', { pid: 0, startedAt: 1 }), entry('b:b', { startedAt: 500 }), entry('c:c', { startedAt: 20 })];
  assert.deepEqual(ids(listed(entries, { ...ALL, sort: 'uptime' }, NOW)), ['c:c', 'b:b', 'a:a']);
});

test('single programs come behind the groups, together', () => {
  const found = sections([entry('solo:solo'), entry('g:one'), entry('other:other'), entry('g:two')]);
  assert.deepEqual(found.map(({ name, entries }) => [name, ids(entries)]), [
    ['g', ['g:one', 'g:two']],
    [undefined, ['solo:solo', 'other:other']],
  ]);
});

test('notes say why and since when', () => {
  assert.equal(note(entry('a:a', { state: 'EXITED', lastExit: 'exit status 1', stoppedAt: NOW - 120 }).view, NOW), 'exit status 1, 2 min ago');
  assert.equal(note(entry('a:a', { state: 'STOPPED', startedAt: undefined }).view, NOW), 'not started');
  assert.equal(note(entry('a:a', { restarts: 2, startedAt: NOW - 3 }).view, NOW), 'restarted 2 times');
  assert.equal(note(entry('a:a', { restarts: 2, startedAt: NOW - 3000 }).view, NOW), '');
});
