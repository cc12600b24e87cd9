import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isUsual } from '../../main/resources/org/steward/web/ui/settings.js';

const reference = readFileSync(new URL('../../../../../docs/reference/configuration.md', import.meta.url), 'utf8');
const section = reference.split('## [program:x]')[1].split('\n## ')[0];

test('what is as the reference says by default is nothing to look at', () => {
  const defaults = [...section.matchAll(/^\| `(\w+)` \| [^|]+ \| `([\w.]+)` \|/gm)].map(([, name, value]) => [name, value]);
  assert.ok(defaults.length > 20);
  const hidden = ['numprocs', 'numprocs_start', 'serverurl'];
  const shown = defaults.filter(([name, value]) => !hidden.includes(name) && !isUsual(name, value));
  assert.deepEqual(shown, []);
});
