// The list of all programs.

import { announce, h, onceAFrame, replace, setAttribute, setText } from './dom.js';
import { GroupHead, plainHead } from './grouphead.js';
import { COMPARE, isFigure, listed, sections } from './listing.js';
import { listKeys } from './listkeys.js';
import { setQuery } from './routes.js';
import { Row } from './row.js';
import { Selection } from './selection.js';
import { store } from './store.js';
import { Toolbar } from './toolbar.js';

const COLUMNS = [
  ['name', 'Name'],
  ['state', 'State'],
  ['note', ''],
  ['uptime', 'Uptime'],
  ['pid', 'PID'],
  ['cpu', 'CPU'],
  ['memory', 'Memory'],
  ['restarts', 'Restarts'],
];

const COLLAPSED = 'steward.collapsed';

/** Opens the list. */
export function openPrograms(main, { query }, signal) {
  new Programs(main, query, signal);
}

class Programs {
  rows = new Map();
  /** The rows as they are shown, without those of closed groups. */
  order = [];
  #groups = new Map();
  /** A list may not move under the pointer: then it is put in order when the pointer leaves. */
  #late = false;

  constructor(main, query, signal) {
    this.asked = {
      text: query.get('q') ?? '',
      states: new Set((query.get('state') ?? '').split(',').filter(Boolean)),
      sort: query.get('sort') in COMPARE ? query.get('sort') : 'name',
      reverse: query.get('order') === 'desc',
      flat: query.get('flat') === '1',
    };
    this.collapsed = new Set(JSON.parse(sessionStorage.getItem(COLLAPSED) ?? '[]'));
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => entry.target.row.show(entry.isIntersecting)), { rootMargin: '200px' });
    signal.addEventListener('abort', () => this.observer.disconnect());
    this.selection = new Selection(() => this.rows);
    this.arrangeSoon = onceAFrame(() => !signal.aborted && this.arrange());
    this.tellSoon = onceAFrame(() => this.#tell());
    this.#build(main);
    this.#listen(signal);
    this.keys = listKeys(this, signal);
    this.arrange();
  }

  #build(main) {
    this.toolbar = new Toolbar(this.asked, () => this.#changedWishes());
    this.heads = COLUMNS.map(([key, label]) => this.#head(key, label));
    this.all = h('input', { type: 'checkbox', 'aria-label': 'Select all shown', onchange: () => this.#pickAll() });
    this.body = h('div', { class: 'body' });
    this.empty = h('p', { class: 'empty', hidden: true });
    this.table = h(
      'div',
      { class: 'table', role: 'table', 'aria-label': 'Programs' },
      h('div', { class: 'heads', role: 'rowgroup' }, h('div', { class: 'row head', role: 'row' }, h('div', { class: 'cell pick', role: 'columnheader' }, this.all), this.heads, h('div', { class: 'cell actions', role: 'columnheader' }, h('span', { class: 'quiet' }, 'Actions')))),
      this.body,
    );
    main.replaceChildren(h('h1', { class: 'quiet' }, 'Programs'), this.toolbar.element, this.table, this.empty, this.selection.bar);
  }

  #head(key, label) {
    const content = label ? h('button', { class: 'sort', type: 'button', onclick: () => this.#sortBy(key) }, label) : h('span', { class: 'quiet' }, 'Note');
    const title = key === 'restarts' ? 'Restarts nobody asked for, in the last hour' : null;
    return h('div', { class: `cell ${key === 'state' ? 'state-cell' : key}`, role: 'columnheader', 'data-key': key, title }, content);
  }

  #listen(signal) {
    store.on('structure', this.arrangeSoon, signal);
    store.on('connection', () => this.#refresh(), signal);
    store.on('process', (event) => this.#changed(event.detail), signal);
    store.on('usage', () => this.#used(), signal);
    const timer = setInterval(() => this.#visible((row) => row.tick()), 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.table.addEventListener('pointerleave', () => this.#late && this.arrangeSoon(), { signal });
  }

  #changed(id) {
    const row = this.rows.get(id);
    if (row) {
      row.updateSoon();
      this.tellSoon();
      if (this.asked.states.size > 0 || this.asked.sort === 'state') {
        this.#arrangeLater();
      }
    }
  }

  #used() {
    this.#visible((row) => row.draw());
    this.toolbar.tellSum();
    this.tellSoon();
    if (this.asked.sort === 'cpu' || this.asked.sort === 'memory') {
      this.#arrangeLater();
    }
  }

  #arrangeLater() {
    if (this.table.matches(':hover') && matchMedia('(hover: hover)').matches) {
      this.#late = true;
    } else {
      this.arrangeSoon();
    }
  }

  #visible(run) {
    for (const row of this.rows.values()) {
      if (row.visible) {
        run(row);
      }
    }
  }

  #refresh() {
    this.#visible((row) => row.update());
    this.selection.tell();
    this.#tell();
  }

  #tell() {
    this.toolbar.tellCounts();
    this.#groups.forEach((group) => group.element.isConnected && group.head?.update?.());
  }

  /** Puts the rows where they belong. */
  arrange() {
    this.#late = false;
    this.#reconcile();
    const shown = listed(store.processes.values(), this.asked, store.now() / 1000);
    this.order = [];
    const parts = this.asked.flat ? [{ entries: shown }] : sections(shown);
    replace(this.body, parts.map((part) => this.#section(part)));
    this.#tell();
    this.toolbar.tellShown(shown.length);
    this.toolbar.tellSum();
    this.#tellHeads(shown.length);
    this.selection.keep(new Set(store.processes.keys()));
    this.#tellAll();
    this.keys.rove();
  }

  #reconcile() {
    for (const [id, row] of this.rows) {
      if (store.processes.get(id) !== row.entry) {
        this.observer.unobserve(row.element);
        this.rows.delete(id);
      }
    }
    for (const [id, entry] of store.processes) {
      const row = this.rows.get(id);
      if (row) {
        row.update();
      } else {
        const made = new Row(entry, (picked, on, range) => this.pick(picked, on, range));
        this.rows.set(id, made);
        this.observer.observe(made.element);
      }
    }
  }

  #section({ name, label, entries }) {
    const closed = name !== undefined && this.collapsed.has(name);
    const rows = closed ? [] : entries.map((entry) => this.rows.get(entry.view.id));
    rows.forEach((row) => row.named(name !== undefined));
    this.order.push(...rows);
    const { element, head } = this.#group(name, label);
    head?.folded?.(closed);
    replace(element, [...(head ? [head.element] : []), ...rows.map((row) => row.element)]);
    return element;
  }

  #group(name, label) {
    const key = name ?? `: ${label}`; // no group has a colon in its name
    if (!this.#groups.has(key)) {
      const actions = { fold: () => this.#fold(name), pick: () => this.#pickGroup(name) };
      const head = name !== undefined ? new GroupHead(name, actions) : label ? plainHead(label) : null;
      const title = name !== undefined ? `Group ${name}` : (label ?? 'Programs');
      this.#groups.set(key, { element: h('div', { class: 'group', role: 'rowgroup', 'aria-label': title }), head });
    }
    return this.#groups.get(key);
  }

  #tellHeads(number) {
    this.empty.hidden = number > 0 || !store.loaded;
    setText(this.empty, store.processes.size === 0 ? 'No programs are configured. Add a [program:x] section, then look at Configuration.' : 'No program matches.');
    for (const head of this.heads) {
      const here = head.dataset.key === this.asked.sort;
      const falling = isFigure(head.dataset.key) !== this.asked.reverse;
      setAttribute(head, 'aria-sort', here ? (falling ? 'descending' : 'ascending') : null);
    }
  }

  #sortBy(key) {
    this.asked.reverse = this.asked.sort === key && !this.asked.reverse;
    this.asked.sort = key;
    this.#changedWishes();
    announce(`Sorted by ${key}${this.asked.reverse ? ', reversed' : ''}.`);
  }

  #fold(name) {
    if (!this.collapsed.delete(name)) {
      this.collapsed.add(name);
    }
    sessionStorage.setItem(COLLAPSED, JSON.stringify([...this.collapsed]));
    this.arrange();
  }

  /** The address holds what is asked for, so that it can be kept and sent around. */
  #changedWishes() {
    const { text, states, sort, reverse, flat } = this.asked;
    const values = { q: text, state: [...states].join(','), sort: sort === 'name' ? '' : sort, order: reverse ? 'desc' : '', flat: flat ? '1' : '' };
    setQuery(new URLSearchParams(Object.entries(values).filter(([, value]) => value)));
    this.arrangeSoon();
  }

  /** Selects a row or not; with a range, all rows between it and the last one that was. */
  pick(row, on, range = false) {
    const from = range ? this.order.indexOf(this.lastPicked) : -1;
    const to = this.order.indexOf(row);
    const rows = from < 0 ? [row] : this.order.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.lastPicked = row;
    this.#pickAllOf(rows, on);
  }

  #pickAllOf(rows, on) {
    rows.forEach((row) => this.selection.set(row.entry.view.id, on, false));
    this.selection.tell();
    this.#tellAll();
  }

  #pickGroup(name) {
    this.#pickAllOf([...this.rows.values()].filter((row) => row.entry.view.group === name), true);
  }

  #pickAll() {
    this.#pickAllOf(this.order, this.all.checked);
  }

  /** Nothing is selected any more. */
  pickNone() {
    this.selection.clear();
    this.#tellAll();
  }

  #tellAll() {
    const picked = this.order.filter((row) => this.selection.has(row.entry.view.id)).length;
    this.all.checked = picked > 0 && picked === this.order.length;
    this.all.indeterminate = picked > 0 && picked < this.order.length;
  }
}
