// The few icons, drawn on a grid of 16.

import { svg } from './dom.js';

const PATHS = {
  start: 'M5 3.2v9.6L12.5 8z',
  stop: 'M4.5 4.5h7v7h-7z',
  restart: 'M12.7 6.2A5 5 0 1 0 13 8.6M12.9 2.8v3.6H9.3',
  log: 'M3 4h10M3 7.3h7M3 10.6h10M3 13.9h5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2 13.5 13.5',
  chevron: 'M5.5 3.5 10 8l-4.5 4.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6z',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  clear: 'M3 4.5h10M6.3 4.5V3h3.4v1.5M4.3 4.5l.6 8.7h6.2l.6-8.7',
  signal: 'M8.8 1.8 3.6 9h3.6l-.9 5.2L11.9 7H8.2z',
  help: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.2h.01',
  warning: 'M8 2.5 14.2 13H1.8zM8 6.5v3M8 11.3h.01',
};

const FILLED = new Set(['start', 'stop']);

/** An icon; what it stands for is said by its button. */
export function icon(name) {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: FILLED.has(name) ? 'icon filled' : 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: PATHS[name] }),
  );
}
