// Short messages about what was done.

import { h } from './dom.js';
import { icon } from './icons.js';

const SHOWN_FOR = 5000;
const PROBLEM_SHOWN_FOR = 12000;

/** Says that something is done; with another thing to do about it, if there is one. */
export function done(text, label, action) {
  show(null, 'toast', text, SHOWN_FOR, label, action);
}

/** Says that something went wrong. */
export function failed(text) {
  show('alert', 'toast bad', text, PROBLEM_SHOWN_FOR);
}

/** Says something that stays until it is dealt with. */
export function offer(text, label, action) {
  show(null, 'toast', text, Infinity, label, action);
}

function show(role, className, text, time, label, action) {
  const close = () => toast.remove();
  const toast = h(
    'div',
    { class: className, role },
    h('p', {}, text),
    label ? h('button', { class: 'link', type: 'button', onclick: () => (close(), action()) }, label) : null,
    h('button', { class: 'bare', type: 'button', 'aria-label': 'Dismiss', onclick: close }, icon('close')),
  );
  document.getElementById('toasts').append(toast);
  if (time === Infinity) {
    return;
  }
  // Neither while it is read nor while it is about to be answered.
  let timer = setTimeout(close, time);
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(close, 2000);
  };
  toast.addEventListener('pointerenter', hold);
  toast.addEventListener('focusin', hold);
  toast.addEventListener('pointerleave', release);
  toast.addEventListener('focusout', release);
}
