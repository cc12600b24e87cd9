// What happened, and the states a program was in, worked out from that. Pure.

import { duration, stateName } from './format.js';

/** What happened, oldest first: what the daemon tells when asked, and what came since then. */
export class Happenings {
  list = [];
  /** What came since the daemon was asked the last time. */
  #came = [];

  /**
   * Has all told anew.
   *
   * @param {() => Promise<{number: number}[]>} ask for it
   * @returns {Promise<boolean>} false if it was asked for again meanwhile, and that answer counts
   */
  async load(ask) {
    const came = [];
    this.#came = came;
    const told = await ask();
    if (this.#came !== came) {
      return false;
    }
    const newest = told.at(-1)?.number ?? 0;
    this.list = [...told, ...came.filter(({ number }) => number > newest)];
    return true;
  }

  /** Something happened. */
  add(event) {
    this.#came.push(event);
    this.list.push(event);
  }
}

/**
 * The stretches of time between the first thing known and now, each in one state.
 *
 * @param {{at: number, to: string}[]} events changes of state, oldest first, in milliseconds
 * @param {object|undefined} view the program, for when nothing happened as far as is known
 * @param {number} now in milliseconds
 * @returns {{state: string, from: number, to: number}[]}
 */
export function spans(events, view, now) {
  if (events.length === 0) {
    const since = view && (view.pid > 0 ? view.startedAt : view.stoppedAt);
    return since ? [{ state: view.state, from: since * 1000, to: now }] : [];
  }
  return events.map((event, i) => ({ state: event.to, from: event.at, to: events[i + 1]?.at ?? now }));
}

/** How long it was in each state, in words. */
export function summary(all) {
  const total = new Map();
  all.forEach(({ state, from, to }) => total.set(state, (total.get(state) ?? 0) + to - from));
  return [...total].map(([state, time]) => `${stateName(state)} ${duration(time / 1000)}`).join(', ');
}

/** What there is to say of a change of state beside it. */
export function detail(event) {
  if (event.detail) {
    return event.detail;
  }
  if (event.to === 'EXITED') {
    return event.expected ? 'as expected' : 'not expected';
  }
  return event.to === 'RUNNING' && event.pid ? `PID ${event.pid}` : '';
}
