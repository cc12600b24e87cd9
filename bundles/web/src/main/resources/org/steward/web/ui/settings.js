// What a program runs with, and where each value comes from.

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
  killtree: 'false',
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
export function settingsTable({ values, environment, pending, origins = {} }) {
  const all = Object.entries(values);
  const isOwn = ([name, value]) => origins[name] !== undefined || !isUsual(name, value);
  const own = all.filter(isOwn);
  const rest = all.filter((entry) => !isOwn(entry));
  const variables = Object.entries(environment);
  return h(
    'div',
    {},
    pending.length > 0 ? h('p', { class: 'pendingnote' }, 'The file says otherwise by now: see ', h('a', { href: '#/config' }, 'Configuration'), '.') : null,
    list(own, (name) => origins[name]),
    variables.length > 0 ? [h('h3', {}, 'Environment'), list(variables, (name) => origins[`environment.${name}`] ?? origins.environment)] : null,
    rest.length > 0 ? h('details', {}, h('summary', {}, `${rest.length} defaults`), list(rest, () => undefined)) : null,
  );
}

function list(entries, origin) {
  return h('dl', { class: 'settings' }, entries.map(([name, value]) => row(name, value, origin(name))));
}

function row(name, value, from) {
  return h(
    'div',
    {},
    h('dt', {}, name.split(/(?<=_)/).flatMap((part) => [part, h('wbr', {})])),
    h('dd', {}, value || h('span', { class: 'muted' }, 'empty'), from ? h('span', { class: 'origin', title: from }, h('span', { class: 'quiet' }, 'from '), shortened(from)) : null),
  );
}

/** The last part of a path says enough; all of it is in the title. */
function shortened(from) {
  return from.replace(/^.*\//, '');
}
