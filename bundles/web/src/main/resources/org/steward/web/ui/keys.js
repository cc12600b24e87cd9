// The keyboard. Keys that do something to programs work on a row that has the focus only.

import { show } from './dialog.js';
import { h } from './dom.js';

const KEYS = [
  ['/', 'Search'],
  ['j or ↓, k or ↑', 'Next, previous program'],
  ['x, X', 'Select the program, all from the last one to it'],
  ['Enter', 'Open the program'],
  ['s', 'Start the program, or the selected ones'],
  ['t', 'Stop it, or them'],
  ['r', 'Restart it, or them'],
  ['Esc', 'Clear the selection; leave a program'],
  ['g p, g a, g c, g d', 'Programs, activity, configuration, daemon'],
  ['?', 'This list'],
];

const GO = { p: '#/', a: '#/activity', c: '#/config', d: '#/daemon' };

let going = false;

/** Listens for the keys that work everywhere. */
export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    if (going && GO[event.key]) {
      location.hash = GO[event.key];
    } else if (event.key === '?') {
      showKeys();
    } else if (event.key === '/') {
      const search = document.querySelector('main input[type=search]');
      search?.focus();
      search?.select();
      event.preventDefault();
    }
    going = event.key === 'g';
  });
}

/** Whether keys are text here. */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable);
}

/** Shows the list of keys. */
export function showKeys() {
  show(
    'Keyboard',
    h('dl', { class: 'keylist' }, KEYS.map(([keys, meaning]) => [h('dt', {}, keys.split(/(, | or )/).map((key) => (/^(, | or )$/.test(key) ? key : h('kbd', {}, key)))), h('dd', {}, meaning)])),
  );
}
