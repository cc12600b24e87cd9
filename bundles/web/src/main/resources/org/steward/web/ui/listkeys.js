// The list by keyboard: one row can be reached by Tab, arrows and letters lead to the others.

import { isTyping } from './keys.js';
import { several } from './orders.js';
import { store } from './store.js';

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const VERBS = { s: 'start', t: 'stop', r: 'restart' };

/**
 * Listens for keys.
 *
 * @param list has the rows in order, and a selection
 * @returns {{rove: () => void}} to be told when the order changed
 */
export function listKeys(list, signal) {
  let active = null;

  function become(row) {
    if (row !== active) {
      active?.reachable(false);
      active = row;
      active?.reachable(true);
    }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open], [popover]:popover-open')) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
        event.target.blur();
        go(list.order.indexOf(active), event);
      }
      return;
    }
    const row = document.activeElement?.closest?.('.row')?.row;
    if (event.key in STEPS && (row || event.key.length === 1)) {
      go(row ? list.order.indexOf(row) + STEPS[event.key] : list.order.indexOf(active), event);
    } else if (event.key === 'Escape') {
      list.pickNone();
    } else if (row && document.activeElement === row.element) {
      onRowKey(row, event);
    }
  }

  function onRowKey(row, event) {
    if (event.key === 'x' || event.key === ' ') {
      list.pick(row, !list.selection.has(row.entry.view.id));
      event.preventDefault();
    } else if (event.key === 'X') {
      list.pick(row, true, true);
    } else if (event.key === 'Enter') {
      row.link.click();
    } else if (event.key in VERBS && store.may('operate')) {
      const picked = list.selection.views();
      several(VERBS[event.key], picked.length > 0 ? picked : [row.entry.view]);
    }
  }

  function go(to, event) {
    const row = list.order[Math.max(0, Math.min(to, list.order.length - 1))];
    if (row) {
      event.preventDefault();
      row.show(true);
      row.element.focus();
    }
  }

  document.addEventListener('keydown', onKey, { signal });
  list.body.addEventListener('focusin', (event) => become(event.target.closest('.row')?.row ?? active), { signal });
  return { rove: () => become(list.order.includes(active) ? active : (list.order[0] ?? null)) };
}
