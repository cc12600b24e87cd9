// The stream of events: opened while the page is looked at, resumed where it broke off.

import { url } from './api.js';
import { announce, h } from './dom.js';
import { store } from './store.js';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10000;
const HIDDEN_FOR = 30000;

let source = null;
let lastId = '';
let pause = FIRST_PAUSE;
let timer = 0;
let hiddenTimer = 0;
let retryAt = 0;
let reload = Promise.resolve();

/** Opens the stream, and keeps it open for as long as somebody looks. */
export function connect() {
  open();
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) {
      hiddenTimer = setTimeout(close, HIDDEN_FOR);
    } else if (!source && !timer) {
      open();
    }
  });
  addEventListener('online', retryNow);
}

function open() {
  clearTimeout(timer);
  timer = 0;
  source = new EventSource(url(`/events?usage=true&last=${encodeURIComponent(lastId)}`));
  source.addEventListener('hello', hello);
  source.addEventListener('event', happened);
  source.addEventListener('usage', (event) => store.usage(JSON.parse(event.data)));
  source.onerror = lost;
}

function close() {
  source?.close();
  source = null;
}

async function hello(event) {
  const { resumed, now } = JSON.parse(event.data);
  lastId = event.lastEventId;
  store.clockOffset = now - Date.now();
  try {
    if (!resumed || !store.loaded) {
      await load();
    }
  } catch {
    lost();
    return;
  }
  pause = FIRST_PAUSE;
  const wasLost = !document.getElementById('banner').hidden;
  store.setConnected(true);
  hideBanner();
  if (wasLost) {
    announce('Connected again.');
  }
}

function load() {
  reload = reload.catch(() => {}).then(() => store.load());
  return reload;
}

function happened(event) {
  lastId = event.lastEventId;
  const view = JSON.parse(event.data);
  if (view.current) {
    store.update(view.current);
  } else if (view.type.startsWith('PROCESS_GROUP')) {
    load().catch(() => {});
  } else if (view.type.startsWith('SUPERVISOR_STATE')) {
    load().catch(() => {});
  }
  store.tell('event', view);
}

function lost() {
  close();
  store.setConnected(false);
  pause = Math.min(LONGEST_PAUSE, pause * 1.6);
  retryAt = Date.now() + pause;
  showBanner();
  clearTimeout(timer);
  timer = setTimeout(open, pause);
}

function retryNow() {
  if (!store.connected && timer) {
    open();
  }
}

function showBanner() {
  const banner = document.getElementById('banner');
  if (banner.hidden) {
    banner.replaceChildren(
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      h('span', {}, store.loaded ? 'The daemon does not answer. What you see is as last known.' : 'The daemon does not answer.'),
      h('span', { class: 'muted', id: 'retry', 'aria-hidden': 'true' }),
      h('button', { class: 'button', type: 'button', onclick: retryNow }, 'Try now'),
    );
    banner.hidden = false;
    document.body.classList.add('stale');
    tick();
  }
}

function tick() {
  const retry = document.getElementById('retry');
  if (retry) {
    const left = Math.ceil((retryAt - Date.now()) / 1000);
    retry.textContent = left > 0 ? `Trying again in ${left} s` : 'Trying …';
    setTimeout(tick, 500);
  }
}

function hideBanner() {
  const banner = document.getElementById('banner');
  banner.hidden = true;
  banner.replaceChildren();
  document.body.classList.remove('stale');
}
