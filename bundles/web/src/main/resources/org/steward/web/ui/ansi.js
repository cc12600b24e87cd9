// Terminal colours in logs. Of what a terminal would do only colours and weights are done; all
// else that begins with an escape is dropped.

const SEQUENCE = /\x1b(?:\[([0-9;:]*)([ -/]*[@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_]|[ -/]+[0-~])/g;
const LEVELS = [0, 95, 135, 175, 215, 255];

/** The style before anything was said about it. */
export const PLAIN = Object.freeze({});

/** The text without its escapes. */
export function strip(text) {
  return text.replace(SEQUENCE, '');
}

/**
 * Cuts a line into pieces of one style each.
 *
 * @param style the style the line before ended in
 * @return the pieces, each with text and style, and the style it ends in
 */
export function pieces(line, style) {
  const found = [];
  let at = 0;
  let now = style;
  for (const match of line.matchAll(SEQUENCE)) {
    if (match.index > at) {
      found.push({ text: line.slice(at, match.index), style: now });
    }
    at = match.index + match[0].length;
    if (match[2] === 'm') {
      now = apply(now, match[1]);
    }
  }
  if (at < line.length) {
    found.push({ text: line.slice(at), style: now });
  }
  return { found, style: now };
}

/** A piece as a node: plain text where it has no style. */
export function node({ text, style }) {
  if (style === PLAIN) {
    return document.createTextNode(text);
  }
  const span = document.createElement('span');
  span.textContent = text;
  const names = ['bold', 'dim', 'italic', 'underline', 'inverse'].filter((name) => style[name]);
  for (const [side, prefix] of [[style.fg, 'f'], [style.bg, 'b']]) {
    if (typeof side === 'number') {
      names.push(`${prefix}${side}`);
    } else if (side) {
      span.style.setProperty(prefix === 'f' ? 'color' : 'background-color', side);
    }
  }
  span.className = names.map((name) => `a-${name}`).join(' ');
  return span;
}

function apply(style, parameters) {
  const codes = parameters === '' ? [0] : parameters.split(/[;:]/).map(Number);
  let next = { ...style };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) {
      next = {};
    } else if (code === 38 || code === 48) {
      const [colour, used] = extended(codes, i + 1);
      next[code === 38 ? 'fg' : 'bg'] = colour;
      i += used;
    } else {
      simple(next, code);
    }
  }
  return Object.values(next).some((value) => value !== undefined && value !== false) ? next : PLAIN;
}

function simple(style, code) {
  const on = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse' }[code];
  if (on) {
    style[on] = true;
  } else if (code === 22) {
    style.bold = style.dim = false;
  } else if (code >= 23 && code <= 27) {
    style[{ 23: 'italic', 24: 'underline', 27: 'inverse' }[code]] = false;
  } else if (code >= 30 && code <= 37) {
    style.fg = code - 30;
  } else if (code >= 90 && code <= 97) {
    style.fg = code - 82;
  } else if (code >= 40 && code <= 47) {
    style.bg = code - 40;
  } else if (code >= 100 && code <= 107) {
    style.bg = code - 92;
  } else if (code === 39) {
    style.fg = undefined;
  } else if (code === 49) {
    style.bg = undefined;
  }
}

/** One of 256 colours, or one of all. */
function extended(codes, i) {
  if (codes[i] === 2) {
    return [`rgb(${codes.slice(i + 1, i + 4).map((c) => Math.min(255, c || 0)).join(' ')})`, 4];
  }
  const n = codes[i + 1];
  if (n < 16) {
    return [n, 2];
  }
  const grey = 8 + (n - 232) * 10;
  const rgb = n >= 232 ? [grey, grey, grey] : [Math.floor((n - 16) / 36), Math.floor((n - 16) / 6) % 6, (n - 16) % 6].map((c) => LEVELS[c]);
  return [`rgb(${rgb.join(' ')})`, 2];
}
