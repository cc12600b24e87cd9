// What one program used over the last minutes, in steps. Pure.

/** How many steps a sparkline goes back, and how long each is, in milliseconds. */
export const STEPS = 30;
export const STEP = 10000;

/** Values over time: one for each step, newest last, each the mean of those told in it. */
export class Series {
  values = [];
  #step = 0;
  #told = 0;

  /** A value that holds for the time since the one before. */
  add(at, value) {
    const step = Math.floor(at / STEP);
    const missed = step - this.#step;
    if (this.values.length === 0 || missed < 0 || missed >= STEPS) {
      this.values = [value];
    } else if (missed === 0) {
      const last = this.values.length - 1;
      this.values[last] += (value - this.values[last]) / (this.#told + 1);
      this.#told++;
      return;
    } else {
      this.values.push(...Array(missed).fill(value));
      this.values.splice(0, this.values.length - STEPS);
    }
    this.#step = step;
    this.#told = 1;
  }
}
