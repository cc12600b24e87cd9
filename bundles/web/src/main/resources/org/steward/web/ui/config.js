// How the files differ from what runs, looked at before it is applied.

import { post } from './api.js';
import { h } from './dom.js';
import { confirm } from './dialog.js';
import { count } from './format.js';
import { isUsual } from './settings.js';
import { store } from './store.js';
import { done, failed } from './toast.js';

const SIGNS = { added: '+', changed: '~', removed: '−' };
const SIDES = { added: ['after'], changed: ['before', 'after'], removed: ['before'] };
const HEADS = { before: 'Now', after: 'Then' };
const WORDS = { added: 'is new', changed: 'changes', removed: 'goes' };

const TAGS = {
  restart: ['restart', 'The program is stopped and started again'],
  start: ['start', 'The program does not run, and is started'],
  live: ['live', 'The program goes on as it is'],
};

/** Opens the page. */
export function openConfig(main, _route, signal) {
  new Config(main, signal);
}

class Config {
  constructor(main, signal) {
    document.title = 'Configuration';
    this.result = h('div', { class: 'plan', 'aria-live': 'polite' });
    this.reread = h('button', { class: 'button admin', type: 'button', onclick: () => this.look() }, 'Read the files again');
    this.apply = h('button', { class: 'button primary admin', type: 'button', hidden: true, onclick: () => this.#apply() });
    main.replaceChildren(
      h('div', { class: 'pagehead' }, h('h1', {}, 'Configuration'), h('div', { class: 'headbuttons' }, this.reread, this.apply)),
      this.result,
    );
    const begin = () => {
      const may = store.may('admin');
      this.reread.disabled = this.apply.disabled = !may;
      if (may && !this.plan && !this.looking) {
        this.look();
      } else if (store.connected && !may) {
        this.#say('Only administrators may look at changes of the configuration and apply them.');
      }
    };
    store.on(['connection', 'structure'], begin, signal);
    begin();
  }

  #say(text, className = 'empty') {
    this.result.replaceChildren(h('p', { class: className }, text));
  }

  /** Has the files read, and shows how they differ. */
  async look() {
    this.looking = true;
    this.reread.disabled = true;
    this.apply.hidden = true;
    if (!this.plan) {
      this.#say('Reading the files …');
    }
    try {
      this.plan = await post('/config/reread');
      this.#show();
    } catch (problem) {
      this.plan = { groups: [] };
      this.#wrong(problem);
    } finally {
      this.looking = false;
      this.reread.disabled = !store.may('admin');
    }
  }

  #wrong(problem) {
    const [first, ...rest] = problem.message.split(/: (.*)/s);
    this.result.replaceChildren(
      h('div', { class: 'panel wrong', role: 'alert' }, h('h2', {}, problem.fault === 'CANT_REREAD' ? 'The files have mistakes; what runs stays as it is.' : first), h('pre', {}, problem.fault === 'CANT_REREAD' ? rest.join('') : problem.message)),
    );
  }

  #show() {
    const { groups } = this.plan;
    if (groups.length === 0) {
      this.#say('What runs is what the files say.');
      return;
    }
    this.picked = new Set(groups.map((group) => group.name));
    this.result.replaceChildren(h('p', { class: 'muted' }, 'This is what an update would do. Nothing is done yet.'), ...groups.map((group) => this.#group(group)));
    this.#tellApply();
  }

  #group(group) {
    const pick = h('input', {
      type: 'checkbox',
      checked: true,
      'aria-label': `Apply to ${group.name}`,
      onchange: () => {
        this.picked[pick.checked ? 'add' : 'delete'](group.name);
        card.classList.toggle('left', !pick.checked);
        this.#tellApply();
      },
    });
    const effect = effectOf(group);
    const card = h(
      'section',
      { class: `panel change ${group.change}` },
      h('div', { class: 'changehead' }, pick, h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[group.change]), h('h2', {}, group.name), h('span', { class: 'muted' }, WORDS[group.change]), effect ? h('span', { class: 'effect' }, effect) : null),
      group.processes.length === 0 ? h('p', { class: 'muted' }, 'Its priority, or another setting of the group, differs.') : null,
      alike(group.processes).map((processes, i) => this.#process(processes, i < 3)),
    );
    return card;
  }

