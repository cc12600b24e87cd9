// The list of all programs.

import { announce, h, onceAFrame, setAttribute, setText } from './dom.js';
import { count, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { isTyping } from './keys.js';
import { openMenu } from './menu.js';
import { group as orderGroup, several } from './orders.js';
import { setQuery } from './routes.js';
import { note, Row } from './row.js';
import { Selection } from './selection.js';
import { STATES, store } from './store.js';

const COLUMNS = [
  { key: 'name', label: 'Name' },
  { key: 'state', label: 'State' },
  { key: 'note', label: '' },
  { key: 'uptime', label: 'Up' },
  { key: 'pid', label: 'PID' },
  { key: 'cpu', label: 'CPU' },
  { key: 'memory', label: 'Memory' },
  { key: 'restarts', label: 'Restarts' },
];

const COMPARE = {
  name: (a, b) => byText(a.view.displayName, b.view.displayName),
  state: (a, b) => STATES.indexOf(a.view.state) - STATES.indexOf(b.view.state),
  note: (a, b) => byText(note(a.view), note(b.view)),
  uptime: (a, b) => (b.view.pid && b.view.startedAt ? b.view.startedAt : Infinity) - (a.view.pid && a.view.startedAt ? a.view.startedAt : Infinity) || 0,
  pid: (a, b) => a.view.pid - b.view.pid,
  cpu: (a, b) => (b.use?.[0] ?? -1) - (a.use?.[0] ?? -1),
  memory: (a, b) => (b.use?.[1] ?? -1) - (a.use?.[1] ?? -1),
  restarts: (a, b) => b.view.restarts - a.view.restarts,
};

const collator = new Intl.Collator(undefined, { numeric: true });
const COLLAPSED = 'steward.collapsed';

function byText(a, b) {
  return collator.compare(a, b);
}

/** Opens the list. */
export function openPrograms(main, { query }, signal) {
  new Programs(main, query, signal);
}

class Programs {
  rows = new Map();
  groups = new Map();
  active = null;

  constructor(main, query, signal) {
    this.signal = signal;
    this.text = query.get('q') ?? '';
    this.states = new Set((query.get('state') ?? '').split(',').filter(Boolean));
    this.sort = query.get('sort') in COMPARE ? query.get('sort') : 'name';
    this.reverse = query.get('order') === 'desc';
    this.flat = query.get('flat') === '1';
    this.collapsed = new Set(JSON.parse(sessionStorage.getItem(COLLAPSED) ?? '[]'));
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => entry.target.row.show(entry.isIntersecting)), { rootMargin: '200px' });
    signal.addEventListener('abort', () => this.observer.disconnect());
    this.selection = new Selection(() => this.rows);
    this.arrangeSoon = onceAFrame(() => this.arrange());
    this.#build(main);
    this.#listen();
    this.arrange();
  }

  #build(main) {
    this.search = h('input', { type: 'search', placeholder: 'Filter by name, state, PID …', 'aria-label': 'Filter programs', value: this.text, autocomplete: 'off', spellcheck: 'false', oninput: () => this.#filter() });
    this.chips = h('div', { class: 'chips', role: 'group', 'aria-label': 'States' });
    this.grouping = h('button', { class: 'button small', type: 'button', title: 'Show groups, or all in one list', onclick: () => this.#toggleFlat() }, 'Grouped');
    this.shown = h('span', { class: 'muted shown', role: 'status' });
    this.heads = COLUMNS.map((column) => this.#head(column));
    this.all = h('input', { type: 'checkbox', 'aria-label': 'Select all shown', onchange: () => this.#pickAll() });
    this.body = h('div', { class: 'body' });
    this.empty = h('p', { class: 'empty', hidden: true });
    this.table = h(
      'div',
      { class: 'table', role: 'table', 'aria-label': 'Programs' },
      h('div', { class: 'heads', role: 'rowgroup' }, h('div', { class: 'row head', role: 'row' }, h('div', { class: 'cell pick', role: 'columnheader' }, this.all), this.heads, h('div', { class: 'cell actions', role: 'columnheader' }, h('span', { class: 'quiet' }, 'Actions')))),
      this.body,
    );
    main.replaceChildren(
      h('h1', { class: 'quiet' }, 'Programs'),
      h('div', { class: 'toolbar' }, h('label', { class: 'search' }, icon('search'), this.search), this.chips, this.shown, this.grouping),
      this.table,
      this.empty,
      this.selection.bar,
    );
  }

  #head({ key, label }) {
    const button = label ? h('button', { class: 'sort', type: 'button', onclick: () => this.#sortBy(key) }, label) : h('span', { class: 'quiet' }, 'Note');
    return h('div', { class: `cell ${key === 'state' ? 'state-cell' : key}`, role: 'columnheader', 'data-key': key }, button);
  }

  #listen() {
    const { signal } = this;
    store.on('structure', this.arrangeSoon, signal);
    store.on('connection', () => this.#refresh(), signal);
    store.on('process', (event) => this.#changed(event.detail), signal);
    store.on('usage', () => this.#used(), signal);
    const timer = setInterval(() => this.#visible((row) => row.tick()), 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.table.addEventListener('pointerleave', () => this.late && this.arrangeSoon(), { signal });
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.body.addEventListener('focusin', (event) => this.#focused(event.target.closest('.row')), { signal });
  }

  #changed(id) {
    const row = this.rows.get(id);
    if (row) {
      row.update();
      this.#tellCounts();
      this.#tellGroup(row.entry.view.group);
      if (this.states.size > 0 || this.sort === 'state') {
        this.arrangeLater();
      }
    }
  }

  #used() {
    this.#visible((row) => row.draw());
    for (const name of this.groups.keys()) {
      this.#tellGroup(name);
    }
    if (this.sort === 'cpu' || this.sort === 'memory') {
      this.arrangeLater();
    }
  }

  /** Not under the pointer: what one is about to press must not move away. */
  arrangeLater() {
    if (this.table.matches(':hover') && matchMedia('(hover: hover)').matches) {
      this.late = true;
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
    for (const name of this.groups.keys()) {
      this.#tellGroup(name);
    }
  }

  /** Puts the rows where they belong. */
  arrange() {
    this.late = false;
    this.#reconcile();
    const shown = [...store.processes.values()].filter((entry) => this.#matches(entry.view));
    shown.sort((a, b) => (this.reverse ? -1 : 1) * COMPARE[this.sort](a, b) || COMPARE.name(a, b));
    const sections = this.flat ? [{ entries: shown }] : this.#sections(shown);
    this.order = [];
    const children = [];
    for (const section of sections) {
      const closed = section.name !== undefined && this.collapsed.has(section.name);
      const rows = closed ? [] : section.entries.map((entry) => this.rows.get(entry.view.id));
      rows.forEach((row) => row.named(section.name !== undefined));
      this.order.push(...rows);
      children.push(this.#section(section, rows, closed));
    }
    replace(this.body, children);
    this.#tellCounts();
    this.#tellShown(shown.length);
    this.selection.keep(new Set(store.processes.keys()));
    this.#tellAll();
    this.#rove();
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
        const made = new Row(entry, (picked, on) => this.#pick(picked, on));
        this.rows.set(id, made);
        this.observer.observe(made.element);
      }
    }
  }

  #matches(view) {
    if (this.states.size > 0 && !this.states.has(view.state)) {
      return false;
    }
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const text = `${view.id} ${view.displayName} ${view.state} ${view.pid || ''} ${note(view)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }

  /** Groups of several first, then all programs that stand alone. */
  #sections(shown) {
    const groups = new Map();
    const alone = [];
    for (const entry of shown) {
      const { group, name } = entry.view;
      if (group === name) {
        alone.push(entry);
      } else {
        groups.set(group, [...(groups.get(group) ?? []), entry]);
      }
    }
    const named = [...groups].sort(([a], [b]) => byText(a, b)).map(([name, entries]) => ({ name, entries }));
    return alone.length ? [...named, { entries: alone, label: named.length ? 'On their own' : undefined }] : named;
  }

  #section(section, rows, closed) {
    const key = section.name ?? section.label ?? '';
    let group = this.groups.get(key);
    if (!group) {
      group = { element: h('div', { class: 'group', role: 'rowgroup' }), head: this.#groupHead(section) };
      this.groups.set(key, group);
    }
    setAttribute(group.element, 'aria-label', section.name !== undefined ? `Group ${section.name}` : 'Programs');
    group.head?.toggle?.setAttribute('aria-expanded', String(!closed));
    replace(group.element, [...(group.head ? [group.head.element] : []), ...rows.map((row) => row.element)]);
    this.#tellGroup(section.name);
    return group.element;
  }

  #groupHead(section) {
    if (section.name === undefined) {
      return section.label ? { element: h('div', { class: 'row grouphead alone', role: 'row' }, h('div', { class: 'cell title', role: 'cell' }, h('h2', {}, section.label))) } : null;
    }
    const { name } = section;
    const views = () => this.#members(name).map((entry) => entry.view);
    const toggle = h('button', { class: 'bare fold', type: 'button', 'aria-label': `Programs of ${name}`, onclick: () => this.#fold(name) }, icon('chevron'));
    const counts = h('span', { class: 'muted' });
    const figures = h('span', { class: 'muted figures' });
    const button = (verb, label) => h('button', { class: 'bare', type: 'button', 'data-verb': verb, 'aria-label': `${label} group ${name}`, title: `${label} group`, onclick: () => orderGroup(verb, name, views()) }, icon(verb));
    const actions = h('div', { class: 'cell actions', role: 'cell' }, button('start', 'Start'), button('stop', 'Stop'), button('restart', 'Restart'), h('button', { class: 'bare', type: 'button', 'aria-label': `More for group ${name}`, 'aria-haspopup': 'menu', title: 'More', onclick: (event) => this.#groupMenu(event.currentTarget, name, views()) }, icon('more')));
    const element = h('div', { class: 'row grouphead', role: 'row' }, h('div', { class: 'cell title', role: 'cell' }, toggle, h('h2', { onclick: () => this.#fold(name) }, name), counts, figures), actions);
    return { element, toggle, counts, figures, actions };
  }

  #groupMenu(button, name, views) {
    const may = store.mayOperate();
    openMenu(button, [
      { label: 'Select all of it', run: () => views.forEach((view) => this.#pick(this.rows.get(view.id), true)) },
      null,
      { label: 'Send a signal …', disabled: !may, run: () => orderGroup('signal', name, views) },
      { label: 'Clear logs …', disabled: !may, run: () => orderGroup('clear-logs', name, views) },
    ]);
  }

  #members(name) {
    return [...store.processes.values()].filter((entry) => entry.view.group === name);
  }

  #tellGroup(name) {
    const head = name === undefined ? null : this.groups.get(name)?.head;
    if (!head?.counts) {
      return;
    }
    const entries = this.#members(name);
    const counts = new Map();
    let cpu = 0;
    let used = 0;
    for (const { view, use } of entries) {
      counts.set(view.state, (counts.get(view.state) ?? 0) + 1);
      cpu += use?.[0] ?? 0;
      used += use?.[1] ?? 0;
    }
    setText(head.counts, STATES.filter((state) => counts.has(state)).map((state) => `${counts.get(state)} ${stateName(state).toLowerCase()}`).join(', '));
    setText(head.figures, used > 0 ? `${percent(cpu)} CPU, ${memory(used)}` : '');
    for (const button of head.actions.querySelectorAll('[data-verb]')) {
      button.disabled = !store.mayOperate();
    }
  }

  #tellCounts() {
    const counts = store.counts();
    const states = STATES.filter((state) => counts[state] || this.states.has(state));
    replace(
      this.chips,
      states.map((state) => {
        const chip = this.chips.querySelector(`[data-state=${state}]`) ?? h('button', { class: 'chip', type: 'button', 'data-state': state, onclick: () => this.#toggleState(state) }, h('i', { 'aria-hidden': 'true' }), h('span', {}), h('b', {}));
        setText(chip.children[1], stateName(state));
        setText(chip.children[2], String(counts[state] ?? 0));
        setAttribute(chip, 'aria-pressed', String(this.states.has(state)));
        return chip;
      }),
    );
    document.title = counts.FATAL ? `(${counts.FATAL} failed) ${store.daemon?.identifier ?? 'Steward'}` : (store.daemon?.identifier ?? 'Steward');
  }

  #tellShown(number) {
    const all = store.processes.size;
    setText(this.shown, number === all ? count(all, 'program') : `${number} of ${count(all, 'program')}`);
    this.empty.hidden = number > 0 || !store.loaded;
    setText(this.empty, all === 0 ? 'No programs are configured. Add a [program:x] section, then look at Configuration.' : 'No program matches.');
    for (const head of this.heads) {
      const here = head.dataset.key === this.sort;
      setAttribute(head, 'aria-sort', here ? (this.reverse ? 'descending' : 'ascending') : null);
    }
    setAttribute(this.grouping, 'aria-pressed', String(!this.flat));
    setAttribute(this.table, 'aria-rowcount', number + 1);
  }

  #filter() {
    this.text = this.search.value;
    this.#remember();
    this.arrangeSoon();
  }

  #toggleState(state) {
    if (!this.states.delete(state)) {
      this.states.add(state);
    }
    this.#remember();
    this.arrange();
  }

  #sortBy(key) {
    this.reverse = this.sort === key ? !this.reverse : false;
    this.sort = key;
    this.#remember();
    this.arrange();
    announce(`Sorted by ${key}${this.reverse ? ', reversed' : ''}.`);
  }

  #toggleFlat() {
    this.flat = !this.flat;
    this.#remember();
    this.arrange();
  }

  #fold(name) {
    if (!this.collapsed.delete(name)) {
      this.collapsed.add(name);
    }
    sessionStorage.setItem(COLLAPSED, JSON.stringify([...this.collapsed]));
    this.arrange();
  }

  #remember() {
    const query = new URLSearchParams();
    const values = { q: this.text, state: [...this.states].join(','), sort: this.sort === 'name' ? '' : this.sort, order: this.reverse ? 'desc' : '', flat: this.flat ? '1' : '' };
    for (const [name, value] of Object.entries(values)) {
      if (value) {
        query.set(name, value);
      }
    }
    setQuery(query);
  }

  #pick(row, on) {
    this.selection.set(row.entry.view.id, on);
    this.#tellAll();
  }

  #pickAll() {
    const on = this.all.checked;
    this.order.forEach((row) => this.selection.set(row.entry.view.id, on, false));
    this.selection.tell();
    this.#tellAll();
  }

  #tellAll() {
    const picked = this.order.filter((row) => this.selection.has(row.entry.view.id)).length;
    this.all.checked = picked > 0 && picked === this.order.length;
    this.all.indeterminate = picked > 0 && picked < this.order.length;
  }

  /** Exactly one row, and what is in it, can be reached by Tab; arrows lead to the others. */
  #rove() {
    if (!this.active || !this.order.includes(this.active)) {
      this.active = this.order[0] ?? null;
    }
    for (const row of this.order) {
      reachable(row, row === this.active);
    }
  }

  #focused(element) {
    const row = element?.row;
    if (row && row !== this.active) {
      if (this.active) {
        reachable(this.active, false);
      }
      this.active = row;
      reachable(row, true);
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) {
      if (event.key === 'Escape' && event.target === this.search && !document.querySelector('dialog[open]')) {
        this.search.blur();
      }
      return;
    }
    const row = document.activeElement?.closest?.('.row')?.row;
    const at = row ? this.order.indexOf(row) : -1;
    switch (event.key) {
      case 'j':
      case 'ArrowDown':
        if (event.key === 'j' || row) {
          this.#go(at + 1, event);
        }
        break;
      case 'k':
      case 'ArrowUp':
        if (event.key === 'k' || row) {
          this.#go(at - 1, event);
        }
        break;
      case 'Escape':
        this.selection.clear();
        this.#tellAll();
        break;
      default:
        if (row && document.activeElement === row.element) {
          this.#rowKey(row, event);
        }
    }
  }

  #rowKey(row, event) {
    const verb = { s: 'start', t: 'stop', r: 'restart' }[event.key];
    if (event.key === 'x' || event.key === ' ') {
      this.#pick(row, !this.selection.has(row.entry.view.id));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      row.link.click();
    } else if (verb && store.mayOperate()) {
      const picked = this.selection.views();
      several(verb, picked.length ? picked : [row.entry.view]);
    }
  }

  #go(to, event) {
    const row = this.order[Math.max(0, Math.min(to, this.order.length - 1))];
    if (row) {
      event.preventDefault();
      row.show(true);
      row.element.focus();
    }
  }
}

function reachable(row, on) {
  const index = on ? '0' : '-1';
  row.element.setAttribute('tabindex', index);
  row.pick.setAttribute('tabindex', index);
  row.link.setAttribute('tabindex', index);
  for (const button of row.actions.children) {
    button.setAttribute('tabindex', index);
  }
}

/** Gives an element other children, moving none that stay where they are. */
function replace(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  children.forEach((child, i) => {
    if (parent.children[i] !== child) {
      parent.insertBefore(child, parent.children[i] ?? null);
    }
  });
}
