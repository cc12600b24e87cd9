import assert from 'node:assert/strict';
import test from 'node:test';
import { STEP } from '../../main/resources/org/steward/web/ui/series.js';
import { Store } from '../../main/resources/org/steward/web/ui/store.js';

const view = (name, more = {}) => ({ id: `${name}:${name}`, group: name, name, state: 'RUNNING', pid: 7, ...more });

async function loaded(list, daemon = {}, used = { times: [], processes: {} }) {
  const answers = { '/daemon': { now: Date.now(), role: 'admin', ...daemon }, '/processes': list, '/usage': used };
  const store = new Store(async (path) => answers[path]);
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
  store.usage({ at: 0, all: true, processes: { 'web:web': [5, 100] } });
  store.usage({ at: STEP, all: false, processes: {} });
  assert.deepEqual(store.processes.get('web:web').cpu.values, [5, 5]);
  store.update(view('web', { pid: 8 }));
  assert.deepEqual(store.processes.get('web:web').cpu.values, []);
});

test('what programs used before somebody looked is there, and goes on from there', async () => {
  const used = { times: [0, STEP, 2 * STEP], processes: { 'web:web': { cpu: [1, 2], memory: [10, 20] } } };
  const store = await loaded([view('web'), view('db')], {}, used);
  const { cpu, memory } = store.processes.get('web:web');
  assert.deepEqual([cpu.values, memory.values], [[1, 2], [10, 20]]);
  store.usage({ at: 3 * STEP, all: true, processes: { 'web:web': [3, 30], 'db:db': [9, 90] } });
  assert.deepEqual([cpu.values, memory.values], [[1, 2, 3], [10, 20, 30]]);
  assert.deepEqual(store.processes.get('db:db').cpu.values, [9]);
});

test('who was away for a while hears what programs used meanwhile', async () => {
  const used = { times: [], processes: {} };
  const store = await loaded([view('web')], {}, used);
  store.usage({ at: 0, all: true, processes: { 'web:web': [1, 1] } });
  used.times.push(0, STEP);
  used.processes['web:web'] = { cpu: [7], memory: [8] };
  await store.catchUp();
  assert.deepEqual(store.processes.get('web:web').cpu.values, [7]);
  assert.deepEqual(store.processes.get('web:web').use, [1, 1]);
});

test('nothing may be done while the daemon is away, and by role otherwise', async () => {
  const store = await loaded([], { role: 'operate' });
  assert.equal(store.may('read'), false);
  store.setConnected(true);
  assert.deepEqual(['read', 'operate', 'admin'].map((role) => store.may(role)), [true, true, false]);
});

test('states are counted and uses added up', async () => {
  const store = await loaded([view('a'), view('b'), view('c', { state: 'FATAL', pid: 0 })]);
  store.usage({ at: 0, all: true, processes: { 'a:a': [1.5, 10], 'b:b': [2, 20] } });
  assert.deepEqual(store.counts(), { RUNNING: 2, FATAL: 1 });
  assert.deepEqual(store.total(), { cpu: 3.5, memory: 30 });
});
