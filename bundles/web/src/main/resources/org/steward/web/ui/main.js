// The beginning: the frame of the page, and which view an address opens.

import { openHeader } from './header.js';
import { listen } from './keys.js';
import { connect } from './live.js';
import { openPrograms } from './programs.js';
import { parse } from './routes.js';
import { store } from './store.js';
import { restore } from './theme.js';

const VIEWS = {
  p: () => import('./program.js').then((module) => module.openProgram),
  activity: () => import('./activity.js').then((module) => module.openActivity),
  config: () => import('./config.js').then((module) => module.openConfig),
  daemon: () => import('./daemon.js').then((module) => module.openDaemon),
  page: () => import('./pages.js').then((module) => module.openPage),
};

let leave = new AbortController();
let opened = null;

async function navigate() {
  const route = parse(location.hash);
  const key = route.parts.join('/');
  if (key === opened) {
    return;
  }
  const first = opened === null;
  opened = key;
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const main = document.getElementById('main');
  const open = VIEWS[route.parts[0]] ? await VIEWS[route.parts[0]]() : openPrograms;
  if (!signal.aborted) {
    open(main, route, signal);
    if (!first) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  }
}

restore();
openHeader(document.getElementById('header'));
listen();
addEventListener('hashchange', navigate);
navigate();
preload();
connect();

/** Has the other views at hand once there is nothing else to load, also when the daemon goes away. */
function preload() {
  const once = new AbortController();
  const load = () => {
    once.abort();
    Object.values(VIEWS).forEach((view) => view().catch(() => {})); // asked for again when it is opened
  };
  store.on('connection', load, once.signal);
}
