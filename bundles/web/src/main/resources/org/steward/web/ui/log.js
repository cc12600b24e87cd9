// A log as it grows: followed, paused, searched, with its colours.

import { url } from './api.js';
import { node, pieces, PLAIN, strip } from './ansi.js';
import { announce, h, setText } from './dom.js';
import { icon } from './icons.js';

const TAIL = 64 * 1024;
const EARLIER = 128 * 1024;

/** More lines than this nobody scrolls through; the download has them all. */
const MOST_LINES = 10000;

/** As long as there is a line that long, the browser would lay out nothing else. */
const LONGEST_LINE = 4000;

const PAUSE_AFTER_LOSS = 2000;

export class LogView {
  #lines = [];
  #rest = '';
  #style = PLAIN;
  #begin = 0;
  #pending = [];
  #paused = false;
  #following = true;
  #top = 0;
  #hits = [];
  #hit = -1;
  #stream = new AbortController();

  /**
   * @param path where the log is, below the API
   * @param signal ends it
   */
  constructor(path, signal, label) {
    this.path = path;
    this.signal = signal;
    signal.addEventListener('abort', () => this.#stream.abort());
    this.#build(label);
    this.#follow();
  }

  #build(label) {
    this.search = h('input', { type: 'search', placeholder: 'Find in log', 'aria-label': 'Find in log', spellcheck: 'false', autocomplete: 'off', oninput: () => this.#find(), onkeydown: (event) => this.#searchKey(event) });
    this.found = h('span', { class: 'muted found', role: 'status' });
    this.only = h('button', { class: 'button small', type: 'button', 'aria-pressed': 'false', title: 'Only lines that match', onclick: () => this.#toggleOnly() }, 'Only matches');
    this.wrap = h('button', { class: 'button small', type: 'button', 'aria-pressed': 'true', onclick: () => this.#toggleWrap() }, 'Wrap');
    this.pause = h('button', { class: 'button small', type: 'button', onclick: () => this.#togglePause() });
    this.earlier = h('button', { class: 'button small earlier', type: 'button', hidden: true, onclick: () => this.#loadEarlier() }, 'Show what is before');
    this.body = h('div', { class: 'loglines' });
    this.empty = h('p', { class: 'logempty muted' }, 'Opening …');
    this.view = h('div', { class: 'logview', tabindex: '0', role: 'log', 'aria-live': 'off', 'aria-label': label, onscroll: () => this.#scrolled() }, this.earlier, this.body, this.empty);
    this.more = h('button', { class: 'button small more', type: 'button', hidden: true, onclick: () => this.#toEnd() }, 'To the end');
    this.element = h(
      'div',
      { class: 'log' },
      h(
        'div',
        { class: 'logbar' },
        h('label', { class: 'search' }, icon('search'), this.search),
        this.found,
        this.only,
        h('span', { class: 'grow' }),
        this.wrap,
        this.pause,
        h('a', { class: 'button small', href: url(`${this.path}?download=true`), download: '' }, icon('download'), 'Download'),
      ),
      h('div', { class: 'logframe' }, this.view, this.more),
    );
    this.#tellPause();
  }

  async #follow() {
    while (!this.signal.aborted) {
      try {
        await this.#read();
      } catch (problem) {
        if (this.signal.aborted) {
          return;
        }
        setText(this.empty, problem.status === 404 ? 'There is no log here: output is not kept in a file, or there was none yet.' : 'The log cannot be read at the moment.');
        this.empty.hidden = this.#lines.length > 0;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_LOSS));
    }
  }

  async #read() {
    this.#stream = new AbortController();
    const response = await fetch(url(`${this.path}?follow=true&tail=${TAIL}`), { signal: this.#stream.signal });
    if (!response.ok) {
      throw Object.assign(new Error('no log'), { status: response.status });
    }
    this.#reset(Number(response.headers.get('Steward-Log-Offset') ?? 0));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let first = true; ; first = false) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      this.#take(value, first && this.#begin > 0);
    }
  }

  #reset(begin) {
    this.#lines = [];
    this.#rest = '';
    this.#style = PLAIN;
    this.#begin = begin;
    this.#pending = [];
    this.body.replaceChildren();
    this.earlier.hidden = begin === 0;
    setText(this.empty, 'Nothing was written yet.');
    this.empty.hidden = false;
  }

  /** Cuts what arrived into lines; the first may be half of one, and then is left out. */
  #take(text, isCut) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    if (isCut && lines.length > 0) {
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

  #flushSoon() {
    if (!this.flushing) {
      this.flushing = true;
      requestAnimationFrame(() => {
        this.flushing = false;
        this.#flush();
      });
    }
  }

  #flush() {
    const made = this.#pending.splice(0).map((line) => this.#line(line));
    if (made.length === 0) {
      return;
    }
    this.empty.hidden = true;
    this.#lines.push(...made);
    this.body.append(...made.map((line) => line.element));
    const surplus = this.#lines.length - MOST_LINES;
    if (surplus > 0) {
      this.#lines.splice(0, surplus).forEach((line) => line.element.remove());
      this.earlier.hidden = true;
    }
    if (this.search.value) {
      this.#mark(made);
      this.#tellFound();
    }
    if (this.#following) {
      this.#toEnd();
    }
  }

  #line(text) {
    const shown = text.endsWith('\r') ? text.slice(0, -1) : text;
    // A progress bar writes over itself: the last state is the one to see.
    const last = shown.slice(shown.lastIndexOf('\r') + 1);
    const cut = last.length > LONGEST_LINE ? `${last.slice(0, LONGEST_LINE)} … (${last.length - LONGEST_LINE} more characters)` : last;
    const { found, style } = pieces(cut, this.#style);
    this.#style = style;
    const element = h('div', { class: level(cut) });
    element.append(...found.map(node));
    return { element, text: strip(cut) };
  }

  async #loadEarlier() {
    const from = Math.max(0, this.#begin - EARLIER);
    this.earlier.disabled = true;
    try {
      const response = await fetch(url(this.path), { headers: { Range: `bytes=${from}-${this.#begin - 1}` } });
      if (response.status !== 206) {
        throw new Error();
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      const start = from === 0 ? 0 : bytes.indexOf(10) + 1;
      const before = this.view.scrollHeight;
      const after = this.#style;
      this.#style = PLAIN;
      const lines = new TextDecoder().decode(bytes.subarray(start)).split('\n');
      lines.pop();
      const made = lines.map((line) => this.#line(line));
      this.#style = after;
      this.#begin = from + start;
      this.#lines.unshift(...made);
      this.body.prepend(...made.map((line) => line.element));
      this.view.scrollTop += this.view.scrollHeight - before;
      this.earlier.hidden = this.#begin === 0;
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
    const on = this.element.classList.toggle('nowrap');
    this.wrap.setAttribute('aria-pressed', String(!on));
  }

  #toggleOnly() {
    const on = this.element.classList.toggle('only');
    this.only.setAttribute('aria-pressed', String(on));
    if (!on && this.#hits[this.#hit]) {
      this.#hits[this.#hit].element.scrollIntoView({ block: 'center' });
    }
  }

  #searchKey(event) {
    if (event.key === 'Enter') {
      this.#goTo(this.#hit + (event.shiftKey ? -1 : 1));
    } else if (event.key === 'Escape') {
      this.search.value = '';
      this.#find();
      this.view.focus();
      event.stopPropagation();
    }
  }

  #find() {
    this.#lines.forEach((line) => line.element.classList.remove('hit', 'current'));
    this.#hits = [];
    this.#hit = -1;
    CSS.highlights?.get('log-find')?.clear();
    this.element.classList.toggle('searching', this.search.value !== '');
    if (this.search.value) {
      this.#mark(this.#lines);
      this.#goTo(this.#hits.length - 1);
    }
    this.#tellFound();
  }

  #mark(lines) {
    const wanted = this.search.value.toLowerCase();
    for (const line of lines) {
      if (line.text.toLowerCase().includes(wanted)) {
        line.element.classList.add('hit');
        this.#hits.push(line);
        highlight(line.element, wanted);
      }
    }
  }

  #goTo(index) {
    if (this.#hits.length > 0) {
      this.#hits[this.#hit]?.element.classList.remove('current');
      this.#hit = (index + this.#hits.length) % this.#hits.length;
      this.#hits[this.#hit].element.classList.add('current');
      this.#hits[this.#hit].element.scrollIntoView({ block: 'nearest' });
      this.#tellFound();
    }
  }

  #tellFound() {
    const all = this.#hits.length;
    setText(this.found, !this.search.value ? '' : all ? `${this.#hit + 1} of ${all}` : 'none');
  }
}

/** How bad a line looks: what says so at its beginning is shown at its edge. */
function level(text) {
  const head = strip(text).slice(0, 80);
  if (/\b(ERRO(R)?|CRIT(ICAL)?|FATAL|SEVERE|PANIC)\b/.test(head)) {
    return 'bad';
  }
  return /\b(WARN(ING)?)\b/.test(head) ? 'warn' : '';
}

/** Marks the very letters, where the browser can do so without changing the line. */
function highlight(element, wanted) {
  if (!CSS.highlights) {
    return;
  }
  if (!CSS.highlights.has('log-find')) {
    CSS.highlights.set('log-find', new Highlight());
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const at = text.data.toLowerCase().indexOf(wanted);
    if (at >= 0) {
      const range = new Range();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      CSS.highlights.get('log-find').add(range);
    }
  }
}
