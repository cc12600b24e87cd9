// The states a program was in, as a bar and as a list.

import { h } from './dom.js';
import { duration, fullMoment, moment, stateName } from './format.js';
import { detail, spans, summary } from './history.js';
import { store } from './store.js';

const SHOWN = 40;

/**
 * Draws them.
 *
 * @param {object[]} events what happened to the program, oldest first
 * @param {object|undefined} view the program
 */
export function timeline(events, view) {
  const now = store.now();
  const all = spans(events, view, now);
  if (all.length === 0) {
    return h('p', { class: 'muted' }, 'It was never started.');
  }
  const begin = all[0].from;
  const bar = h('div', { class: 'statebar', role: 'img', 'aria-label': `States since ${fullMoment(begin)}: ${summary(all)}` });
  for (const { state, from, to } of all) {
    const part = h('i', { 'data-state': state, title: `${stateName(state)} from ${moment(from)}, for ${duration((to - from) / 1000)}` });
    part.style.flexGrow = String(Math.max(0.004, (to - from) / Math.max(1, now - begin)));
    bar.append(part);
  }
  return h(
    'div',
    {},
    bar,
    h('div', { class: 'barends muted' }, h('span', {}, moment(begin)), h('span', {}, 'now')),
    events.length > 0 ? h('ol', { class: 'events', tabindex: '0', 'aria-label': 'Changes of state, newest first' }, events.slice(-SHOWN).reverse().map(item)) : null,
  );
}

function item(event) {
  return h(
    'li',
    {},
    h('time', { datetime: new Date(event.at).toISOString(), title: fullMoment(event.at), class: 'muted' }, moment(event.at)),
    h('span', { class: 'state', 'data-state': event.to }, stateName(event.to)),
    h('span', { class: 'muted' }, detail(event)),
  );
}
