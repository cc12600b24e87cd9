// The head of the page: where one is, how things stand, and how it looks.

import { h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { showKeys } from './keys.js';
import { pageHash } from './routes.js';
import { store } from './store.js';
import { isDark, onThemeChange, toggle } from './theme.js';

const TABS = [
  ['#/', 'Programs'],
  ['#/activity', 'Activity'],
  ['#/config', 'Configuration'],
  ['#/daemon', 'Daemon'],
];

const ROLES = {
  read: ['read only', 'You may look at everything and change nothing.'],
  operate: ['operator', 'You may start, stop and signal programs; not change the configuration or the daemon.'],
  admin: ['', ''],
};

/** Fills the head. */
export function openHeader(header) {
  const name = h('a', { class: 'identifier', href: '#/' });
  const version = h('span', { class: 'muted version' });
  const live = h('span', { class: 'live' }, h('i', { 'aria-hidden': 'true' }), h('span', {}));
  const user = h('span', { class: 'user' });
  const role = h('span', { class: 'role' });
  const nav = h('nav', { 'aria-label': 'Pages' });
  header.replaceChildren(
    h('div', { class: 'brand' }, h('img', { src: 'icon.svg', alt: '', width: '22', height: '22' }), name, version),
    nav,
    h('div', { class: 'tools' }, live, user, role, keysButton(), themeButton()),
  );
  const show = () => {
    const { daemon } = store;
    setText(name, daemon?.identifier ?? 'Steward');
    setText(version, daemon ? `Steward ${daemon.version}` : '');
    setText(live.lastChild, store.connected ? 'live' : document.body.classList.contains('stale') ? 'offline' : 'connecting');
    live.classList.toggle('on', store.connected);
    setText(user, daemon?.user ?? '');
    const [word, meaning] = daemon ? ROLES[store.role] : ROLES.admin;
    setText(role, word);
    role.title = meaning;
    setAttribute(document.documentElement, 'data-role', daemon ? store.role : null);
    tellTabs(nav);
  };
  store.on(['structure', 'connection'], show);
  store.on('pages', () => tellTabs(nav));
  addEventListener('hashchange', () => tellTabs(nav));
  show();
}

function tellTabs(nav) {
  const wanted = [...TABS, ...store.pages.map((page) => [pageHash(page.path), page.title])];
  if (nav.children.length !== wanted.length || wanted.some(([href, label], i) => nav.children[i].getAttribute('href') !== href || nav.children[i].firstChild.data !== label)) {
    nav.replaceChildren(...wanted.map(([href, label]) => h('a', { class: 'tab', href }, label)));
  }
  const here = currentTab();
  for (const tab of nav.children) {
    setAttribute(tab, 'aria-current', tab.getAttribute('href') === here ? 'page' : null);
  }
  tellWarnings(nav.children[TABS.length - 1]);
}

function currentTab() {
  const path = location.hash.split('?')[0] || '#/';
  const first = path.split('/').slice(0, 2).join('/');
  return first === '#/p' ? '#/' : first === '#/page' ? path : first;
}

function tellWarnings(tab) {
  const number = store.daemon?.warnings?.length ?? 0;
  const badge = tab.querySelector('.badge');
  if (number > 0 && !badge) {
    tab.append(h('span', { class: 'badge' }, String(number), h('span', { class: 'quiet' }, ' warnings')));
  } else if (badge && number > 0) {
    setText(badge.firstChild, String(number));
  } else {
    badge?.remove();
  }
}

function keysButton() {
  return h('button', { class: 'bare keys', type: 'button', 'aria-label': 'Keyboard shortcuts', title: 'Keyboard shortcuts (?)', onclick: showKeys }, icon('help'));
}

function themeButton() {
  const button = h('button', { class: 'bare', type: 'button', onclick: toggle });
  const show = () => {
    const label = isDark() ? 'Light colours' : 'Dark colours';
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  onThemeChange(show);
  show();
  return button;
}
