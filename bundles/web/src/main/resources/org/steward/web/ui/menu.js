// A small menu beside the button that opens it.

import { h } from './dom.js';

/**
 * Opens a menu.
 *
 * @param button the button it belongs to
 * @param items each with a label and what to run; null for a line in between
 */
export function openMenu(button, items) {
  const menu = h(
    'div',
    { class: 'menu', role: 'menu', popover: 'auto' },
    items.map((item) =>
      item === null
        ? h('hr', {})
        : h(
            item.href ? 'a' : 'button',
            {
              role: 'menuitem',
              type: item.href ? null : 'button',
              href: item.href,
              tabindex: '-1',
              disabled: item.disabled,
              onclick: () => {
                close();
                button.focus(); // where a dialog gives the focus back to
                item.run?.();
              },
            },
            item.label,
          ),
    ),
  );
  const close = () => menu.hidePopover();
  document.body.append(menu);
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') {
      menu.remove();
      button.setAttribute('aria-expanded', 'false');
      if (document.activeElement === document.body) {
        button.focus();
      }
    }
  });
  menu.addEventListener('keydown', (event) => move(menu, event));
  menu.showPopover();
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  menu.querySelector('[role=menuitem]:not([disabled])')?.focus();
}

function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + height + 8 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
}

function move(menu, event) {
  const items = [...menu.querySelectorAll('[role=menuitem]:not([disabled])')];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  } else if (event.key === 'Tab') {
    menu.hidePopover();
  }
  event.stopPropagation();
}
