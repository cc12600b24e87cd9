// Light or dark: as the system has it, until somebody says otherwise.

const KEY = 'steward.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

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
}

/** The other of the two; choosing what the system has means following it. */
export function toggle() {
  const next = isDark() ? 'light' : 'dark';
  if ((next === 'dark') === system.matches) {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset.theme = next;
    localStorage.setItem(KEY, next);
  }
}

/** Runs something when the system changes its mind. */
export function onSystemChange(run) {
  system.addEventListener('change', run);
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden
  }
}
