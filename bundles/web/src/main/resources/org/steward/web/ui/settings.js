// What a program runs with.

import { h } from './dom.js';

/** Options that are as they are for almost every program: shown on demand. */
const USUAL = {
  priority: '999',
  autostart: 'true',
  startsecs: '1',
  startretries: '3',
  autorestart: 'unexpected',
  exitcodes: '0',
  stopsignal: 'TERM',
  stopwaitsecs: '10',
  stopasgroup: 'false',
  killasgroup: 'false',
  redirect_stderr: 'false',
  stdout_logfile: 'AUTO',
  stdout_logfile_maxbytes: '50MB',
  stdout_logfile_backups: '10',
  stdout_capture_maxbytes: '0',
  stdout_events_enabled: 'false',
  stdout_syslog: 'false',
  stderr_logfile: 'AUTO',
  stderr_logfile_maxbytes: '50MB',
  stderr_logfile_backups: '10',
  stderr_capture_maxbytes: '0',
  stderr_events_enabled: 'false',
  stderr_syslog: 'false',
};

/** Whether an option is as it is for almost every program. */
export function isUsual(name, value) {
  return USUAL[name] === value;
}

/** The options that say something, then the others, then the environment. */
export function settingsTable({ values, environment, pending }) {
  const all = Object.entries(values);
  const own = all.filter(([name, value]) => !isUsual(name, value));
  const usual = all.filter(([name, value]) => isUsual(name, value));
  const variables = Object.entries(environment);
  return h(
    'div',
    {},
    pending.length ? h('p', { class: 'pendingnote' }, 'The file says otherwise by now: see ', h('a', { href: '#/config' }, 'Configuration'), '.') : null,
    list(own),
    usual.length ? h('details', {}, h('summary', {}, `${usual.length} more with their defaults`), list(usual)) : null,
    variables.length ? [h('h3', {}, 'Environment'), list(variables)] : null,
  );
}

function list(entries) {
  return h('dl', { class: 'settings' }, entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value || h('span', { class: 'muted' }, 'empty')))));
}