  #process([process, ...same], few) {
    return h(
      'details',
      { open: few && process.change !== 'removed' },
      h('summary', {}, h('code', {}, process.id), same.length > 0 ? ` and ${same.length} more alike ` : ' ', h('span', { class: 'muted' }, count(said(process).length, 'option')), process.change === 'changed' ? tag(process.effect) : null),
      h(
        'table',
        { class: 'diff' },
        h('thead', { class: 'quiet' }, h('tr', {}, h('th', {}, 'Option'), SIDES[process.change].map((side) => h('th', {}, HEADS[side])), process.change === 'changed' ? h('th', {}, 'Takes') : null)),
        h(
          'tbody',
          {},
          said(process).map((option) => h('tr', {}, h('th', { scope: 'row' }, option.option), SIDES[process.change].map((side) => value(side, option[side])), process.change === 'changed' ? h('td', { class: 'takes' }, process.effect === 'restart' ? tag(option.effect) : null) : null)),
        ),
      ),
    );
  }

  #tellApply() {
    const number = this.picked.size;
    this.apply.hidden = false;
    this.apply.disabled = number === 0 || !store.may('admin');
    this.apply.textContent = number === this.plan.groups.length ? (number === 1 ? 'Apply the change' : `Apply all ${number}`) : `Apply ${number} of ${this.plan.groups.length}`;
  }

  async #apply() {
    const groups = this.plan.groups.filter((group) => this.picked.has(group.name));
    const stopped = groups.reduce((sum, group) => sum + group.running, 0);
    const yes =
      stopped === 0 ||
      (await confirm({
        title: 'Apply the changes?',
        text: `${count(stopped, 'running program')} will be stopped; those that stay are started again.`,
        list: groups.filter((group) => group.running > 0).map((group) => group.name),
        action: 'Apply',
      }));
    if (!yes) {
      return;
    }
    this.apply.disabled = true;
    this.apply.textContent = 'Applying …';
    try {
      const results = await post('/config/update', { plan: this.plan.plan, groups: groups.map((group) => group.name) });
      const wrong = results.filter((result) => !result.done);
      wrong.forEach((result) => failed(`${result.name}: ${result.detail}`));
      done(`${count(results.length - wrong.length, 'group')} updated`);
    } catch (problem) {
      failed(problem.message);
    }
    this.look();
  }
}

/** What becomes of what runs, in words. */
function effectOf({ change, running, processes }) {
  if (change === 'changed' && processes.length > 0 && processes.every(({ effect }) => effect === 'live')) {
    return 'no program is disturbed';
  }
  if (running > 0) {
    return `${count(running, 'running program')} will be stopped${change === 'changed' ? ' and started again' : ''}`;
  }
  return change === 'added' ? 'will be started where autostart says so' : '';
}

/** What a change takes, in a word. */
function tag(effect) {
  const [word, meaning] = TAGS[effect] ?? [effect, ''];
  return h('span', { class: `tag ${effect}`, title: meaning }, word);
}

/** Processes that differ in the same way, together. */
function alike(processes) {
  const found = new Map();
  for (const process of processes) {
    const key = JSON.stringify([process.change, process.change === 'changed' ? process.options : process.id]);
    found.set(key, [...(found.get(key) ?? []), process]);
  }
  return [...found.values()];
}

/** The options worth showing: of a program that comes or goes, those that are its own. */
function said(process) {
  return process.change === 'changed' ? process.options : process.options.filter((option) => !isUsual(option.option, option.before ?? option.after));
}

function value(side, text) {
  return h('td', { class: side }, text === undefined ? h('span', { class: 'muted' }, side === 'before' ? 'not set' : 'no more') : text);
}
