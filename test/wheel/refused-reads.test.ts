import { expect, test } from 'vitest';
import { elf } from '../../fixtures/binaries.ts';
import { type ByteSource, bufferSource } from '../../src/wheel/archive/byte-source.ts';
import { ArchiveError } from '../../src/wheel/archive/problem.ts';
import type { WheelPart, WheelVisitor } from '../../src/wheel/contents.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import { rawZip } from './raw-zip.ts';
import { location, members, noise } from './reading.ts';

const library = (length: number) => Buffer.concat([elf(), noise(length)]);
/** So far apart that no read takes two of them along. */
const bytes = rawZip(
  members([
    { name: 'demo/a.so', content: library(300_000) },
    { name: 'demo/b.so', content: library(1_500_000) },
    { name: 'demo/c.so', content: library(300_000), method: 0 },
    { name: 'demo/d.txt', content: noise(300_000) },
  ]),
);
const filename = 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';

/** A file of which the system refuses one read. */
function refusing(number: number): { readonly source: ByteSource; readonly count: { reads: number } } {
  const source = bufferSource(bytes);
  const count = { reads: 0 };
  const read: ByteSource['read'] = (start, length) => {
    count.reads += 1;
    if (count.reads === number) throw new ArchiveError('unreadable', 'the system says EIO');
    return source.read(start, length);
  };
  return { source: { ...source, read }, count };
}

test.each<readonly WheelPart[]>([
  ['symbols', 'init-functions'],
  ['promises'],
  ['framing'],
  ['digests'],
])('a wheel of which the system refuses a read is unreadable, and nobody looks into it: %s', async (...parts) => {
  let visits = 0;
  const visitor: WheelVisitor = {
    parts: new Set(parts),
    wants: (part) => parts.includes(part),
    visit: () => {
      visits += 1;
    },
  };
  const whole = refusing(0);
  expect((await readWheel(location(filename), async () => whole.source, visitor)).problems).toEqual([]);
  expect(visits).toBe(1);
  expect(whole.count.reads).toBeGreaterThan(3);
  for (let number = 1; number <= whole.count.reads; number += 1) {
    const { source } = refusing(number);
    const { problems } = await readWheel(location(filename), async () => source, visitor);
    expect(problems, `read ${number}`).toMatchObject([{ kind: 'unreadable' }]);
  }
  expect(visits).toBe(1);
});
