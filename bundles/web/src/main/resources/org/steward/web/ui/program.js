// One program: how it fares, what it writes, what it runs with.

import { get, logPath, processPath } from './api.js';
import { h, setAttribute, setText } from './dom.js';
import { ago, duration, fullMoment, memory, percent, stateName } from './format.js';
import { icon } from './icons.js';
import { Happenings } from './history.js';
import { isTyping } from './keys.js';
import { note } from './listing.js';
import { LogView } from './log.js';
import { one, possible } from './orders.js';
import { processHash } from './routes.js';
import { settingsTable } from './settings.js';
import { draw, sparkline } from './spark.js';
import { StdinForm } from './stdin.js';
import { store } from './store.js';
import { timeline } from './timeline.js';

const STREAMS = ['stdout', 'stderr'];
const VERBS = [
  ['start', 'Start', 's'],
  ['stop', 'Stop', 't'],
  ['restart', 'Restart', 'r'],
  ['signal', 'Signal …'],
  ['clear-logs', 'Clear logs …'],
];

/** Opens a program. */
export function openProgram(main, { parts }, signal) {
  new Program(main, parts, signal);
}

class Program {
  constructor(main, [, group, name, stream], signal) {
    this.id = `${group}:${name}`;
    this.names = { group, name };
    this.happenings = new Happenings();
    this.stream = STREAMS.includes(stream) ? stream : 'stdout';
    this.signal = signal;
    this.#build(main);
    this.#load();
    store.on('structure', () => this.#load(), signal);
    store.on(['structure', 'connection'], () => this.#tell(), signal);
    store.on('process', (event) => event.detail === this.id && this.#tell(), signal);
    store.on('usage', () => this.#draw(), signal);
    store.on('event', (event) => event.detail.process === this.id && this.#happened(event.detail), signal);
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
    const display = group === name ? name : this.id;
    document.title = display;
    this.state = h('span', { class: 'state' });
    this.note = h('span', { class: 'muted' });
    this.buttons = VERBS.map(([verb, label, key]) => this.#button(verb, label, key));
    this.facts = h('dl', { class: 'facts' });
    this.cpu = figure('CPU', 'of-cpu');
    this.memory = figure('Memory', 'of-memory');
    this.tabs = STREAMS.map((each) => h('a', { class: 'subtab', href: processHash(this.names, each), 'aria-current': each === this.stream ? 'page' : null }, each));
    this.stdin = new StdinForm(this.names);
    this.history = h('div', {});
    this.settings = h('div', {});
    const log = new LogView(logPath(this.names, this.stream), this.signal, `${this.stream} of ${name}`);
    main.replaceChildren(
      h('div', { class: 'pagehead' }, h('a', { class: 'bare', href: '#/', 'aria-label': 'Back to all programs', title: 'Back (Esc)' }, icon('back')), h('h1', {}, display), this.state, this.note, h('div', { class: 'headbuttons' }, this.buttons)),
      h(
        'div',
        { class: 'columns' },
        h('section', { class: 'panel logpanel', 'aria-label': 'Log' }, h('nav', { class: 'subtabs', 'aria-label': 'Streams' }, this.tabs), log.element, this.stdin.element),
        h(
          'div',
          { class: 'side' },
          h('section', { class: 'panel', 'aria-label': 'Figures' }, h('div', { class: 'figurepair' }, this.cpu.element, this.memory.element), this.facts),
          h('section', { class: 'panel' }, h('h2', {}, 'History'), this.history),
          h('section', { class: 'panel' }, h('h2', {}, 'Configuration'), this.settings),
        ),
      ),
    );
  }

  #button(verb, label, key) {
    return h('button', { class: 'button operate', type: 'button', 'data-verb': verb, 'data-key': key, title: key ? `${label} (${key})` : null, onclick: () => this.entry && one(verb, this.entry.view) }, key ? icon(verb) : null, label);
  }

  #tell() {
    const entry = this.entry;
    if (!entry) {
      setText(this.note, store.loaded ? 'There is no such program (any more).' : '');
      this.buttons.forEach((button) => (button.disabled = true));
      this.stdin.update(undefined);
      return;
    }
    const { view, pending } = entry;
    setAttribute(this.state, 'data-state', view.state);
    setText(this.state, stateName(view.state));
    const can = { ...possible(view.state), 'clear-logs': true };
    for (const button of this.buttons) {
      const { verb } = button.dataset;
      button.disabled = !store.may('operate') || pending || !can[verb];
      button.hidden = (verb === 'start' && !can.start) || (verb === 'stop' && !can.stop);
    }
    // Where stderr goes the way of stdout there is nothing to see.
    this.tabs[1].hidden = view.stderrLog === '' && this.stream !== 'stderr';
    this.stdin.update(view);
    this.#tick();
    this.#draw();
  }

  #tick() {
    const view = this.entry?.view;
    if (!view) {
      return;
    }
    const now = store.now() / 1000;
    setText(this.note, note(view, now));
    const facts = factsOf(view, now);
    const key = JSON.stringify(facts);
    if (this.shownFacts !== key) {
      this.shownFacts = key;
      this.facts.replaceChildren(...facts.map(([term, value, at]) => h('div', {}, h('dt', {}, term), h('dd', { title: at ? fullMoment(at * 1000) : null }, value))));
    }
  }

  #draw() {
    const { use, cpu, memory: used } = this.entry ?? {};
    setText(this.cpu.value, use ? percent(use[0]) : '–');
    setText(this.memory.value, use ? memory(use[1]) : '–');
    if (cpu) {
      draw(this.cpu.line, cpu, 10);
      draw(this.memory.line, used, 16 * 1024);
    }
  }

  /** What is not told by the stream is asked for, again whenever the stream began anew. */
  async #load() {
    const { signal } = this;
    const path = processPath(this.names);
    await fill(this.history, async () => {
      await this.happenings.load(() => get(`${path}/events?limit=200`, { signal }));
      return timeline(this.happenings.list, this.entry?.view);
    }, signal);
    await fill(this.settings, async () => settingsTable(await get(`${path}/config`, { signal })), signal);
  }

  #happened(event) {
    this.happenings.add(event);
    this.history.replaceChildren(timeline(this.happenings.list, this.entry?.view));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) {
      return;
    }
    if (event.key === 'Escape') {
      location.hash = '#/';
    } else {
      this.buttons.find((button) => button.dataset.key === event.key && !button.hidden)?.click();
    }
  }
}

async function fill(element, make, signal) {
  try {
    element.replaceChildren(await make());
  } catch (problem) {
    if (!signal.aborted) {
      element.replaceChildren(h('p', { class: 'muted' }, problem.message));
    }
  }
}

function factsOf(view, now) {
  const since = (at) => ago(now - at);
  const facts = [
    ['PID', view.pid > 0 ? String(view.pid) : '–'],
    view.pid > 0 ? ['Uptime', duration(now - view.startedAt), view.startedAt] : ['Started', view.startedAt ? since(view.startedAt) : 'never', view.startedAt],
    ['Restarts', view.restarts === view.recentRestarts ? String(view.restarts) : `${view.recentRestarts} lately, ${view.restarts} in all`],
    ['Last end', view.stoppedAt ? since(view.stoppedAt) : 'never', view.stoppedAt],
  ];
  return view.lastExit ? [...facts, ['Exit reason', view.lastExit]] : facts;
}

function figure(label, className) {
  const value = h('b', {}, '–');
  const line = sparkline(className);
  return { element: h('div', { class: 'bigfigure' }, h('h3', {}, label), value, line), value, line };
}
