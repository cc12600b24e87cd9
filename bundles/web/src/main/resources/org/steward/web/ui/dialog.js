// Questions that stop everything else until they are answered.

import { h } from './dom.js';

/**
 * Asks before something that cannot be undone.
 *
 * @return a promise of whether to go on
 */
export function confirm({ title, text, list, action, danger = true }) {
  const names = list ?? [];
  return ask(title, [
    text ? h('p', {}, text) : null,
    names.length
      ? h(
          'ul',
          { class: 'names' },
          names.slice(0, 8).map((name) => h('li', {}, name)),
          names.length > 8 ? h('li', { class: 'muted' }, `and ${names.length - 8} more`) : null,
        )
      : null,
  ], [{ label: action, value: true, class: danger ? 'button danger' : 'button primary' }]).then(Boolean);
}

/** Asks for one of several. */
export function choose(title, text, choices) {
  return ask(title, [text ? h('p', {}, text) : null, h('div', { class: 'choices' })], [], choices);
}

/** Shows something to read. */
export function show(title, content) {
  return ask(title, [content], [], [], 'Close');
}

function ask(title, content, buttons, choices = [], cancel = 'Cancel') {
  return new Promise((resolve) => {
    let answer;
    const pick = (value) => () => {
      answer = value;
      dialog.close();
    };
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'dialog-title' },
      h('h2', { id: 'dialog-title' }, title),
      ...content,
      h(
        'div',
        { class: 'buttons' },
        h('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, cancel),
        buttons.map((button) => h('button', { class: button.class, type: 'button', onclick: pick(button.value) }, button.label)),
      ),
    );
    dialog.querySelector('.choices')?.append(
      ...choices.map((choice) =>
        h('button', { class: 'choice', type: 'button', onclick: pick(choice.value) }, h('b', {}, choice.label), h('span', {}, choice.meaning)),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
  });
}
