// The line above the programs of a group, with what can be done to the group as a whole.

import { h, setAttribute, setText } from './dom.js';
import { memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { STATES } from './listing.js';
import { openMenu } from './menu.js';
import { group as order } from './orders.js';
import { store } from './store.js';

/** A line for programs that are no group. */
export function plainHead(label) {
  return { element: h('div', { class: 'row grouphead alone', role: 'row' }, h('div', { class: 'cell title', role: 'cell' }, h('h2', {}, label))) };
}

export class GroupHead {
  /**
   * @param {string} name the group
   * @param {{fold: () => void, pick: () => void}} actions what else its buttons do
   */
  constructor(name, actions) {
    this.name = name;
    const { fold, pick } = actions;
    this.toggle = h('button', { class: 'bare fold', type: 'button', 'aria-label': `Programs of ${name}`, onclick: fold }, icon('chevron'));
    this.counts = h('span', { class: 'muted' });
    this.figures = h('span', { class: 'muted figures' });
    this.buttons = ['start', 'stop', 'restart'].map((verb) => this.#button(verb));
    const more = h('button', { class: 'bare', type: 'button', 'aria-label': `More for group ${name}`, 'aria-haspopup': 'menu', title: 'More', onclick: () => this.#menu(more, pick) }, icon('more'));
    this.element = h(
      'div',
      { class: 'row grouphead', role: 'row' },
      h('div', { class: 'cell title', role: 'cell' }, this.toggle, h('h2', { onclick: fold }, name), this.counts, this.figures),
      h('div', { class: 'cell actions', role: 'cell' }, this.buttons, more),
    );
  }

  #button(verb) {
    const label = `${verb.charAt(0).toUpperCase()}${verb.slice(1)} group`;
    return h('button', { class: 'bare operate', type: 'button', 'data-verb': verb, 'aria-label': `${label} ${this.name}`, title: label, onclick: () => order(verb, this.name, this.#views()) }, icon(verb));
  }

  #menu(button, pick) {
    const may = store.may('operate');
    const views = this.#views();
    openMenu(button, [
      { label: 'Select all of it', run: pick },
      null,
      { label: 'Restart group', disabled: !may, run: () => order('restart', this.name, views) },
      { label: 'Send a signal …', disabled: !may, run: () => order('signal', this.name, views) },
      { label: 'Clear logs …', disabled: !may, run: () => order('clear-logs', this.name, views) },
    ]);
  }

  #members() {
    return [...store.processes.values()].filter((entry) => entry.view.group === this.name);
  }

  #views() {
    return this.#members().map((entry) => entry.view);
  }

  /** Shows whether its programs are shown. */
  folded(closed) {
    setAttribute(this.toggle, 'aria-expanded', String(!closed));
  }

  /** Shows what is known now. */
  update() {
    const members = this.#members();
    const counts = new Map();
    members.forEach(({ view }) => counts.set(view.state, (counts.get(view.state) ?? 0) + 1));
    const total = store.total(members);
    setText(this.counts, STATES.filter((state) => counts.has(state)).map((state) => `${counts.get(state)} ${stateName(state).toLowerCase()}`).join(', '));
    setText(this.figures, total.memory > 0 ? `${percent(total.cpu)} CPU, ${memory(total.memory)}` : '');
    this.buttons.forEach((button) => (button.disabled = !store.may('operate')));
  }
}
