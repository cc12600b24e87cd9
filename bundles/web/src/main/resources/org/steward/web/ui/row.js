// One program as a row of the list. What nobody has scrolled to yet is not made.

import { processHash } from './routes.js';
import { h, onceAFrame, setAttribute, setText } from './dom.js';
import { duration, fullMoment, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { note, restarts } from './listing.js';
import { openMenu } from './menu.js';
import { one, possible } from './orders.js';
import { draw, sparkline } from './spark.js';
import { store } from './store.js';

/** Below this a processor or a memory is as good as idle, and its line stays flat. */
const CPU_FLOOR = 10;
const MEMORY_FLOOR = 16 * 1024;
const NOTHING = { values: [] };

export class Row {
  visible = false;
  #filled = false;
  #tab = '-1';

  /**
   * @param entry the program, as the store has it
   * @param {(row: Row, on: boolean, range: boolean) => void} onPick called when it is selected or not
   */
  constructor(entry, onPick) {
    this.entry = entry;
    this.updateSoon = onceAFrame(() => this.update());
    const { view } = entry;
    this.pick = h('input', { type: 'checkbox', 'aria-label': `Select ${view.displayName}`, tabindex: '-1', onclick: (event) => onPick(this, this.pick.checked, event.shiftKey) });
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
      setText(this.restarts, restarts(view) > 0 ? String(restarts(view)) : '');
      setAttribute(this.restarts, 'title', view.restarts > 0 ? `${view.restarts} since the daemon started` : null);
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
      draw(this.cpu.firstChild, use ? cpu : NOTHING, CPU_FLOOR);
      draw(this.memory.firstChild, use ? used : NOTHING, MEMORY_FLOOR);
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

  /** Whether Tab stops here. */
  reachable(on) {
    this.#tab = on ? '0' : '-1';
    for (const element of [this.element, this.pick, this.link, ...this.actions.children]) {
      element.setAttribute('tabindex', this.#tab);
    }
  }

  select(selected) {
    this.pick.checked = selected;
    this.element.classList.toggle('selected', selected);
    setAttribute(this.element, 'aria-selected', selected ? 'true' : null);
  }

  #tellNote() {
    const { view } = this.entry;
    const text = note(view, store.now() / 1000);
    setText(this.note, text);
    const ended = view.stoppedAt && view.pid === 0 ? fullMoment(view.stoppedAt * 1000) : '';
    setAttribute(this.note, 'title', text ? [text, ended].filter(Boolean).join('\n') : null);
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
      h('button', { class: 'bare operate', type: 'button', tabindex: this.#tab, 'data-verb': verb, 'aria-label': `${label} ${view.displayName}`, title: label, onclick: () => one(verb, this.entry.view) }, icon(verb));
    this.actions.append(
      button('start', 'Start'),
      button('stop', 'Stop'),
      button('restart', 'Restart'),
      h('button', { class: 'bare', type: 'button', tabindex: this.#tab, 'aria-label': `More for ${view.displayName}`, 'aria-haspopup': 'menu', title: 'More', onclick: (event) => this.#menu(event.currentTarget) }, icon('more')),
    );
  }

  #enable() {
    const can = possible(this.entry.view.state);
    const may = store.may('operate') && !this.entry.pending;
    for (const button of this.actions.querySelectorAll('[data-verb]')) {
      const verb = button.dataset.verb;
      button.hidden = verb === 'start' ? !can.start : verb === 'stop' ? !can.stop : false;
      button.disabled = !may || !can[verb];
      if (button === document.activeElement && (button.hidden || button.disabled)) {
        this.element.focus({ preventScroll: true }); // or the focus would be nowhere
      }
    }
  }

  #menu(button) {
    const { view } = this.entry;
    const may = store.may('operate');
    openMenu(button, [
      { label: 'Open', href: processHash(view) },
      { label: 'Standard output', href: processHash(view, 'stdout') },
      { label: 'Standard error', href: processHash(view, 'stderr') },
      null,
      { label: 'Restart', disabled: !may || !possible(view.state).restart, run: () => one('restart', view) },
      { label: 'Send a signal …', disabled: !may || !possible(view.state).signal, run: () => one('signal', view) },
      { label: 'Clear logs …', disabled: !may, run: () => one('clear-logs', view) },
    ]);
  }
}

function cell(name, ...children) {
  return h('div', { class: `cell ${name}`, role: 'cell' }, ...children);
}
