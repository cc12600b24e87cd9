// The states a program was in, worked out from what happened. Pure.

import { duration, stateName } from './format.js';

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
