// The daemon itself, its plugins, and where else one can look.

import { get, post, url } from './api.js';
import { confirm } from './dialog.js';
import { h, setText } from './dom.js';
import { count, duration, fullMoment } from './format.js';
import { store } from './store.js';
import { done, failed } from './toast.js';

/** Opens the page. */
export function openDaemon(main, _route, signal) {
  document.title = 'Daemon';
  const facts = h('dl', { class: 'settings' });
  const plugins = h('div', {});
  const links = h('ul', { class: 'links' });
  const restart = h('button', { class: 'button', type: 'button', onclick: () => end('restart') }, 'Restart …');
  const shutdown = h('button', { class: 'button danger', type: 'button', onclick: () => end('shutdown') }, 'Shut down …');
  main.replaceChildren(
    h('div', { class: 'pagehead' }, h('h1', {}, 'Daemon'), h('div', { class: 'headbuttons' }, restart, shutdown)),
    h(
      'div',
      { class: 'columns even' },
      h('section', { class: 'panel' }, h('h2', {}, 'This daemon'), facts),
      h('section', { class: 'panel' }, h('h2', {}, 'Plugins'), plugins),
      h('section', { class: 'panel' }, h('h2', {}, 'Elsewhere'), links),
    ),
  );
  const tell = () => {
    restart.disabled = shutdown.disabled = !store.mayAdminister();
    if (store.daemon) {
      showFacts(facts);
    }
  };
  store.on(['structure', 'connection'], tell, signal);
  store.on('structure', () => loadPlugins(plugins, links, signal), signal);
  const timer = setInterval(() => setText(document.getElementById('daemon-up') ?? h('i'), up()), 1000);
  signal.addEventListener('abort', () => clearInterval(timer));
  tell();
  loadPlugins(plugins, links, signal);
}

function up() {
  return store.daemon ? duration(store.now() / 1000 - store.daemon.startedAt) : '';
}

function showFacts(list) {
  const { daemon } = store;
  const rows = [
    ['Identifier', daemon.identifier],
    ['Version', daemon.version],
    ['State', daemon.state.toLowerCase()],
    ['PID', String(daemon.pid)],
    ['Up', h('span', { id: 'daemon-up', title: fullMoment(daemon.startedAt * 1000) }, up())],
    ['Programs', count(store.processes.size, 'program')],
    ['Activity log', daemon.log ?? 'not a file'],
    ['You', `${daemon.user || 'anybody'}, ${daemon.role}`],
  ];
  list.replaceChildren(...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
}

async function loadPlugins(holder, links, signal) {
  try {
    const { plugins, links: more } = await get('/plugins', { signal });
    holder.replaceChildren(
      plugins.length
        ? h('ul', { class: 'plugins' }, plugins.map((plugin) => h('li', {}, h('span', { class: `health ${plugin.state.toLowerCase()}` }, plugin.state.toLowerCase()), h('b', {}, plugin.name), h('span', { class: 'muted' }, plugin.version), plugin.reasons.map((reason) => h('p', {}, reason)))))
        : h('p', { class: 'muted' }, 'None. A bundle dropped into the folder plugins/ shows up here while the daemon runs.'),
    );
    links.replaceChildren(...own().concat(more.map((each) => link(`..${each.path}`, each.title, 'by a plugin'))));
  } catch {
    holder.replaceChildren(h('p', { class: 'muted' }, 'Not known at the moment.'));
    links.replaceChildren(...own());
  }
}

function own() {
  return [
    link('../index.html', 'Classic page', 'as Supervisor has it'),
    link('../metrics', 'Metrics', 'for Prometheus'),
    link('../readyz', 'Readiness', 'for orchestrators'),
    link(url('/openapi.json'), 'OpenAPI', 'describes the HTTP API'),
  ];
}

function link(href, title, what) {
  return h('li', {}, h('a', { href }, title), ' ', h('span', { class: 'muted' }, what));
}

async function end(verb) {
  const restart = verb === 'restart';
  const yes = await confirm({
    title: restart ? 'Restart the daemon?' : 'Shut the daemon down?',
    text: restart ? `All ${count(store.processes.size, 'program')} are stopped, the configuration is read anew, and what autostarts is started.` : `All ${count(store.processes.size, 'program')} are stopped. This page can not start the daemon again.`,
    action: restart ? 'Restart' : 'Shut down',
  });
  if (!yes) {
    return;
  }
  try {
    await post(`/daemon/${verb}`);
    done(restart ? 'The daemon restarts.' : 'The daemon shuts down.');
  } catch (problem) {
    failed(problem.message);
  }
}
