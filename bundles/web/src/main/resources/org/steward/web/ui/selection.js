// The programs that are selected, and what can be done to them together.

import { h, setText } from './dom.js';
import { count } from './format.js';
import { icon } from './icons.js';
import { several } from './orders.js';
import { store } from './store.js';

const VERBS = [
  ['start', 'Start'],
  ['stop', 'Stop'],
  ['restart', 'Restart'],
  ['signal', 'Signal …'],
  ['clear-logs', 'Clear logs …'],
];

export class Selection {
  #ids = new Set();
  #rows;

  constructor(rows) {
    this.#rows = rows;
    this.text = h('span', { role: 'status' });
    this.buttons = VERBS.map(([verb, label]) =>
      h('button', { class: 'button small operate', type: 'button', onclick: () => several(verb, this.views()) }, ['start', 'stop', 'restart'].includes(verb) ? icon(verb) : null, label),
    );
    this.bar = h(
      'div',
      { class: 'selectionbar', role: 'region', 'aria-label': 'Selected programs', hidden: true },
      this.text,
      this.buttons,
      h('button', { class: 'bare', type: 'button', 'aria-label': 'Clear the selection', title: 'Clear the selection (Esc)', onclick: () => this.clear() }, icon('close')),
    );
  }

  has(id) {
    return this.#ids.has(id);
  }

  set(id, on, tell = true) {
    if (on) {
      this.#ids.add(id);
    } else {
      this.#ids.delete(id);
    }
    this.#rows().get(id)?.select(on);
    if (tell) {
      this.tell();
    }
  }

  clear() {
    for (const id of [...this.#ids]) {
      this.set(id, false, false);
    }
    this.tell();
  }

  /** Forgets those that are no more, and marks the rows of the others, which may be new. */
  keep(present) {
    for (const id of [...this.#ids]) {
      if (present.has(id)) {
        this.#rows().get(id)?.select(true);
      } else {
        this.#ids.delete(id);
      }
    }
    this.tell();
  }

  views() {
    return [...this.#ids].map((id) => store.processes.get(id)?.view).filter(Boolean);
  }

  tell() {
    this.bar.hidden = this.#ids.size === 0;
    setText(this.text, this.#ids.size ? `${count(this.#ids.size, 'program')} selected` : '');
    this.buttons.forEach((button) => (button.disabled = !store.may('operate')));
  }
}
