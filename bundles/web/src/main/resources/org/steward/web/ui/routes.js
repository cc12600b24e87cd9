// Addresses within the page.

/** The address of a program, or of one of its logs. */
export function processHash({ group, name }, stream) {
  return `#/p/${encodeURIComponent(group)}/${encodeURIComponent(name)}${stream ? `/${stream}` : ''}`;
}

/** The address of a plugin's page within this one. */
export function pageHash(path) {
  return `#/page/${encodeURIComponent(path)}`;
}

/**
 * What an address asks for.
 *
 * @param {string} hash
 * @returns {{parts: string[], query: URLSearchParams}} the names between its slashes, and its parameters
 */
export function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query ?? '') };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // typed by hand
  }
}

/** Changes the address's parameters without leaving a trace in the history. */
export function setQuery(query) {
  const text = query.toString();
  const path = location.hash.split('?')[0] || '#/';
  history.replaceState(null, '', text ? `${path}?${text}` : path);
}
