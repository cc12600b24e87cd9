// What the daemon writes, and what happened lately to all programs.

import { get } from './api.js';
import { h } from './dom.js';
import { fullMoment, moment, stateName } from './format.js';
import { detail, Happenings } from './history.js';
import { LogView } from './log.js';
import { processHash } from './routes.js';
import { store } from './store.js';

const MOST = 300;

/** Opens the page. */
export function openActivity(main, _route, signal) {
  document.title = 'Activity';
  const list = h('ol', { class: 'events wide', 'aria-label': 'Events' });
  const log = new LogView('/logs/daemon', signal, 'Activity log');
  main.replaceChildren(
    h('div', { class: 'pagehead' }, h('h1', {}, 'Activity')),
    h(
      'div',
      { class: 'columns' },
      h('section', { class: 'panel logpanel', 'aria-label': 'Activity log' }, h('h2', { class: 'logtitle' }, 'Activity log'), log.element),
      h('div', { class: 'side' }, h('section', { class: 'panel eventpanel' }, h('h2', {}, 'Events'), list)),
    ),
  );
  const happenings = new Happenings();
  load(happenings, list, signal);
  store.on('structure', () => load(happenings, list, signal), signal);
  store.on(
    'event',
    (event) => {
      happenings.add(event.detail);
      list.prepend(item(event.detail));
      while (list.children.length > MOST) {
        list.lastChild.remove();
      }
    },
    signal,
  );
}

async function load(happenings, list, signal) {
  try {
    if (await happenings.load(() => get(`/events/recent?limit=${MOST}`, { signal }))) {
      list.replaceChildren(...happenings.list.slice(-MOST).reverse().map(item));
    }
  } catch {
    // Lost: the banner says so, and all is asked for again afterwards.
  }
}

function item(event) {
  const time = h('time', { class: 'muted', datetime: new Date(event.at).toISOString(), title: fullMoment(event.at) }, moment(event.at));
  if (event.process) {
    const [group, ...rest] = event.process.split(':');
    const name = rest.join(':');
    return h(
      'li',
      {},
      time,
      h('a', { href: processHash({ group, name }) }, group === name ? name : event.process),
      h('span', { class: 'state', 'data-state': event.to }, stateName(event.to)),
      event.to === 'RUNNING' || !detail(event) ? null : h('span', { class: 'muted detail' }, detail(event)),
    );
  }
  return h('li', {}, time, h('span', { class: 'plain' }, words(event)));
}

function words(event) {
  switch (event.type) {
    case 'PROCESS_GROUP_ADDED':
      return `Group ${event.group} added`;
    case 'PROCESS_GROUP_REMOVED':
      return `Group ${event.group} removed`;
    case 'SUPERVISOR_STATE_CHANGE_RUNNING':
      return 'The daemon is up';
    case 'SUPERVISOR_STATE_CHANGE_STOPPING':
      return 'The daemon stops';
    case 'REMOTE_COMMUNICATION':
      return `A client sent ${event.kind}: ${event.data}`;
    default:
      return event.type;
  }
}
