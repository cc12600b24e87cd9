import assert from 'node:assert/strict';
import test from 'node:test';
import { ago, count, duration, memory, percent, stateName } from '../../main/resources/org/steward/web/ui/format.js';

test('durations are told in their two largest units', () => {
  assert.equal(duration(-1), '0s');
  assert.equal(duration(59.9), '59s');
  assert.equal(duration(61), '1m 01s');
  assert.equal(duration(3600 * 3 + 60 * 7), '3h 07m');
  assert.equal(duration(86400 * 2 + 3600 * 5 + 59), '2d 5h');
});

test('moments gone by are told coarsely', () => {
  assert.equal(ago(0), 'just now');
  assert.equal(ago(59), '59s ago');
  assert.equal(ago(3599), '59 min ago');
  assert.equal(ago(86400), '1 d ago');
});

test('figures have units and no needless digits', () => {
  assert.equal(memory(512), '512 K');
  assert.equal(memory(1536), '1.5 M');
  assert.equal(memory(300 * 1024), '300 M');
  assert.equal(memory(2.5 * 1024 * 1024), '2.5 G');
  assert.equal(percent(0.04), '0.0%');
  assert.equal(percent(99.6), '100%');
});

test('words fit their numbers', () => {
  assert.equal(count(1, 'program'), '1 program');
  assert.equal(count(0, 'program'), '0 programs');
  assert.equal(stateName('RUNNING'), 'Running');
});
