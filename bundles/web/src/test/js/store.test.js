import assert from 'node:assert/strict';
import test from 'node:test';
import { HISTORY, Store } from '../../main/resources/org/steward/web/ui/store.js';

const view = (name, more = {}) => ({ id: `${name}:${name}`, group: name, name, state: 'RUNNING', pid: 7, ...more });

async function loaded(list, daemon = {}) {
  const store = new Store(async (path) => (path === '/daemon' ? { now: Date.now(), role: 'admin', ...daemon } : list));
  await store.load();
  return store;
}

test('a change is told with the id of the program', async () => {
  const store = await loaded([view('web')]);
  const told = [];
  store.on('process', (event) => told.push(event.detail), new AbortController().signal);
  store.update(view('web', { state: 'STOPPED', pid: 0 }));
  store.update(view('unknown'));
  assert.deepEqual(told, ['web:web']);
  assert.equal(store.processes.get('web:web').view.state, 'STOPPED');
});

test('what a program used is forgotten with its process', async () => {
  const store = await loaded([view('web')]);
  store.usage({ all: true, processes: { 'web:web': [5, 100] } });
  store.usage({ all: false, processes: {} });
  assert.deepEqual(store.processes.get('web:web').cpu, [5, 5]);
  store.update(view('web', { pid: 8 }));
  assert.deepEqual(store.processes.get('web:web').cpu, []);
});

test('only so much is remembered', async () => {
  const store = await loaded([view('web')]);
  for (let i = 0; i < HISTORY + 5; i++) {
    store.usage({ all: true, processes: { 'web:web': [i, 1] } });
  }
  const { cpu } = store.processes.get('web:web');
  assert.equal(cpu.length, HISTORY);
  assert.equal(cpu.at(-1), HISTORY + 4);
});

test('loading anew keeps what is known of the same process only', async () => {
  const list = [view('web'), view('db')];
  const store = await loaded(list);
  store.usage({ all: true, processes: { 'web:web': [1, 1], 'db:db': [1, 1] } });
  list[0] = view('web', { pid: 9 });
  await store.load();
  assert.equal(store.processes.get('web:web').cpu.length, 0);
  assert.equal(store.processes.get('db:db').cpu.length, 1);
});

test('nothing may be done while the daemon is away, and by role otherwise', async () => {
  const store = await loaded([], { role: 'operate' });
  assert.equal(store.may('read'), false);
  store.setConnected(true);
  assert.deepEqual(['read', 'operate', 'admin'].map((role) => store.may(role)), [true, true, false]);
});

test('states are counted and uses added up', async () => {
  const store = await loaded([view('a'), view('b'), view('c', { state: 'FATAL', pid: 0 })]);
  store.usage({ all: true, processes: { 'a:a': [1.5, 10], 'b:b': [2, 20] } });
  assert.deepEqual(store.counts(), { RUNNING: 2, FATAL: 1 });
  assert.deepEqual(store.total(), { cpu: 3.5, memory: 30 });
});
