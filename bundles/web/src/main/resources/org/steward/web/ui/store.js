// What is known of the programs, kept true by the events. Knows nothing of the page.

import { get } from './api.js';
import { Series } from './series.js';

const ROLES = ['read', 'operate', 'admin'];

/** Something in the store changed; the detail is the program's id, or what happened. */
class Change extends Event {
  constructor(type, detail) {
    super(type);
    this.detail = detail;
  }
}

/**
 * Tells of: "structure" (programs came or went, or all was loaded anew), "process" (one changed),
 * "usage", "pages" (of plugins), "connection", and "event" (something happened at all).
 */
export class Store extends EventTarget {
  /** Programs by their id, in start order. */
  processes = new Map();
  daemon = null;
  /** The pages plugins offer. */
  pages = [];
  /** How far the daemon's clock is ahead of ours, in milliseconds. */
  clockOffset = 0;
  connected = false;
  loaded = false;
  /** The last word on what each program uses: only changes are told. */
  #uses = {};
  #ask;

  /** @param {(path: string) => Promise<any>} ask where to ask for everything */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  /** The daemon's time, in milliseconds. */
  now() {
    return Date.now() + this.clockOffset;
  }

  get role() {
    return this.daemon?.role ?? 'read';
  }

  /** Whether who looks may do what takes this role, now. */
  may(role) {
    return this.connected && ROLES.indexOf(this.role) >= ROLES.indexOf(role);
  }

  /** Asks for everything anew. */
  async load() {
    const [daemon, list, used] = await Promise.all([this.#ask('/daemon'), this.#ask('/processes'), this.#ask('/usage')]);
    this.daemon = daemon;
    this.clockOffset = daemon.now - Date.now();
    const known = this.processes;
    this.processes = new Map();
    for (const view of list) {
      const old = known.get(view.id);
      this.processes.set(view.id, old && old.view.pid === view.pid ? Object.assign(old, { view }) : entry(view));
    }
    this.#remember(used);
    this.loaded = true;
    this.tell('structure');
  }

  /** Asks for what is not told again to who resumes: what programs used meanwhile. */
  async catchUp() {
    this.#remember(await this.#ask('/usage'));
    this.tell('usage');
  }

  #remember({ times, processes }) {
    for (const [id, known] of this.processes) {
      const { cpu, memory } = processes[id] ?? { cpu: [], memory: [] };
      Object.assign(known, nothingUsed(known.use));
      cpu.forEach((value, i) => known.cpu.add(times.at(i - cpu.length), value));
      memory.forEach((value, i) => known.memory.add(times.at(i - memory.length), value));
      if (cpu.length > 0) {
        known.use ??= [cpu.at(-1), memory.at(-1)]; // until there is a closer look
      }
    }
  }

  /** Takes in what is known of one program now. */
  update(view) {
    const known = this.processes.get(view.id);
    if (!known) {
      return;
    }
    if (known.view.pid !== view.pid) {
      Object.assign(known, nothingUsed());
    }
    known.view = view;
    this.tell('process', view.id);
  }

  /** Takes in what programs use: all of them, or those that changed. */
  usage(sample) {
    this.#uses = sample.all ? sample.processes : Object.assign(this.#uses, sample.processes);
    for (const [id, known] of this.processes) {
      const use = this.#uses[id];
      if (use && known.view.pid > 0) {
        known.use = use;
        known.cpu.add(sample.at, use[0]);
        known.memory.add(sample.at, use[1]);
      } else {
        known.use = undefined;
      }
    }
    this.tell('usage');
  }

  setPages(pages) {
    this.pages = pages;
    this.tell('pages');
  }

  setConnected(connected) {
    if (this.connected !== connected) {
      this.connected = connected;
      this.tell('connection');
    }
  }

  /** How many programs are in each state. */
  counts() {
    const counts = {};
    for (const { view } of this.processes.values()) {
      counts[view.state] = (counts[view.state] ?? 0) + 1;
    }
    return counts;
  }

  /** What programs use together: processor time in percent, memory in KiB. */
  total(entries = this.processes.values()) {
    let cpu = 0;
    let memory = 0;
    for (const { use } of entries) {
      cpu += use?.[0] ?? 0;
      memory += use?.[1] ?? 0;
    }
    return { cpu, memory };
  }

  tell(type, detail) {
    this.dispatchEvent(new Change(type, detail));
  }

  /** Listens until the signal says otherwise. */
  on(types, listener, signal) {
    for (const type of [types].flat()) {
      this.addEventListener(type, listener, { signal });
    }
  }
}

function entry(view) {
  return { view, ...nothingUsed() };
}

function nothingUsed(use) {
  return { cpu: new Series(), memory: new Series(), use };
}

export const store = new Store(get);
