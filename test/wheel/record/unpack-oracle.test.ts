import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { type RawMember, rawZip } from '../raw-zip.ts';
import { goodName, location, members, noise } from '../reading.ts';
import { noPython } from './oracle.ts';

const own = 'demo-1.0.dist-info/RECORD';
const script = fileURLToPath(new URL('unpack_oracle.py', import.meta.url));

const verdicts = v.array(v.object({ damaged: v.array(v.string()), mismatched: v.array(v.string()) }));

/** Members of each kind, so small that few of them can be listed in a finding. */
const contents: readonly RawMember[] = [
  { name: 'a.py', content: 'print()\n'.repeat(20) },
  { name: 'b.py', content: noise(300), method: 0 },
  { name: 'c.py', content: noise(400) },
  { name: 'd.py', content: Buffer.alloc(300_000, 'wheel') },
];

/** @param changed members whose content is another one than RECORD says */
function wheel(changed: ReadonlySet<string>): Buffer {
  const rows = contents.map(({ name, content = '' }) => {
    const text = changed.has(String(name)) ? 'other' : content;
    return `${name},sha256=${createHash('sha256').update(text).digest('base64url')},\n`;
  });
  const rest = members().filter(({ name }) => name !== own);
  return rawZip([...contents, ...rest, { name: own, content: `${rows.join('')}${own},,\n` }]);
}

/** What is found, or `undefined` where something is wrong that keeps the members from being read. */
async function found(bytes: Buffer): Promise<{ damaged: string[]; mismatched: string[] } | undefined> {
  const names: { damaged: string[]; mismatched: string[] }[] = [];
  await readWheel(location(goodName), async () => bufferSource(bytes), {
    parts: new Set(['digests']),
    wants: (part) => part === 'digests',
    visit: ({ digests }) => {
      if (digests === undefined) return;
      names.push({
        damaged: digests.damaged.places.map(({ path }) => path),
        mismatched: digests.mismatched.places.map(({ path }) => path),
      });
    },
  });
  return names[0];
}

test.skipIf(noPython)(
  `finds the members that Python's zipfile and hashlib find ${noPython ?? ''}`,
  async () => {
    const name = fc.constantFrom('a.py', 'b.py', 'c.py', 'd.py');
    const change = fc.tuple(fc.nat({ max: 2500 }), fc.integer({ min: 1, max: 255 }));
    const recipe = fc.tuple(fc.uniqueArray(name), fc.array(change, { maxLength: 3 }));
    const archives = fc.sample(recipe, { numRuns: 300, seed: 5 }).map(([changed, changes]) => {
      const bytes = wheel(new Set(changed));
      const { starts, ends } = dataOf(bytes);
      for (const [place, mask] of changes) {
        const isData = starts.some((start, index) => place >= start && place < (ends[index] ?? 0));
        if (isData) bytes[place] = (bytes[place] ?? 0) ^ mask;
      }
      return bytes;
    });
    const child = spawnSync('python3', [script], {
      input: JSON.stringify(archives.map((bytes) => bytes.toString('base64'))),
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    });
    expect(child.stderr).toBe('');
    const theirs = v.parse(verdicts, JSON.parse(child.stdout));
    let damaged = 0;
    let stricter = 0;
    for (const [index, bytes] of archives.entries()) {
      const ours = (await found(bytes)) ?? { damaged: [], mismatched: [] };
      const python = theirs[index] ?? { damaged: [], mismatched: [] };
      // Python stops at the stated size, and does not see what is wrong behind it.
      const more = ours.damaged.filter((name) => !python.damaged.includes(name));
      expect(ours.damaged.filter((name) => !more.includes(name))).toEqual(python.damaged);
      expect(ours.mismatched).toEqual(python.mismatched.filter((name) => !more.includes(name)));
      damaged += python.damaged.length;
      stricter += more.length;
    }
    expect(damaged).toBeGreaterThan(80);
    expect(stricter).toBeLessThan(damaged / 10);
  },
);

/** Where the data of the members of {@link contents} stand. */
function dataOf(archive: Buffer): { readonly starts: number[]; readonly ends: number[] } {
  const starts = contents.map(({ name }) => archive.indexOf(String(name)) + String(name).length);
  const ends = starts.map((start, index) => {
    const header = start - 30 - String(contents[index]?.name).length;
    return start + archive.readUInt32LE(header + 18);
  });
  return { starts, ends };
}
