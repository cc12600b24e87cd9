// One program: how it fares, what it writes, what it runs with.

import { get, logPath, processPath } from './api.js';
import { h, setAttribute, setText } from './dom.js';
import { ago, duration, fullMoment, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { isTyping } from './keys.js';
import { LogView } from './log.js';
import { one, possible } from './orders.js';
import { processHash } from './routes.js';
import { note } from './row.js';
import { settingsTable } from './settings.js';
import { draw, sparkline } from './spark.js';
import { store } from './store.js';
import { timeline } from './timeline.js';

/** Opens a program. */
export function openProgram(main, { parts }, signal) {
  new Program(main, parts, signal);
}

class Program {
  constructor(main, [, group, name, stream], signal) {
    this.id = `${group}:${name}`;
    this.names = { group, name };
    this.stream = stream === 'stderr' ? 'stderr' : 'stdout';
    this.signal = signal;
    this.#build(main);
    this.#openLog();
    this.#loadSettings();
    this.#loadEvents();
    store.on(['structure', 'connection'], () => this.#tell(), signal);
    store.on('process', (event) => event.detail === this.id && this.#tell(), signal);
    store.on('usage', () => this.#draw(), signal);
    store.on('event', (event) => event.detail.process === this.id && this.#loadEvents(), signal);
    const timer = setInterval(() => this.#tick(), 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#tell();
  }

  get entry() {
    return store.processes.get(this.id);
  }

  #build(main) {
    const { group, name } = this.names;
    const display = group === name ? name : `${group}:${name}`;
    document.title = display;
    this.state = h('span', { class: 'state' });
    this.note = h('span', { class: 'muted' });
    this.buttons = [this.#button('start', 'Start', true), this.#button('stop', 'Stop', true), this.#button('restart', 'Restart', true), this.#button('signal', 'Signal …'), this.#button('clear-logs', 'Clear logs …')];
    this.facts = h('dl', { class: 'facts' });
    this.cpu = figure('CPU', 'of-cpu');
    this.memory = figure('Memory', 'of-memory');
    this.streams = ['stdout', 'stderr'].map((stream) => h('a', { class: 'subtab', href: processHash(this.names, stream) }, stream === 'stdout' ? 'Output' : 'Errors'));
    this.logHolder = h('div', { class: 'logholder' });
    this.timeline = h('div', {});
    this.settings = h('div', {});
    main.replaceChildren(
      h('div', { class: 'pagehead' }, h('a', { class: 'bare', href: '#/', 'aria-label': 'Back to all programs', title: 'Back (Esc)' }, icon('back')), h('h1', {}, display), this.state, this.note, h('div', { class: 'headbuttons' }, this.buttons)),
      h(
        'div',
        { class: 'columns' },
        h('section', { class: 'panel logpanel', 'aria-label': 'Log' }, h('nav', { class: 'subtabs', 'aria-label': 'Streams' }, this.streams), this.logHolder),
        h(
          'div',
          { class: 'side' },
          h('section', { class: 'panel', 'aria-label': 'Figures' }, h('div', { class: 'figurepair' }, this.cpu.element, this.memory.element), this.facts),
          h('section', { class: 'panel' }, h('h2', {}, 'What happened'), this.timeline),
          h('section', { class: 'panel' }, h('h2', {}, 'Configuration'), this.settings),
        ),
      ),
    );
  }

  #button(verb, label, small = false) {
    return h('button', { class: 'button', type: 'button', 'data-verb': verb, onclick: () => this.entry && one(verb, this.entry.view) }, small ? icon(verb) : null, label);
  }

  #tell() {
    const entry = this.entry;
    if (!entry) {
      setText(this.note, store.loaded ? 'There is no such program (any more).' : '');
      this.buttons.forEach((button) => (button.disabled = true));
      return;
    }
    const { view, pending } = entry;
    setAttribute(this.state, 'data-state', view.state);
    setText(this.state, stateName(view.state));
    const can = { ...possible(view.state), 'clear-logs': true };
    for (const button of this.buttons) {
      const { verb } = button.dataset;
      button.disabled = !store.mayOperate() || pending || !can[verb];
      button.hidden = (verb === 'start' && !can.start) || (verb === 'stop' && !can.stop);
    }
    this.streams.forEach((tab, i) => setAttribute(tab, 'aria-current', (i === 0 ? 'stdout' : 'stderr') === this.stream ? 'page' : null));
    this.#tick();
    this.#draw();
  }

  #tick() {
    const view = this.entry?.view;
    if (!view) {
      return;
    }
    setText(this.note, note(view));
    const now = store.now() / 1000;
    const facts = [
      ['PID', view.pid > 0 ? String(view.pid) : '–'],
      [view.pid > 0 ? 'Up' : 'Started', view.startedAt ? (view.pid > 0 ? duration(now - view.startedAt) : ago(now - view.startedAt)) : 'never', view.startedAt],
      ['Restarts', String(view.restarts)],
      ['Last end', view.stoppedAt ? ago(now - view.stoppedAt) : 'never', view.stoppedAt],
    ];
    if (view.lastExit) {
      facts.push(['How', view.lastExit]);
    }
    const key = JSON.stringify(facts);
    if (this.shownFacts !== key) {
      this.shownFacts = key;
      this.facts.replaceChildren(...facts.map(([term, value, at]) => h('div', {}, h('dt', {}, term), h('dd', { title: at ? fullMoment(at * 1000) : null }, value))));
    }
  }

  #draw() {
    const { use, cpu = [], memory: used = [] } = this.entry ?? {};
    setText(this.cpu.value, use ? percent(use[0]) : '–');
    setText(this.memory.value, use ? memory(use[1]) : '–');
    draw(this.cpu.line, cpu, 10);
    draw(this.memory.line, used, 16 * 1024);
  }

  #openLog() {
    const log = new LogView(logPath(this.names, this.stream), this.signal, `${this.stream} of ${this.names.name}`);
    this.logHolder.replaceChildren(log.element);
  }

  async #loadSettings() {
    try {
      this.settings.replaceChildren(settingsTable(await get(`${processPath(this.names)}/config`)));
    } catch (problem) {
      this.settings.replaceChildren(h('p', { class: 'muted' }, problem.message));
    }
  }

  async #loadEvents() {
    try {
      this.timeline.replaceChildren(timeline(await get(`${processPath(this.names)}/events?limit=200`)));
    } catch (problem) {
      this.timeline.replaceChildren(h('p', { class: 'muted' }, problem.message));
    }
  }

  #key(event) {
    if (event.key === 'Escape' && !isTyping(event.target) && !document.querySelector('dialog[open], [popover]:popover-open')) {
      location.hash = '#/';
    }
  }
}

function figure(label, className) {
  const value = h('b', {}, '–');
  const line = sparkline(className);
  return { element: h('div', { class: 'bigfigure' }, h('h3', {}, label), value, line), value, line };
}
