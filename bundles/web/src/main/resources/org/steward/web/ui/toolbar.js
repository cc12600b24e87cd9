// Above the list: the search, the states to choose from, and the sum of it all.

import { h, replace, setAttribute, setText } from './dom.js';
import { count, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { STATES } from './listing.js';
import { store } from './store.js';

export class Toolbar {
  /**
   * @param {{text: string, states: Set<string>, flat: boolean}} asked what is asked for; changed here
   * @param {() => void} changed called when it is
   */
  constructor(asked, changed) {
    this.asked = asked;
    this.changed = changed;
    this.search = h('input', { type: 'search', placeholder: 'Filter by name, state, PID …', 'aria-label': 'Filter programs', 'aria-keyshortcuts': '/', value: asked.text, autocomplete: 'off', spellcheck: 'false', oninput: () => this.#change('text', this.search.value) });
    this.chips = h('div', { class: 'chips', role: 'group', 'aria-label': 'States' });
    this.sum = h('span', { class: 'muted sum' });
    this.shown = h('span', { class: 'muted', role: 'status' });
    this.grouping = h('button', { class: 'button small', type: 'button', title: 'Show groups, or all in one list', onclick: () => this.#change('flat', !asked.flat) }, 'Grouped');
    this.element = h(
      'div',
      { class: 'toolbar' },
      h('label', { class: 'search' }, icon('search'), this.search, h('kbd', { 'aria-hidden': 'true' }, '/')),
      this.chips,
      h('div', { class: 'totals' }, this.shown, this.sum),
      this.grouping,
    );
  }

  #change(name, value) {
    this.asked[name] = value;
    this.changed();
  }

  #toggleState(state) {
    const { states } = this.asked;
    if (!states.delete(state)) {
      states.add(state);
    }
    this.changed();
  }

  /** Shows how many programs are in each state. */
  tellCounts() {
    const counts = store.counts();
    replace(this.chips, STATES.filter((state) => counts[state] || this.asked.states.has(state)).map((state) => this.#chip(state, counts[state] ?? 0)));
    const name = store.daemon?.identifier ?? 'Steward';
    document.title = counts.FATAL ? `(${counts.FATAL} failed) ${name}` : name;
  }

  #chip(state, number) {
    const chip =
      this.chips.querySelector(`[data-state=${state}]`) ??
      h('button', { class: 'chip', type: 'button', 'data-state': state, onclick: () => this.#toggleState(state) }, h('i', { 'aria-hidden': 'true' }), h('span', {}, stateName(state)), h('b', {}));
    setText(chip.lastChild, String(number));
    setAttribute(chip, 'aria-pressed', String(this.asked.states.has(state)));
    return chip;
  }

  /** Shows how many programs are listed. */
  tellShown(number) {
    const all = store.processes.size;
    setText(this.shown, !store.loaded ? '' : number === all ? count(all, 'program') : `${number} of ${count(all, 'program')}`);
    setAttribute(this.grouping, 'aria-pressed', String(!this.asked.flat));
  }

  /** Shows what all programs use together. */
  tellSum() {
    const { cpu, memory: used } = store.total();
    setText(this.sum, used > 0 ? `${percent(cpu)} CPU, ${memory(used)}` : '');
  }
}
