// The strip under the head that says why what is seen may not be true.

import { h, setText } from './dom.js';
import { store } from './store.js';

let ticking = 0;

/** Whether it is there. */
export function isBannerShown() {
  return !banner().hidden;
}

/**
 * Shows it.
 *
 * @param {number} retryAt when the next try is, in milliseconds; 0 if nothing is tried as the user
 *     has to sign in
 * @param {() => void} act tries at once, or signs in
 */
export function showBanner(retryAt, act) {
  clearTimeout(ticking);
  const reason = retryAt === 0 ? 'You are not signed in any more.' : 'The daemon does not answer.';
  const next = h('span', { class: 'muted', 'aria-hidden': 'true' });
  const parts = [
    h('span', { class: 'dot', 'aria-hidden': 'true' }),
    h('span', {}, store.loaded ? `${reason} What you see is as last known.` : reason),
    next,
    h('button', { class: 'button small', type: 'button', onclick: act }, retryAt === 0 ? 'Sign in' : 'Try now'),
  ];
  banner().replaceChildren(...parts);
  banner().hidden = false;
  document.body.classList.add('stale');
  if (retryAt > 0) {
    tick(next, retryAt);
  }
}

/** Takes it away. */
export function hideBanner() {
  clearTimeout(ticking);
  banner().hidden = true;
  banner().replaceChildren();
  document.body.classList.remove('stale');
}

function tick(element, at) {
  const left = Math.ceil((at - Date.now()) / 1000);
  setText(element, left > 0 ? `Trying again in ${left} s` : 'Trying …');
  ticking = setTimeout(() => tick(element, at), 500);
}

function banner() {
  return document.getElementById('banner');
}
