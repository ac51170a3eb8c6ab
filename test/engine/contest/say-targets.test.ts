import { expect, test } from 'vitest';
import { sayTargets } from '../../../src/engine/contest/say-targets.ts';
import { target } from '../../installer/offered.ts';

const at = (python: string, ...installers: string[]) =>
  installers.map((installer) => target(installer, { python, glibc: 41 }));
const all = ['3.10', '3.11', '3.12'].flatMap((python) => at(python, 'pip@26.2', 'pip@26.3', 'uv'));

test.each([
  ['nobody', [], ''],
  ['everybody', all, 'pip 26.2, pip 26.3 and uv'],
  ['one installer', all.filter(({ installer }) => installer.id === 'uv'), 'uv'],
  ['in the order of the configuration', all.toReversed(), 'pip 26.2, pip 26.3 and uv'],
  ['one place', at('3.11', 'pip@26.2'), 'pip 26.2 (Python 3.11 on linux_x86_64)'],
  [
    'one place of several installers',
    at('3.11', 'pip@26.2', 'uv'),
    'pip 26.2 and uv (each for Python 3.11 on linux_x86_64)',
  ],
  [
    'several places',
    [...at('3.10', 'pip@26.2', 'uv'), ...at('3.12', 'pip@26.2', 'uv')],
    'pip 26.2 and uv (each for Python 3.10 on linux_x86_64 and 1 more)',
  ],
  [
    'other places for each',
    [...at('3.10', 'pip@26.2'), ...at('3.12', 'uv')],
    'pip 26.2 (Python 3.10 on linux_x86_64) and uv (Python 3.12 on linux_x86_64)',
  ],
  [
    'all places of one of them',
    [...all.filter(({ installer }) => installer.id === 'uv'), ...at('3.12', 'pip@26.2')],
    'pip 26.2 (Python 3.12 on linux_x86_64) and uv',
  ],
  ['the same target twice', [...at('3.11', 'uv'), ...at('3.11', 'uv')], 'uv (Python 3.11 on linux_x86_64)'],
])('%s', (_, some, expected) => {
  expect(sayTargets(some, all)).toBe(expected);
});
