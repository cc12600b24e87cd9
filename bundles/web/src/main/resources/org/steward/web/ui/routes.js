// Addresses within the page.

/** The address of a program, or of one of its logs. */
export function processHash(view, stream) {
  return `#/p/${encodeURIComponent(view.group)}/${encodeURIComponent(view.name)}${stream ? `/${stream}` : ''}`;
}

/** What an address asks for: the names between its slashes, and its parameters. */
export function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query ?? '') };
}

/** Changes the address's parameters without leaving a trace in the history. */
export function setQuery(query) {
  const text = query.toString();
  const path = location.hash.split('?')[0] || '#/';
  history.replaceState(null, '', text ? `${path}?${text}` : path);
}
