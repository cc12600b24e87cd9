// The stream of events: opened while the page is looked at, resumed where it broke off.

import { get, url } from './api.js';
import { hideBanner, isBannerShown, showBanner } from './banner.js';
import { announce } from './dom.js';
import { store } from './store.js';
import { offer } from './toast.js';
import { onVisibility } from './visible.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10000;

let source = null;
let lastId = '';
let pause = FIRST_PAUSE;
let timer = 0;
let loading = Promise.resolve();
let version = '';

/** Opens the stream, and keeps it open for as long as somebody looks. */
export function connect() {
  open();
  onVisibility(close, () => !source && !timer && open());
  addEventListener('online', retryNow);
}

function open() {
  clearTimeout(timer);
  timer = 0;
  source = new EventSource(url(`/events?usage=true&last=${encodeURIComponent(lastId)}`));
  source.addEventListener('hello', hello);
  source.addEventListener('event', happened);
  source.addEventListener('pages', (event) => store.setPages(JSON.parse(event.data)));
  source.addEventListener('usage', (event) => store.usage(JSON.parse(event.data)));
  source.onerror = lost;
}

function close() {
  source?.close();
  source = null;
}

async function hello(event) {
  const { resumed, now } = JSON.parse(event.data);
  const from = source;
  lastId = event.lastEventId;
  store.clockOffset = now - Date.now();
  try {
    await (resumed && store.loaded ? store.catchUp() : load());
  } catch {
    if (source === from) {
      lost();
    }
    return;
  }
  if (source !== from) {
    return;
  }
  pause = FIRST_PAUSE;
  store.setConnected(true);
  if (isBannerShown()) {
    hideBanner();
    announce('Connected again.');
  }
  noteVersion();
}

/** One at a time, so that an older answer never replaces a newer one. */
function load() {
  loading = loading.catch(() => {}).then(() => store.load());
  return loading;
}

/** The files of this page are those of the version that was there first. */
function noteVersion() {
  const now = store.daemon.version;
  if (version && version !== now) {
    offer(`The daemon is now Steward ${now}.`, 'Reload the page', () => location.reload());
  }
  version = now;
}

function happened(event) {
  lastId = event.lastEventId;
  const view = JSON.parse(event.data);
  if (view.current) {
    store.update(view.current);
  } else if (/^(PROCESS_GROUP|SUPERVISOR_STATE)/.test(view.type)) {
    load().catch(() => {}); // if that fails, so does the stream
  }
  store.tell('event', view);
}

function lost() {
  close();
  pause = Math.min(LONGEST_PAUSE, pause * 1.6);
  showBanner(Date.now() + pause, retryNow);
  store.setConnected(false);
  clearTimeout(timer);
  timer = setTimeout(open, pause);
  explain();
}

/** The stream does not say why it was refused; a plain question does. */
async function explain() {
  try {
    await get('/daemon');
  } catch (problem) {
    if (problem.status === 401 || problem.status === 403) {
      clearTimeout(timer);
      showBanner(0, () => location.reload());
    }
  }
}

function retryNow() {
  if (!store.connected && timer) {
    open();
  }
}
