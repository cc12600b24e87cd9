// One program as a row of the list. What nobody has scrolled to yet is not made.

import { processHash } from './routes.js';
import { h, setAttribute, setText } from './dom.js';
import { ago, count, duration, fullMoment, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { one, possible } from './orders.js';
import { draw, sparkline } from './spark.js';
import { store } from './store.js';

/** Below this a processor or a memory is as good as idle, and its line stays flat. */
const CPU_FLOOR = 10;
const MEMORY_FLOOR = 16 * 1024;

export class Row {
  visible = false;
  #filled = false;

  constructor(entry, onPick) {
    this.entry = entry;
    const { view } = entry;
    this.pick = h('input', { type: 'checkbox', 'aria-label': `Select ${view.displayName}`, tabindex: '-1', onchange: () => onPick(this, this.pick.checked) });
    this.link = h('a', { href: processHash(view), tabindex: '-1' }, view.name);
    this.state = h('span', { class: 'state' });
    this.note = h('span', {});
    this.uptime = cell('uptime');
    this.pid = cell('pid');
    this.cpu = cell('cpu');
    this.memory = cell('memory');
    this.restarts = cell('restarts');
    this.actions = cell('actions');
    this.element = h(
      'div',
      { class: 'row', role: 'row', tabindex: '-1', 'data-id': view.id },
      cell('pick', this.pick),
      cell('name', this.link),
      cell('state-cell', this.state),
      cell('note', this.note),
      this.uptime,
      this.pid,
      this.cpu,
      this.memory,
      this.restarts,
      this.actions,
    );
    this.element.row = this;
    this.update();
  }

  /** Shows what is known now. */
  update() {
    const { view, pending } = this.entry;
    setAttribute(this.element, 'data-state', view.state);
    this.element.classList.toggle('pending', Boolean(pending));
    setAttribute(this.state, 'data-state', view.state);
    setText(this.state, stateName(view.state));
    this.#tellNote();
    if (this.visible) {
      this.#fill();
      setText(this.pid, view.pid > 0 ? String(view.pid) : '');
      setText(this.restarts, view.restarts > 0 ? String(view.restarts) : '');
      this.#enable();
      this.tick();
      this.draw();
    }
  }

  /** Time went on. */
  tick() {
    const { view } = this.entry;
    const up = view.pid > 0 && view.startedAt;
    setText(this.uptime, up ? duration(store.now() / 1000 - view.startedAt) : '');
    this.#tellNote();
  }

  /** There was another look at what it uses. */
  draw() {
    if (this.#filled) {
      const { use, cpu, memory: used } = this.entry;
      setText(this.cpu.lastChild, use ? percent(use[0]) : '');
      setText(this.memory.lastChild, use ? memory(use[1]) : '');
      draw(this.cpu.firstChild, use ? cpu : [], CPU_FLOOR);
      draw(this.memory.firstChild, use ? used : [], MEMORY_FLOOR);
    }
  }

  show(visible) {
    this.visible = visible;
    if (visible) {
      this.update();
    }
  }

  /** By which name it goes: its own within a group, the whole one in a list of all. */
  named(grouped) {
    setText(this.link, grouped ? this.entry.view.name : this.entry.view.displayName);
  }

  select(selected) {
    this.pick.checked = selected;
    this.element.classList.toggle('selected', selected);
    setAttribute(this.element, 'aria-selected', selected ? 'true' : null);
  }

  #tellNote() {
    const { view } = this.entry;
    setText(this.note, note(view));
    setAttribute(this.note, 'title', view.stoppedAt && view.pid === 0 ? fullMoment(view.stoppedAt * 1000) : null);
  }

  #fill() {
    if (this.#filled) {
      return;
    }
    this.#filled = true;
    this.cpu.append(sparkline('of-cpu'), h('span', { class: 'figure' }));
    this.memory.append(sparkline('of-memory'), h('span', { class: 'figure' }));
    const { view } = this.entry;
    const button = (verb, label) =>
      h('button', { class: 'bare', type: 'button', tabindex: '-1', 'data-verb': verb, 'aria-label': `${label} ${view.displayName}`, title: label, onclick: () => one(verb, this.entry.view) }, icon(verb));
    this.actions.append(
      button('start', 'Start'),
      button('stop', 'Stop'),
      button('restart', 'Restart'),
      h('button', { class: 'bare', type: 'button', tabindex: '-1', 'aria-label': `More for ${view.displayName}`, 'aria-haspopup': 'menu', title: 'More', onclick: (event) => this.#menu(event.currentTarget) }, icon('more')),
    );
  }

  #enable() {
    const can = possible(this.entry.view.state);
    const may = store.mayOperate() && !this.entry.pending;
    for (const button of this.actions.querySelectorAll('[data-verb]')) {
      const verb = button.dataset.verb;
      button.hidden = verb === 'start' ? !can.start : verb === 'stop' ? !can.stop : false;
      button.disabled = !may || !can[verb];
    }
  }

  #menu(button) {
    const { view } = this.entry;
    const may = store.mayOperate();
    openMenu(button, [
      { label: 'Open', href: processHash(view) },
      { label: 'Standard output', href: processHash(view, 'stdout') },
      { label: 'Standard error', href: processHash(view, 'stderr') },
      null,
      { label: 'Send a signal …', disabled: !may || !possible(view.state).signal, run: () => one('signal', view) },
      { label: 'Clear logs …', disabled: !may, run: () => one('clear-logs', view) },
    ]);
  }
}

/** What is worth saying of a program beside its state. */
export function note(view) {
  const since = view.stoppedAt ? ago(store.now() / 1000 - view.stoppedAt) : '';
  switch (view.state) {
    case 'FATAL':
    case 'BACKOFF':
      return view.lastExit ?? '';
    case 'EXITED':
      return [view.lastExit, since].filter(Boolean).join(', ');
    case 'STOPPED':
      return view.startedAt ? [view.stoppedByUser ? 'stopped by hand' : 'stopped', since].filter(Boolean).join(', ') : 'not started';
    case 'RUNNING':
      return view.restarts > 0 && store.now() / 1000 - view.startedAt < 120 ? `restarted ${count(view.restarts, 'time')}` : '';
    default:
      return '';
  }
}

function cell(name, ...children) {
  return h('div', { class: `cell ${name}`, role: 'cell' }, ...children);
}
