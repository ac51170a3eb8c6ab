import { describe, expect, it } from 'vitest';
import { type RawMember, rawZip } from '../../../fixtures/raw-zip.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readDirectory } from '../../../src/wheel/archive/directory.ts';
import { Extents } from '../../../src/wheel/archive/extents.ts';
import { localHeaderLength } from '../../../src/wheel/archive/framing/local-header.ts';
import { isPlain } from '../../../src/wheel/archive/framing/plain.ts';
import { noise } from '../reading.ts';

/** @param headers in place of the bytes of the archive, once its directory is read */
async function check(bytes: Buffer, headers = bytes): Promise<boolean> {
  const whole = bufferSource(bytes);
  let isOpen = false;
  const read: typeof whole.read = (start, length) =>
    (isOpen ? bufferSource(headers) : whole).read(start, length);
  const extents = new Extents({ ...whole, read });
  const directory = await readDirectory(extents);
  isOpen = true;
  return isPlain(extents, directory);
}

const few: readonly RawMember[] = [
  { name: 'demo/a.py', content: 'A = 1' },
  { name: 'demo/', method: 0 },
  { name: 'demo/é.txt', content: noise(300), method: 0 },
];
/** Longer than what is read at one time, with members near and far. */
const large: readonly RawMember[] = [
  ...few,
  ...[70_000, 10, 300_000, 20_000, 0, 90_000].map((length, index) => {
    return { name: `demo/${index}`, content: noise(length), method: 0 };
  }),
];

describe('an archive whose headers say what its directory says', () => {
  it.each([
    ['in memory', few],
    ['on a disk', large],
  ])('is plain %s', async (_, members) => {
    expect(await check(rawZip(members))).toBe(true);
  });

  it('is not plain with another byte in any header', async () => {
    const bytes = rawZip(large);
    const { members } = await readDirectory(new Extents(bufferSource(bytes)));
    const inside = (at: number): boolean =>
      members.some(({ offset, headerLength }) => {
        const distance = at - offset;
        const isVersion = distance === 4 || distance === 5;
        return distance >= 0 && distance < localHeaderLength + headerLength && !isVersion;
      });
    const tail = 66 * 1024;
    for (let at = 0; at < bytes.length - tail; at += 1) {
      if (!inside(at) && at % 9973 !== 0) continue;
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, await check(bytes, changed)]).toEqual([at, !inside(at)]);
    }
  });

  it.each<[string, readonly RawMember[]]>([
    ['bytes in front', [{ name: 'a', before: Buffer.from('x') }]],
    ['bytes between members', [{ name: 'a' }, { name: 'b', before: Buffer.from('x') }]],
    ['a member that is not listed', [{ name: 'a' }, { name: 'b', unlisted: true }]],
    ['sizes behind the data', [{ name: 'a', content: 'x', descriptor: true }]],
    ['a comment', [{ name: 'a', comment: 'x' }]],
    ['an extra field', [{ name: 'a', extra: Buffer.from('0100000000', 'hex') }]],
    ['an extra field in front of the data', [{ name: 'a', localExtra: Buffer.from('01000000', 'hex') }]],
    ['another name', [{ name: 'a', headerName: 'b' }]],
    ['another size', [{ name: 'a', header: { size: 7 } }]],
    ['a member that is not there', [{ name: 'a' }, { name: 'b', absent: true, offset: 0 }]],
  ])('is not plain with %s', async (_, members) => {
    expect(await check(rawZip(members))).toBe(false);
  });
});
