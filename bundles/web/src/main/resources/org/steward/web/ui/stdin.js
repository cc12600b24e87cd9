// A line to be written to a program's standard input.

import { post, processPath } from './api.js';
import { announce, h } from './dom.js';
import { store } from './store.js';
import { failed } from './toast.js';

export class StdinForm {
  /** @param {{group: string, name: string}} process whose input it is */
  constructor(process) {
    this.input = h('input', { type: 'text', 'aria-label': `Line for the standard input of ${process.name}`, placeholder: 'Write a line to stdin', autocomplete: 'off', spellcheck: 'false' });
    this.button = h('button', { class: 'button small', type: 'submit' }, 'Send');
    this.element = h('form', { class: 'stdin operate', onsubmit: (event) => this.#send(event, process) }, this.input, this.button);
  }

  /** Shows whether the program could take it. */
  update(view) {
    const can = store.may('operate') && view?.pid > 0;
    this.input.disabled = this.button.disabled = !can;
  }

  async #send(event, process) {
    event.preventDefault();
    try {
      await post(`${processPath(process)}/stdin`, { text: `${this.input.value}\n` });
      this.input.value = '';
      announce('Sent.');
    } catch (problem) {
      failed(`${process.name}: ${problem.message}`);
    }
  }
}
