// Figures and moments in words.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A stretch of time in its two largest units: "3d 4h", "12m 05s". */
export function duration(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s >= 86400) {
    return `${Math.floor(s / 86400)}d ${Math.floor((s % 86400) / 3600)}h`;
  }
  if (s >= 3600) {
    return `${Math.floor(s / 3600)}h ${two(Math.floor((s % 3600) / 60))}m`;
  }
  if (s >= 60) {
    return `${Math.floor(s / 60)}m ${two(s % 60)}s`;
  }
  return `${s}s`;
}

function two(number) {
  return String(number).padStart(2, '0');
}

/** How long ago something was, coarsely. */
export function ago(seconds) {
  const s = Math.max(0, seconds);
  if (s < 5) {
    return 'just now';
  }
  if (s < 60) {
    return `${Math.floor(s)}s ago`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min ago`;
  }
  if (s < 86400) {
    return `${Math.floor(s / 3600)} h ago`;
  }
  return `${Math.floor(s / 86400)} d ago`;
}

/** A moment of today by the clock, of another day with its date. */
export function moment(millis) {
  const date = new Date(millis);
  const today = new Date().toDateString() === date.toDateString();
  return today ? clock.format(date) : `${day.format(date)} ${clock.format(date)}`;
}

/** A moment with all there is to say. */
export function fullMoment(millis) {
  return full.format(new Date(millis));
}

/** An amount of memory, from KiB. */
export function memory(kib) {
  if (kib < 1024) {
    return `${kib} K`;
  }
  if (kib < 1024 * 1024) {
    const mib = kib / 1024;
    return `${mib < 10 ? mib.toFixed(1) : Math.round(mib)} M`;
  }
  return `${(kib / 1024 / 1024).toFixed(1)} G`;
}

/** A share of one processor. */
export function percent(value) {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}%`;
}

/** "1 program", "3 programs". */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A state as people write it. */
export function stateName(state) {
  return state.charAt(0) + state.slice(1).toLowerCase();
}
