import assert from 'node:assert/strict';
import test from 'node:test';
import { lastState, level } from '../../main/resources/org/steward/web/ui/loglines.js';

test('the first word for a level decides', () => {
  assert.deepEqual(level('2026-01-01 INFO gave up: x entered FATAL state'), { name: 'info', at: 11, length: 4 });
  assert.equal(level('10:00 WARNING: disk').name, 'warn');
  assert.equal(level('CRIT out of memory').name, 'bad');
  assert.equal(level('DEBG tick').name, 'fine');
});

test('words within words and far behind are no levels', () => {
  assert.equal(level('INFORMATION about ERRORS'), null);
  assert.equal(level(`${'x'.repeat(90)} ERROR`), null);
});

test('of a line that is written over the last state is left', () => {
  assert.equal(lastState('10%\r50%\r100%\r'), '100%');
  assert.equal(lastState('windows\r'), 'windows');
});

test('endless lines are cut, and it is said', () => {
  assert.ok(lastState('x'.repeat(5000)).endsWith('… (1000 more characters)'));
});
