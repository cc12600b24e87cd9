// Sparklines.

import { svg } from './dom.js';
import { STEPS } from './series.js';

const WIDTH = 64;
const HEIGHT = 18;

/** A line to be drawn later. */
export function sparkline(className) {
  return svg(
    'svg',
    { class: `spark ${className}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { class: 'area' }),
    svg('path', { class: 'line' }),
  );
}

/**
 * Draws a series, newest at the right end.
 *
 * @param floor the least the highest point stands for, so that noise does not look like load
 */
export function draw(element, { values }, floor) {
  const [area, line] = element.children;
  if (values.length < 2) {
    area.removeAttribute('d');
    line.removeAttribute('d');
    return;
  }
  const most = Math.max(floor, ...values);
  const step = WIDTH / (STEPS - 1);
  const from = WIDTH - (values.length - 1) * step;
  const points = values
    .map((value, i) => `${(from + i * step).toFixed(1)} ${(HEIGHT - 1.5 - (value / most) * (HEIGHT - 3)).toFixed(1)}`)
    .join('L');
  line.setAttribute('d', `M${points}`);
  area.setAttribute('d', `M${from.toFixed(1)} ${HEIGHT}L${points}L${WIDTH} ${HEIGHT}Z`);
}
