// Which programs are listed, in which order, and what is said of them. Pure.

import { ago, count } from './format.js';

/** The order states are told in, troubles first. */
export const STATES = ['FATAL', 'BACKOFF', 'UNKNOWN', 'STARTING', 'STOPPING', 'RUNNING', 'EXITED', 'STOPPED'];

const collator = new Intl.Collator(undefined, { numeric: true });

/** Compares names as people do: worker_9 comes before worker_10. */
export function byText(a, b) {
  return collator.compare(a, b);
}

const upSince = ({ view }) => (view.pid && view.startedAt ? view.startedAt : Infinity);

/** By which programs can be sorted; figures with the largest first. */
export const COMPARE = {
  name: (a, b) => byText(a.view.displayName, b.view.displayName),
  state: (a, b) => STATES.indexOf(a.view.state) - STATES.indexOf(b.view.state),
  uptime: (a, b) => (upSince(a) === upSince(b) ? 0 : upSince(a) - upSince(b)),
  pid: (a, b) => a.view.pid - b.view.pid,
  cpu: (a, b) => (b.use?.[0] ?? -1) - (a.use?.[0] ?? -1),
  memory: (a, b) => (b.use?.[1] ?? -1) - (a.use?.[1] ?? -1),
  restarts: (a, b) => restarts(b.view) - restarts(a.view),
};

/** Whether a column begins with its largest figure. */
export function isFigure(key) {
  return ['cpu', 'memory', 'restarts'].includes(key);
}

/** How often it was started again in the last hour without being asked for. */
export function restarts(view) {
  return view.recentRestarts;
}

/**
 * The programs that are asked for, sorted.
 *
 * @param {Iterable<{view: object}>} entries
 * @param {{text: string, states: Set<string>, sort: string, reverse: boolean}} asked
 * @param {number} now the second it is
 */
export function listed(entries, { text, states, sort, reverse }, now) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...entries].filter(({ view }) => (states.size === 0 || states.has(view.state)) && matches(view, words, now));
  return found.sort((a, b) => (reverse ? -1 : 1) * COMPARE[sort](a, b) || COMPARE.name(a, b));
}

function matches(view, words, now) {
  if (words.length === 0) {
    return true;
  }
  const text = `${view.id} ${view.displayName} ${view.state} ${view.pid || ''} ${note(view, now)}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * Cuts a list into groups of several, and one section of all programs that stand alone.
 *
 * @returns {{name?: string, label?: string, entries: object[]}[]}
 */
export function sections(entries) {
  const groups = new Map();
  const alone = [];
  for (const entry of entries) {
    const { group, name } = entry.view;
    if (group === name) {
      alone.push(entry);
    } else if (groups.has(group)) {
      groups.get(group).push(entry);
    } else {
      groups.set(group, [entry]);
    }
  }
  const named = [...groups].sort(([a], [b]) => byText(a, b)).map(([name, members]) => ({ name, entries: members }));
  return alone.length > 0 ? [...named, { entries: alone, label: named.length > 0 ? 'Single programs' : undefined }] : named;
}

/** What is worth saying of a program beside its state. */
export function note(view, now) {
  const since = view.stoppedAt ? ago(now - view.stoppedAt) : '';
  switch (view.state) {
    case 'FATAL':
    case 'BACKOFF':
    case 'UNKNOWN':
      return view.lastExit ?? '';
    case 'EXITED':
      return [view.lastExit, since].filter(Boolean).join(', ');
    case 'STOPPED':
      return view.startedAt ? [view.stoppedByUser ? 'stopped by hand' : 'stopped', since].filter(Boolean).join(', ') : 'not started';
    case 'RUNNING':
      return view.restarts > 0 && now - view.startedAt < 120 ? `restarted ${count(view.restarts, 'time')}` : '';
    default:
      return '';
  }
}
