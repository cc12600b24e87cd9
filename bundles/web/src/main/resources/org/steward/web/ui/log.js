// A log as it grows: followed, paused, searched, with its colours.

import { url } from './api.js';
import { announce, h, onceAFrame, setText } from './dom.js';
import { icon } from './icons.js';
import { Finder } from './logfind.js';
import { LineMaker } from './loglines.js';
import { LogSource } from './logsource.js';

/** More lines than this nobody scrolls through; the download has them all. */
const MOST_LINES = 10000;

const MISSING = 'There is no log here: output is not kept in a file, or there was none yet.';

export class LogView {
  #source;
  #lines = [];
  #maker = new LineMaker();
  #finder = new Finder();
  /** The beginning of a line whose end did not come yet. */
  #rest = '';
  /** Whether the first line to come may be the second half of one. */
  #cut = false;
  /** Where in the file the first line shown begins. */
  #begin = 0;
  #pending = [];
  #paused = false;
  #following = true;
  #top = 0;
  #flushSoon = onceAFrame(() => this.#flush());

  /**
   * @param {string} path where the log is, below the API
   * @param {AbortSignal} signal ends it
   * @param {string} label what it is, for those who listen
   */
  constructor(path, signal, label) {
    this.#source = new LogSource(path, signal);
    this.#build(path, label);
    this.#source.follow(
      (offset) => this.#restart(offset),
      (text) => this.#take(text),
      (status) => this.#fail(status),
    );
  }

  #build(path, label) {
    const button = (properties, ...children) => h('button', { class: 'button small', type: 'button', ...properties }, ...children);
    this.search = h('input', { type: 'search', placeholder: 'Find in log', 'aria-label': 'Find in log', spellcheck: 'false', autocomplete: 'off', oninput: () => this.#find(), onkeydown: (event) => this.#searchKey(event) });
    this.found = h('span', { class: 'muted found', role: 'status' });
    this.only = button({ 'aria-pressed': 'false', title: 'Show only lines that match', onclick: () => this.#toggleOnly() }, 'Only matches');
    this.levels = h('select', { 'aria-label': 'Level', onchange: () => this.#setLevel() }, [['', 'All levels'], ['warn', 'Warnings and errors'], ['bad', 'Errors']].map(([value, text]) => h('option', { value }, text)));
    this.wrap = button({ 'aria-pressed': 'true', onclick: () => this.#toggleWrap() }, 'Wrap');
    this.pause = button({ onclick: () => this.#togglePause() });
    this.earlier = button({ class: 'button small earlier', hidden: true, onclick: () => this.#loadEarlier() }, 'Show what is before');
    this.body = h('div', { class: 'loglines' });
    this.empty = h('p', { class: 'logempty muted' }, 'Opening …');
    this.view = h('div', { class: 'logview', tabindex: '0', role: 'log', 'aria-live': 'off', 'aria-label': label, onscroll: () => this.#scrolled() }, this.earlier, this.body, this.empty);
    this.more = button({ class: 'button small more', hidden: true, onclick: () => this.#toEnd() }, 'To the end');
    const download = h('a', { class: 'button small', href: url(`${path}?download=true`), download: '', 'aria-label': 'Download', title: 'Download' }, icon('download'));
    this.element = h(
      'div',
      { class: 'log' },
      h('div', { class: 'logbar' }, h('label', { class: 'search' }, icon('search'), this.search), this.found, this.only, h('span', { class: 'grow' }), this.levels, this.wrap, this.pause, download),
      h('div', { class: 'logframe' }, this.view, this.more),
    );
    this.#tellPause();
  }

  #restart(offset) {
    this.#lines = [];
    this.#maker = new LineMaker();
    this.#rest = '';
    this.#pending = [];
    this.#begin = offset;
    this.#cut = offset > 0;
    this.body.replaceChildren();
    this.#find();
    this.earlier.hidden = offset === 0;
    setText(this.empty, 'Nothing was written yet.');
    this.empty.hidden = false;
  }

  #fail(status) {
    setText(this.empty, status === 404 ? MISSING : 'The log cannot be read at the moment.');
    this.empty.hidden = this.#lines.length > 0;
  }

  #take(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    if (this.#cut && lines.length > 0) {
      this.#cut = false;
      this.#begin += new TextEncoder().encode(`${lines.shift()}\n`).length;
    }
    this.#pending.push(...lines);
    if (this.#pending.length > MOST_LINES) {
      this.#pending.splice(0, this.#pending.length - MOST_LINES);
    }
    if (this.#paused) {
      this.#tellPause();
    } else {
      this.#flushSoon();
    }
  }

  #flush() {
    const made = this.#pending.splice(0).map((line) => this.#maker.make(line));
    if (made.length === 0) {
      return;
    }
    this.empty.hidden = true;
    this.#lines.push(...made);
    this.body.append(...made.map((line) => line.element));
    this.#drop(this.#lines.length - MOST_LINES);
    this.#finder.add(made);
    setText(this.found, this.#finder.words());
    if (this.#following) {
      this.#toEnd();
    }
  }

  #drop(surplus) {
    if (surplus > 0) {
      const gone = this.#lines.splice(0, surplus);
      gone.forEach((line) => line.element.remove());
      this.#finder.forget(gone);
      this.earlier.hidden = true;
    }
  }

  async #loadEarlier() {
    this.earlier.disabled = true;
    try {
      const { begin, lines } = await this.#source.before(this.#begin);
      const maker = new LineMaker();
      const made = lines.map((line) => maker.make(line));
      const height = this.view.scrollHeight;
      this.#begin = begin;
      this.#lines.unshift(...made);
      this.body.prepend(...made.map((line) => line.element));
      this.view.scrollTop += this.view.scrollHeight - height;
      this.earlier.hidden = begin === 0;
      this.#find();
    } catch {
      setText(this.earlier, 'What is before is gone: the log was rotated or cleared');
    }
    this.earlier.disabled = false;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.view;
    // Heights are guessed until lines are seen, so only going up is leaving the end.
    const atEnd = scrollTop + clientHeight >= scrollHeight - 24;
    this.#following = atEnd || (this.#following && scrollTop >= this.#top);
    this.#top = scrollTop;
    this.more.hidden = this.#following;
  }

  #toEnd() {
    this.#following = true;
    this.view.scrollTop = this.view.scrollHeight;
    this.#top = this.view.scrollTop;
    requestAnimationFrame(() => {
      if (this.#following) {
        this.view.scrollTop = this.view.scrollHeight;
      }
    });
  }

  #togglePause() {
    this.#paused = !this.#paused;
    if (!this.#paused) {
      this.#flush();
      this.#toEnd();
    }
    this.#tellPause();
    announce(this.#paused ? 'Log paused.' : 'Log goes on.');
  }

  #tellPause() {
    const waiting = this.#pending.length;
    const words = this.#paused ? (waiting ? `Go on (${waiting} new)` : 'Go on') : 'Pause';
    if (this.pause.dataset.words !== words) {
      this.pause.dataset.words = words;
      this.pause.replaceChildren(icon(this.#paused ? 'start' : 'pause'), words);
    }
  }

  #toggleWrap() {
    const off = this.element.classList.toggle('nowrap');
    this.wrap.setAttribute('aria-pressed', String(!off));
  }

  #toggleOnly() {
    const on = this.element.classList.toggle('only');
    this.only.setAttribute('aria-pressed', String(on));
    this.#finder.show();
  }

  #setLevel() {
    this.element.dataset.level = this.levels.value;
    this.#toEnd();
  }

  #searchKey(event) {
    if (event.key === 'Enter') {
      this.#finder.step(event.shiftKey ? -1 : 1);
      setText(this.found, this.#finder.words());
    } else if (event.key === 'Escape') {
      this.search.value = '';
      this.#find();
      this.view.focus();
      event.stopPropagation();
    }
  }

  #find() {
    this.#finder.find(this.search.value, this.#lines);
    this.element.classList.toggle('searching', this.search.value !== '');
    setText(this.found, this.#finder.words());
  }
}
