import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSuppressions, writeSuppressions } from '../../src/config/suppressions-file.ts';
import { tempFolder } from '../support/temp-wheelhouse.ts';

const counts = fc
  .uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 })), {
    selector: ([key]) => key,
  })
  .map((entries) => new Map(entries.map(([key, count]) => [key.toWellFormed(), count])));

test('what is written is read again, whatever projects and files are called', async () => {
  const path = join(await tempFolder(), 'known.json');
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', 'constructor', '7', 'six'),
  );
  const suppressions = fc
    .array(fc.tuple(names, counts))
    .map((entries) => new Map(entries.map(([name, rules]) => [name.toWellFormed(), rules])));
  await fc.assert(
    fc.asyncProperty(suppressions, async (written) => {
      await writeSuppressions(path, written);
      expect(await readSuppressions(path)).toEqual(written);
    }),
    { numRuns: 50 },
  );
});

test('the file is sorted, and the same each time', async () => {
  const path = join(await tempFolder(), 'known.json');
  const rules = new Map([
    ['same-filename', 1],
    ['outranked', 2],
  ]);
  await writeSuppressions(
    path,
    new Map([
      ['torch', rules],
      ['numpy', new Map([['outranked', 3]])],
    ]),
  );
  expect(await readFile(path, 'utf8')).toBe(`{
  "numpy": {
    "outranked": {
      "count": 3
    }
  },
  "torch": {
    "outranked": {
      "count": 2
    },
    "same-filename": {
      "count": 1
    }
  }
}
`);
});
