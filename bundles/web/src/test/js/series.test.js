import assert from 'node:assert/strict';
import test from 'node:test';
import { Series, STEP, STEPS } from '../../main/resources/org/steward/web/ui/series.js';

function series(...told) {
  const made = new Series();
  told.forEach(([at, value]) => made.add(at, value));
  return made.values;
}

test('a step has the mean of what was told in it', () => {
  assert.deepEqual(series([0, 1], [STEP / 2, 3], [STEP, 10], [STEP + 1, 20]), [2, 15]);
});

test('a value stands for all the time since the one before', () => {
  assert.deepEqual(series([0, 1], [3 * STEP, 4]), [1, 4, 4, 4]);
});

test('only so much is remembered', () => {
  const values = series(...Array.from({ length: STEPS + 5 }, (any, i) => [i * STEP, i]));
  assert.equal(values.length, STEPS);
  assert.equal(values.at(-1), STEPS + 4);
});

test('after a long time, or where the clock was set back, it begins anew', () => {
  assert.deepEqual(series([0, 1], [STEPS * STEP, 2]), [2]);
  assert.deepEqual(series([5 * STEP, 1], [0, 2]), [2]);
});
