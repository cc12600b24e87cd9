// Talking to the daemon.

const BASE = '../api/v1';

/** What the daemon would not do, with its words. */
export class Problem extends Error {
  constructor(status, view) {
    super(view?.detail ?? `The daemon answered ${status}.`);
    this.status = status;
    this.fault = view?.fault;
  }
}

/** The address of something. */
export function url(path) {
  return BASE + path;
}

/** The path of a process. */
export function processPath(process) {
  return `/processes/${encodeURIComponent(process.group)}/${encodeURIComponent(process.name)}`;
}

/** The path of a process's log. */
export function logPath(process, stream) {
  return `/logs/${encodeURIComponent(process.group)}/${encodeURIComponent(process.name)}/${stream}`;
}

/** Asks for something. */
export function get(path, options) {
  return call(path, options);
}

/** Has something changed. */
export function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(url(path), options);
  } catch {
    throw new Problem(0, { detail: 'The daemon cannot be reached.' });
  }
  const json = response.headers.get('Content-Type')?.includes('json');
  const body = json ? await response.json() : null;
  if (!response.ok || body === null) {
    throw new Problem(response.status, body);
  }
  return body;
}
