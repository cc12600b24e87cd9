// A log as it is read from the daemon: its end, and all that is added.

import { url } from './api.js';
import { onVisibility } from './visible.js';

const TAIL = 64 * 1024;
const EARLIER = 128 * 1024;
const PAUSE_AFTER_LOSS = 2000;

export class LogSource {
  #path;
  #signal;
  #stream = new AbortController();
  /** Waited for before it is read again. */
  #seen = Promise.resolve();

  /**
   * @param {string} path where the log is, below the API
   * @param {AbortSignal} signal ends it
   */
  constructor(path, signal) {
    this.#path = path;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stream.abort());
    let wake = null;
    const hide = () => {
      if (!wake) {
        this.#seen = new Promise((resolve) => (wake = resolve));
        this.#stream.abort();
      }
    };
    const show = () => {
      wake?.();
      wake = null;
    };
    onVisibility(hide, show, signal);
  }

  /**
   * Follows it until the signal ends that, beginning anew after each loss.
   *
   * @param {(offset: number) => void} begin told where in the file what follows begins
   * @param {(text: string) => void} take told what was read
   * @param {(status: number) => void} fail told the status where it cannot be read, 0 if there is none
   */
  async follow(begin, take, fail) {
    while (!this.#signal.aborted) {
      try {
        await this.#read(begin, take);
      } catch (problem) {
        if (!this.#stream.signal.aborted) {
          fail(problem.status ?? 0);
        }
      }
      await this.#seen;
      if (!this.#signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_LOSS));
      }
    }
  }

  async #read(begin, take) {
    this.#stream = new AbortController();
    const { signal } = this.#stream;
    const response = await fetch(url(`${this.#path}?follow=true&tail=${TAIL}`), { signal });
    if (!response.ok) {
      throw Object.assign(new Error('no log'), { status: response.status });
    }
    begin(Number(response.headers.get('Steward-Log-Offset') ?? 0));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      take(value);
    }
  }

  /**
   * Reads whole lines before a place.
   *
   * @param {number} end the place, in bytes
   * @returns {Promise<{begin: number, lines: string[]}>} with the place they begin at
   * @throws {Error} if they are gone
   */
  async before(end) {
    const from = Math.max(0, end - EARLIER);
    const response = await fetch(url(this.#path), { headers: { Range: `bytes=${from}-${end - 1}` }, signal: this.#signal });
    if (response.status !== 206) {
      throw new Error('gone');
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const start = from === 0 ? 0 : bytes.indexOf(10) + 1;
    const lines = new TextDecoder().decode(bytes.subarray(start)).split('\n');
    lines.pop();
    return { begin: from + start, lines };
  }
}
