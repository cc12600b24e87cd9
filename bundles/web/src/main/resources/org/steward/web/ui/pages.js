// The page of a plugin, within the frame of this one.

import { h } from './dom.js';
import { store } from './store.js';
import { isDark, onThemeChange } from './theme.js';

/** Opens it. */
export function openPage(main, { parts }, signal) {
  const path = parts[1] ?? '';
  const title = () => store.pages.find((page) => page.path === path)?.title;
  let shown = false;
  const show = () => {
    const known = title();
    if (known && !shown) {
      shown = true;
      document.title = known;
      main.replaceChildren(h('h1', { class: 'quiet' }, known), frame(path, known, signal));
    } else if (!known && store.connected) {
      shown = false;
      main.replaceChildren(h('p', { class: 'empty' }, 'No plugin offers this page at the moment.'));
    }
  };
  main.replaceChildren();
  store.on(['pages', 'connection'], show, signal);
  show();
}

function frame(path, title, signal) {
  // Only what the daemon names as a page of its own gets here, so it is of this server.
  const element = h('iframe', { class: 'plugin', title, src: `..${path}` });
  const tellTheme = () => {
    const root = element.contentDocument?.documentElement;
    if (root) {
      root.dataset.theme = isDark() ? 'dark' : 'light';
    }
  };
  element.addEventListener('load', tellTheme);
  onThemeChange(tellTheme, signal);
  return element;
}
