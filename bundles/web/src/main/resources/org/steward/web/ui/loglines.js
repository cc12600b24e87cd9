// Lines of a log as elements, with the colours they ask for and the level they tell.

import { node, pieces, PLAIN, strip } from './ansi.js';
import { h } from './dom.js';

/** As long as there is a line that long, the browser would lay out nothing else. */
const LONGEST = 4000;

/** What says how bad a line is stands at its beginning. */
const HEAD = 80;

const LEVELS = {
  bad: /^(ERRO|ERROR|CRIT|CRITICAL|FATAL|SEVERE|PANIC)$/,
  warn: /^(WARN|WARNING)$/,
  fine: /^(DEBG|DEBUG|TRAC|TRACE|BLAT)$/,
};
const WORD = /\b(ERRO|ERROR|CRIT|CRITICAL|FATAL|SEVERE|PANIC|WARN|WARNING|INFO|NOTICE|DEBG|DEBUG|TRAC|TRACE|BLAT)\b/;

/**
 * The level a line tells.
 *
 * @param {string} text without escapes
 * @returns {{name: string, at: number, length: number}|null} "bad", "warn", "info" or "fine", and
 *     where the word is
 */
export function level(text) {
  const match = WORD.exec(text.slice(0, HEAD));
  if (!match) {
    return null;
  }
  const name = Object.keys(LEVELS).find((each) => LEVELS[each].test(match[0])) ?? 'info';
  return { name, at: match.index, length: match[0].length };
}

/** What is left of a line on a screen: a progress bar writes over itself. */
export function lastState(line) {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  const last = text.slice(text.lastIndexOf('\r') + 1);
  return last.length > LONGEST ? `${last.slice(0, LONGEST)} … (${last.length - LONGEST} more characters)` : last;
}

/** Makes lines one behind the other: colours and levels go on from one to the next. */
export class LineMaker {
  #style = PLAIN;
  #level = '';

  /** @returns {{element: HTMLElement, text: string}} */
  make(line) {
    const raw = lastState(line);
    const text = strip(raw);
    const { found, style } = pieces(raw, this.#style);
    this.#style = style;
    const told = level(text);
    // What belongs to a line above, as those of a stack trace do, is as bad as that.
    this.#level = told ? told.name : /^\s/.test(text) ? this.#level : '';
    const element = h('div', { class: this.#level });
    element.append(...(told && isPlain(found) ? marked(text, told) : found.map(node)));
    return { element, text };
  }
}

function isPlain(found) {
  return found.length === 1 && found[0].style === PLAIN;
}

function marked(text, { at, length }) {
  return [text.slice(0, at), h('b', {}, text.slice(at, at + length)), text.slice(at + length)];
}
