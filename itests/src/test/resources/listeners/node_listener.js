#!/usr/bin/env node
// An event listener in an event-driven runtime: what it is sent arrives in chunks of any size.

'use strict';

const fs = require('fs');

const record = process.argv[2];
let unread = '';

/** Takes one event off the front of what was read, or null while it is not complete. */
function takeEvent() {
  const lineEnd = unread.indexOf('\n');
  if (lineEnd < 0) {
    return null;
  }
  const header = unread.slice(0, lineEnd);
  const length = Number(/ len:(\d+)/.exec(header)[1]);
  const characters = Array.from(unread.slice(lineEnd + 1)); // code points, not UTF-16 units
  if (characters.length < length) {
    return null;
  }
  unread = characters.slice(length).join('');
  return { header, payload: characters.slice(0, length).join('') };
}

process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  unread += chunk;
  for (let event = takeEvent(); event !== null; event = takeEvent()) {
    fs.appendFileSync(record, `${event.header}\n${event.payload}\n`);
    process.stdout.write('RESULT 2\nOKREADY\n');
  }
});
process.stdin.on('end', () => process.exit(0));
process.stdout.write('READY\n');
