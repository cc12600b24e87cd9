// Finding text in the lines of a log.

const HIGHLIGHT = 'log-find';

export class Finder {
  #wanted = '';
  #hits = [];
  #at = -1;

  /** What is looked for. */
  get wanted() {
    return this.#wanted;
  }

  /** How many lines have it. */
  get count() {
    return this.#hits.length;
  }

  /** Looks for something else, in all lines; the last hit becomes the current one. */
  find(wanted, lines) {
    lines.forEach((line) => line.element.classList.remove('hit', 'current'));
    this.#wanted = wanted.toLowerCase();
    this.#hits = [];
    this.#at = -1;
    CSS.highlights?.get(HIGHLIGHT)?.clear();
    this.add(lines);
    this.go(this.#hits.length - 1);
  }

  /** Looks in lines that came to it. */
  add(lines) {
    if (!this.#wanted) {
      return;
    }
    for (const line of lines) {
      if (line.text.toLowerCase().includes(this.#wanted)) {
        line.element.classList.add('hit');
        this.#hits.push(line);
        highlight(line.element, this.#wanted);
      }
    }
  }

  /** Forgets lines that are gone. */
  forget(lines) {
    const gone = new Set(lines);
    const current = this.#hits[this.#at];
    this.#hits = this.#hits.filter((line) => !gone.has(line));
    this.#at = this.#hits.indexOf(current);
  }

  /** Makes the next hit the current one, or the one before. */
  step(by) {
    this.go(this.#at + by);
  }

  /** Makes a hit the current one, and brings it into sight. */
  go(index) {
    this.#hits[this.#at]?.element.classList.remove('current');
    const all = this.#hits.length;
    this.#at = all > 0 ? (index + all) % all : -1;
    this.#hits[this.#at]?.element.classList.add('current');
    this.show();
  }

  /** Brings the current hit into sight. */
  show() {
    this.#hits[this.#at]?.element.scrollIntoView({ block: 'nearest' });
  }

  /** Where it is among all, in words. */
  words() {
    return !this.#wanted ? '' : this.#hits.length > 0 ? `${this.#at + 1} of ${this.#hits.length}` : 'none';
  }
}

/** Marks the very letters, where the browser can do so without changing the line. */
function highlight(element, wanted) {
  if (!CSS.highlights) {
    return;
  }
  if (!CSS.highlights.has(HIGHLIGHT)) {
    CSS.highlights.set(HIGHLIGHT, new Highlight());
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const at = text.data.toLowerCase().indexOf(wanted);
    if (at >= 0) {
      const range = new Range();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      CSS.highlights.get(HIGHLIGHT).add(range);
    }
  }
}
