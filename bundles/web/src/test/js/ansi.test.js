import assert from 'node:assert/strict';
import test from 'node:test';
import { pieces, PLAIN, strip } from '../../main/resources/org/steward/web/ui/ansi.js';

const texts = ({ found }) => found.map((piece) => piece.text);

test('text without escapes is one plain piece', () => {
  assert.deepEqual(pieces('hello', PLAIN), { found: [{ text: 'hello', style: PLAIN }], style: PLAIN });
});

test('colours end with the reset, and go on into the next line without it', () => {
  const line = pieces('\x1b[1;31mred\x1b[0m plain \x1b[32mgreen', PLAIN);
  assert.deepEqual(texts(line), ['red', ' plain ', 'green']);
  assert.deepEqual(line.found[0].style, { bold: true, fg: 1 });
  assert.equal(line.found[1].style, PLAIN);
  assert.equal(pieces('more', line.style).found[0].style.fg, 2);
});

test('bright, of 256 and of all colours', () => {
  const style = (codes) => pieces(`\x1b[${codes}mx`, PLAIN).found[0].style;
  assert.equal(style('91').fg, 9);
  assert.equal(style('104').bg, 12);
  assert.equal(style('38;5;9').fg, 9);
  assert.equal(style('38;5;196').fg, 'rgb(255 0 0)');
  assert.equal(style('48;5;244').bg, 'rgb(128 128 128)');
  assert.equal(style('38;2;1;2;300').fg, 'rgb(1 2 255)');
});

test('all other sequences are dropped, also those cut short', () => {
  assert.equal(strip('a\x1b[2Kb\x1b]0;title\x07c\x1b(Bd\x1b]8;;x\x1b\\e'), 'abcde');
  assert.deepEqual(texts(pieces('\x1b[2J\x1b[Hdone', PLAIN)), ['done']);
});

test('a single attribute is taken back alone', () => {
  const { style } = pieces('\x1b[1;4;33m\x1b[22m\x1b[39m', PLAIN);
  assert.equal(style.underline, true);
  assert.ok(!style.bold && style.fg === undefined);
});
