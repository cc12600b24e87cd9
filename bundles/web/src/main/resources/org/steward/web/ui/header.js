// The head of the page: where one is, how things stand, and how it looks.

import { h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { store } from './store.js';
import { isDark, onSystemChange, toggle } from './theme.js';
import { showKeys } from './keys.js';

const TABS = [
  ['#/', 'Programs'],
  ['#/activity', 'Activity'],
  ['#/config', 'Configuration'],
  ['#/daemon', 'Daemon'],
];

/** Fills the head. */
export function openHeader(header) {
  const name = h('a', { class: 'identifier', href: '#/' });
  const version = h('span', { class: 'muted version' });
  const live = h('span', { class: 'live' }, h('i', { 'aria-hidden': 'true' }), h('span', {}));
  const user = h('span', { class: 'user muted' });
  const tabs = TABS.map(([href, label]) => h('a', { class: 'tab', href }, label));
  header.replaceChildren(
    h('div', { class: 'brand' }, h('img', { src: 'icon.svg', alt: '', width: '22', height: '22' }), name, version),
    h('nav', { 'aria-label': 'Pages' }, tabs),
    h('div', { class: 'tools' }, live, user, keysButton(), themeButton()),
  );
  const show = () => {
    setText(name, store.daemon?.identifier ?? 'Steward');
    setText(version, store.daemon ? `Steward ${store.daemon.version}` : '');
    setText(live.lastChild, store.connected ? 'live' : 'offline');
    live.classList.toggle('on', store.connected);
    const who = store.daemon?.user;
    setText(user, store.daemon ? [who, store.role === 'admin' ? '' : store.role].filter(Boolean).join(' · ') : '');
  };
  const mark = () => {
    const page = location.hash.split('?')[0].split('/').slice(0, 2).join('/') || '#/';
    for (const tab of tabs) {
      const here = tab.getAttribute('href') === page || (page === '#/p' && tab === tabs[0]);
      setAttribute(tab, 'aria-current', here ? 'page' : null);
    }
  };
  store.on(['structure', 'connection'], show);
  addEventListener('hashchange', mark);
  show();
  mark();
}

function keysButton() {
  return h('button', { class: 'bare keys', type: 'button', 'aria-label': 'Keyboard shortcuts', title: 'Keyboard shortcuts (?)', onclick: showKeys }, icon('help'));
}

function themeButton() {
  const button = h('button', { class: 'bare', type: 'button' });
  const show = () => {
    const label = isDark() ? 'Light colours' : 'Dark colours';
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  button.addEventListener('click', () => {
    toggle();
    show();
  });
  onSystemChange(show);
  show();
  return button;
}
