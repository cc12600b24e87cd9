// The states a program was in, as a bar and as a list.

import { duration, fullMoment, moment, stateName } from './format.js';
import { h } from './dom.js';
import { store } from './store.js';

const SHOWN = 40;

/** Draws the states between the first event known and now. */
export function timeline(events) {
  const now = store.now();
  if (events.length === 0) {
    return h('p', { class: 'muted' }, 'Nothing happened since the daemon began to remember.');
  }
  const begin = events[0].at;
  const spans = events.map((event, i) => ({ state: event.to, from: event.at, to: events[i + 1]?.at ?? now }));
  const whole = Math.max(1, now - begin);
  const bar = h('div', { class: 'statebar', role: 'img', 'aria-label': `States since ${fullMoment(begin)}: ${summary(spans)}` });
  for (const span of spans) {
    const part = h('i', { 'data-state': span.state, title: `${stateName(span.state)}, ${moment(span.from)}, ${duration((span.to - span.from) / 1000)}` });
    part.style.flexGrow = String(Math.max(0.004, (span.to - span.from) / whole));
    bar.append(part);
  }
  return h(
    'div',
    {},
    bar,
    h('div', { class: 'barends muted' }, h('span', {}, moment(begin)), h('span', {}, 'now')),
    h('ol', { class: 'events' }, events.slice(-SHOWN).reverse().map(item)),
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

function summary(spans) {
  const total = {};
  spans.forEach((span) => (total[span.state] = (total[span.state] ?? 0) + span.to - span.from));
  return Object.entries(total).map(([state, time]) => `${stateName(state)} ${duration(time / 1000)}`).join(', ');
}
