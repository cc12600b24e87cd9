// Having programs do something: with a question where it destroys, and word of what became of it.

import { get, post, Problem, processPath } from './api.js';
import { choose, confirm } from './dialog.js';
import { count } from './format.js';
import { store } from './store.js';
import { done, failed } from './toast.js';

const DONE = { start: 'started', stop: 'stopped', restart: 'restarted', signal: 'signalled', 'clear-logs': 'cleared' };
const NAMED = { start: 'Start', stop: 'Stop', restart: 'Restart', signal: 'Signal', 'clear-logs': 'Clear logs of' };
const OPPOSITE = { stop: 'start', start: 'stop' };

const SIGNALS = [
  { label: 'HUP', value: 'HUP', meaning: 'often: read the configuration again' },
  { label: 'USR1', value: 'USR1', meaning: 'what the program makes of it' },
  { label: 'USR2', value: 'USR2', meaning: 'what the program makes of it' },
  { label: 'INT', value: 'INT', meaning: 'as Ctrl-C' },
  { label: 'QUIT', value: 'QUIT', meaning: 'often: end with a dump' },
  { label: 'TERM', value: 'TERM', meaning: 'asks it to end; may be started again' },
  { label: 'KILL', value: 'KILL', meaning: 'ends it at once; may be started again' },
];

/** What a state lets one ask for. */
export function possible(state) {
  const up = state === 'RUNNING' || state === 'STARTING';
  return {
    start: ['STOPPED', 'EXITED', 'FATAL', 'BACKOFF', 'UNKNOWN'].includes(state),
    stop: up || state === 'BACKOFF',
    restart: up,
    signal: up || state === 'STOPPING',
  };
}

/** Does something to one program. */
export async function one(verb, view) {
  const body = await settle(verb, [view.displayName]);
  if (!body) {
    return;
  }
  pend([view.id], true);
  try {
    await post(`${processPath(view)}/${verb}`, body);
    const again = OPPOSITE[verb];
    done(
      verb === 'clear-logs' ? `Logs of ${view.displayName} cleared` : `${view.displayName} ${DONE[verb]}`,
      verb === 'stop' ? 'Start again' : null,
      () => one(again, view),
    );
  } catch (problem) {
    failed(`${view.displayName}: ${problem.message}`);
  } finally {
    pend([view.id], false);
    refresh(view);
  }
}

/** Does something to several programs. */
export async function several(verb, views) {
  if (views.length === 1) {
    return one(verb, views[0]);
  }
  const asked = verb === 'stop' || verb === 'restart';
  const body = await settle(verb, views.map((view) => view.displayName), asked);
  if (!body) {
    return;
  }
  const ids = views.map((view) => view.id);
  await run(ids, () => post(`/selection/${verb}`, { ...body, processes: ids }), verb);
}

/** Does something to a group as a whole. */
export async function group(verb, name, views) {
  const asked = verb === 'stop' || verb === 'restart';
  const body = await settle(verb, views.map((view) => view.displayName), asked, `group ${name}`);
  if (body) {
    await run(views.map((view) => view.id), () => post(`/groups/${encodeURIComponent(name)}/${verb}`, body), verb);
  }
}

async function run(ids, order, verb) {
  pend(ids, true);
  try {
    report(verb, await order());
  } catch (problem) {
    failed(problem.message);
  } finally {
    pend(ids, false);
  }
}

function report(verb, outcomes) {
  const wrong = outcomes.filter((outcome) => !outcome.done);
  const right = outcomes.length - wrong.length;
  if (right > 0 || wrong.length === 0) {
    done(`${count(right, 'program')} ${DONE[verb]}`);
  }
  if (wrong.length > 0) {
    const first = wrong.slice(0, 3).map((outcome) => outcome.detail ?? outcome.id);
    failed(`${count(wrong.length, 'program')} not ${DONE[verb]}. ${first.join(' ')}`);
  }
}

/** Asks what is to be asked first; the body of the order, null if it is not to be given. */
async function settle(verb, names, asked = false, object = count(names.length, 'program')) {
  const target = names.length === 1 ? names[0] : object;
  if (verb === 'signal') {
    const signal = await choose('Send a signal', `To ${target}:`, SIGNALS);
    return signal ? { signal } : null;
  }
  if (verb === 'clear-logs') {
    const yes = await confirm({
      title: `Clear the logs of ${target}?`,
      text: 'What they hold now is gone for good. Rotated files stay.',
      list: names.length > 1 ? names : [],
      action: 'Clear logs',
    });
    return yes ? {} : null;
  }
  if (asked) {
    const yes = await confirm({
      title: `${NAMED[verb]} ${target}?`,
      list: names,
      action: NAMED[verb],
      danger: verb === 'stop',
    });
    return yes ? {} : null;
  }
  return {};
}

function pend(ids, pending) {
  for (const id of ids) {
    const known = store.processes.get(id);
    if (known) {
      known.pending = pending;
      store.tell('process', id);
    }
  }
}

async function refresh(view) {
  try {
    store.update(await get(processPath(view)));
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
  }
}
