// Talking to the daemon.

// Seen from the page, so that it holds behind a proxy with a prefix; without the password its address
// may hold, as such addresses may not be fetched.
const BASE = globalThis.location ? new URL('../api/v1', location.origin + location.pathname).href : '';

/** What the daemon would not do, with its words. */
export class Problem extends Error {
  constructor(status, view) {
    super(view?.detail ?? `The daemon answered ${status}.`);
    this.status = status;
    this.fault = view?.fault;
  }
}

/**
 * The address of something.
 *
 * @param {string} path below the API
 * @returns {string}
 */
export function url(path) {
  return BASE + path;
}

/** The path of a process. */
export function processPath({ group, name }) {
  return `/processes/${encodeURIComponent(group)}/${encodeURIComponent(name)}`;
}

/** The path of a process's log. */
export function logPath({ group, name }, stream) {
  return `/logs/${encodeURIComponent(group)}/${encodeURIComponent(name)}/${stream}`;
}

/**
 * Asks for something.
 *
 * @param {string} path below the API
 * @param {RequestInit} [options]
 * @returns {Promise<any>} what was answered
 * @throws {Problem} if it was refused, or there was no answer
 */
export function get(path, options) {
  return call(path, options);
}

/**
 * Has something changed.
 *
 * @param {string} path below the API
 * @param {object} [body]
 * @returns {Promise<any>} what was answered
 * @throws {Problem} if it was refused, or there was no answer
 */
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
