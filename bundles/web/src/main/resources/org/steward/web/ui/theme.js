// Light or dark: as the system has it, until somebody says otherwise.

const KEY = 'steward.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();

/** Whether it is dark now. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : system.matches;
}

/** Takes up what was chosen before. */
export function restore() {
  const chosen = read();
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }
  system.addEventListener('change', tell);
}

/** The other of the two; choosing what the system has means following it. */
export function toggle() {
  const next = isDark() ? 'light' : 'dark';
  if ((next === 'dark') === system.matches) {
    delete document.documentElement.dataset.theme;
    write(null);
  } else {
    document.documentElement.dataset.theme = next;
    write(next);
  }
  tell();
}

/** Runs something when it changes, until the signal says otherwise. */
export function onThemeChange(run, signal) {
  listeners.add(run);
  signal?.addEventListener('abort', () => listeners.delete(run));
}

function tell() {
  listeners.forEach((run) => run());
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden
  }
}

function write(value) {
  try {
    value === null ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, value);
  } catch {
    // then it is forgotten with the page
  }
}
