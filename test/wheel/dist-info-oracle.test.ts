import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, it } from 'vitest';
import {
  type EntryPointFault,
  parseObjectReference,
  readEntryPoints,
} from '../../src/wheel/dist-info/entry-points.ts';
import { parseHeaders } from '../../src/wheel/dist-info/headers.ts';
import { expectSame, samples } from '../packaging/differences.ts';

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const lines = (line: fc.Arbitrary<string>, end: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(line, end), { maxLength: 8 }).map((all) => all.flat().join(''));

const headerLine = pick(
  ...[
    'Name: demo',
    'version:1.0',
    'Summary:  a b ',
    ' folded',
    '\tfolded',
    '   ',
    '',
    'no header',
    ': nothing',
  ],
  ...['A b: c', 'From nobody', 'From: x', 'X-Y_z!: ', 'é: x', 'Name', 'Requires-Dist: a; b'],
);
const pointLine = pick(
  ...[
    '[console_scripts]',
    '[x]',
    ' [x]',
    '[y.z]',
    'a = b',
    'a=b:c',
    ' a = b',
    '  c = d',
    'c=d [e]',
    '# note',
  ],
  ...['; note', 'b', '= c', '', '  ', 'b == c', 'ä = b'],
);
const value = fc
  .array(
    pick('a', 'b_1', '.', ':', ' ', '[x]', '[x, y]', '[', ']', '-', 'é', ' : ', 'a.b', 'a.b:c.d', '..'),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').trim());

const headers = samples(lines(headerLine, pick('\n', '\n', '\n', '\r\n', '\r')), 4000);
const entryPoints = samples(lines(pointLine, pick('\n')), 4000);
const references = samples(value, 3000).filter(isStrict);

/** The library finds words at any place, and takes two dots in a row and what stands behind the reference. */
function isStrict(text: string): boolean {
  return !/\.\.|\.(?:$|[:\s[])|(?:^|[:\s])\.|^[^[]*\].*\[|\][^\]]*\[|\[[^\]]*\[/.test(text);
}

const pairs = v.array(v.tuple([v.string(), v.string(), v.string()]));
const shape = v.object({
  headers: v.array(v.object({ fields: v.array(v.tuple([v.string(), v.string()])), cut: v.boolean() })),
  entryPoints: v.array(v.object({ pairs: v.nullable(pairs), config: v.boolean() })),
  references: v.array(v.nullable(v.tuple([v.string(), v.nullable(v.string())]))),
});

const input = JSON.stringify({ headers, entryPoints, references });
const script = fileURLToPath(new URL('dist-info-oracle.py', import.meta.url));
const child = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1024 ** 3 });
const missing = child.status === 0 ? undefined : `python3 cannot run it: ${child.stderr?.slice(-200)}`;
const answers = v.parse(
  shape,
  missing === undefined ? JSON.parse(child.stdout) : { headers: [], entryPoints: [], references: [] },
);

function hasFault(text: string, isMeant: (fault: EntryPointFault) => boolean): boolean {
  return readEntryPoints(text).faults.some(isMeant);
}

describe.skipIf(missing !== undefined)(
  `beside Python's own readers${missing ? ` (SKIPPED: ${missing})` : ''}`,
  () => {
    it('finds the same headers, and the same end of them', () => {
      expectSame(
        headers,
        (text) => {
          const { fields, cutAt } = parseHeaders(text);
          return {
            fields: fields.map((field) => [field.name, field.value.trim()]),
            cut: cutAt !== undefined,
          };
        },
        (_, i) => answers.headers[i],
      );
    });

    it('finds the entry points that importlib.metadata finds, and stops where it stops', () => {
      expectSame(
        entryPoints,
        (text) => {
          const { entries, faults } = readEntryPoints(text);
          return faults.some(({ kind }) => kind === 'no-value')
            ? null
            : entries.map((entry) => [entry.group, entry.name, entry.value]);
        },
        (_, i) => answers.entryPoints[i]?.pairs,
      );
    });

    it('blames what configparser does not take', () => {
      const judged = entryPoints.map((text, i) => ({ text, isTaken: answers.entryPoints[i]?.config }));
      // What importlib.metadata does not take is another matter.
      const readable = judged.filter(({ text }) => !hasFault(text, ({ kind }) => kind === 'no-value'));
      expectSame(
        readable,
        ({ text }) => !hasFault(text, () => true),
        ({ isTaken }) => isTaken,
      );
    });

    it('reads the same references', () => {
      expectSame(
        references,
        (text) => {
          const reference = parseObjectReference(text);
          return reference === undefined ? null : [reference.module, reference.object ?? null];
        },
        (_, i) => answers.references[i],
      );
    });
  },
);
