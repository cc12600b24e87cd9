// The daemon itself, what is wrong with it, its plugins, and where else one can look.

import { get, post, url } from './api.js';
import { confirm } from './dialog.js';
import { h, setText } from './dom.js';
import { ago, count, duration, fullMoment } from './format.js';
import { icon } from './icons.js';
import { pageHash } from './routes.js';
import { store } from './store.js';
import { done, failed } from './toast.js';

/** Nothing tells when a plugin's health changes. */
const LOOK_AGAIN = 5000;

const VERBS = {
  upgrade: {
    label: 'Upgrade …',
    title: 'Upgrade the daemon in place?',
    text: () => 'It replaces itself by the version that is installed now, and keeps its process id. All programs run on.',
    done: 'The daemon upgrades itself.',
  },
  restart: {
    label: 'Restart …',
    title: 'Restart the daemon?',
    text: () => `All ${count(store.processes.size, 'program')} are stopped, the configuration is read anew, and what autostarts is started.`,
    done: 'The daemon restarts.',
    danger: true,
  },
  shutdown: {
    label: 'Shut down …',
    title: 'Shut the daemon down?',
    text: () => `All ${count(store.processes.size, 'program')} are stopped. This page cannot start the daemon again.`,
    done: 'The daemon shuts down.',
    danger: true,
  },
};

/** Opens the page. */
export function openDaemon(main, _route, signal) {
  document.title = 'Daemon';
  const facts = h('dl', { class: 'settings' });
  const warnings = h('section', { class: 'panel warnings', hidden: true, 'aria-label': 'Warnings' });
  const plugins = h('div', {});
  const links = h('ul', { class: 'links' });
  const buttons = Object.keys(VERBS).map((verb) =>
    h('button', { class: `button admin${verb === 'shutdown' ? ' danger' : ''}`, type: 'button', 'data-verb': verb, onclick: () => order(verb) }, VERBS[verb].label),
  );
  main.replaceChildren(
    h('div', { class: 'pagehead' }, h('h1', {}, 'Daemon'), h('div', { class: 'headbuttons' }, buttons)),
    warnings,
    h(
      'div',
      { class: 'columns even' },
      h('section', { class: 'panel' }, h('h2', {}, 'This daemon'), facts),
      h('section', { class: 'panel' }, h('h2', {}, 'Plugins'), plugins),
      h('section', { class: 'panel' }, h('h2', {}, 'Elsewhere'), links),
    ),
  );
  const up = h('span', {});
  let upgrade = { count: 0, problem: '' };
  const tell = () => {
    buttons.forEach((button) => (button.disabled = !store.may('admin')));
    if (store.daemon) {
      setText(up, uptime());
      facts.replaceChildren(...factsOf(store.daemon, up, upgrade).map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
      const failure = upgrade.problem ? [`The last upgrade failed, and this version goes on: ${upgrade.problem}`] : [];
      showWarnings(warnings, [...store.daemon.warnings, ...failure]);
    }
  };
  const look = () => store.connected && loadPlugins(plugins, signal);
  const lookAtUpgrade = async () => {
    try {
      upgrade = await get('/daemon/upgrade', { signal });
      tell();
    } catch {
      // What was known stays; that the daemon is away is said elsewhere.
    }
  };
  const tellLinks = () => links.replaceChildren(...linksOf());
  store.on(['structure', 'connection'], tell, signal);
  store.on('connection', () => (look(), store.connected && lookAtUpgrade()), signal);
  store.on('pages', () => (tellLinks(), look()), signal);
  const timers = [setInterval(() => setText(up, uptime()), 1000), setInterval(look, LOOK_AGAIN)];
  signal.addEventListener('abort', () => timers.forEach(clearInterval));
  tell();
  tellLinks();
  look();
  lookAtUpgrade();
}

function uptime() {
  return store.daemon ? duration(store.now() / 1000 - store.daemon.startedAt) : '';
}

function factsOf(daemon, up, upgrade) {
  up.title = fullMoment(daemon.startedAt * 1000);
  return [
    ['Identifier', daemon.identifier],
    ['Version', daemon.version],
    ['State', daemon.state.toLowerCase()],
    ['PID', String(daemon.pid)],
    ['Uptime', up],
    ['Programs', String(store.processes.size)],
    ['Activity log', daemon.log ? h('a', { href: '#/activity' }, daemon.log) : 'not a file'],
    ['Signed in as', `${daemon.user || 'anybody'} (${daemon.role})`],
    ...(upgrade.count > 0 && !upgrade.problem ? [['Last upgrade', upgraded(upgrade)]] : []),
  ];
}

function upgraded({ from, to, at, milliseconds }) {
  const versions = from === to ? to : `${from} to ${to}`;
  return h('span', { title: fullMoment(at * 1000) }, `${versions}, ${ago(store.now() / 1000 - at)}; programs were alone for ${milliseconds} ms`);
}

function showWarnings(panel, warnings) {
  panel.hidden = warnings.length === 0;
  panel.replaceChildren(h('h2', {}, icon('warning'), count(warnings.length, 'warning')), h('ul', {}, warnings.map((warning) => h('li', {}, warning))));
}

async function loadPlugins(holder, signal) {
  let plugins;
  try {
    ({ plugins } = await get('/plugins', { signal }));
  } catch {
    return; // what was shown stays; that the daemon is away is said elsewhere
  }
  holder.replaceChildren(
    plugins.length > 0
      ? h('ul', { class: 'plugins' }, plugins.map(pluginItem))
      : h('p', { class: 'muted' }, 'None. A bundle dropped into the folder ', h('code', {}, 'plugins/'), ' shows up here while the daemon runs.'),
  );
}

function pluginItem({ name, version, state, reasons }) {
  const word = state.toLowerCase();
  return h('li', {}, h('span', { class: `health ${word}` }, word), h('b', {}, name), h('span', { class: 'muted' }, version), reasons.map((reason) => h('p', {}, reason)));
}

function linksOf() {
  return [
    ...store.pages.map((page) => link(pageHash(page.path), page.title, 'by a plugin')),
    link('../index.html', 'Classic page', 'as Supervisor has it'),
    link('../metrics', 'Metrics', 'for Prometheus'),
    link('../readyz', 'Readiness', 'for orchestrators'),
    link(url('/openapi.json'), 'OpenAPI', 'describes the HTTP API'),
  ];
}

function link(href, title, what) {
  return h('li', {}, h('a', { href }, title), ' ', h('span', { class: 'muted' }, what));
}

async function order(verb) {
  const { title, text, label, danger, done: word } = VERBS[verb];
  if (!(await confirm({ title, text: text(), action: label.replace(' …', ''), danger: Boolean(danger) }))) {
    return;
  }
  try {
    await post(`/daemon/${verb}`);
    done(word);
  } catch (problem) {
    failed(problem.message);
  }
}
