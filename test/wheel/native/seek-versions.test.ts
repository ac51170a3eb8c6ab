import { expect, test } from 'vitest';
import { dynamicElf } from '../../../fixtures/elf-writer.ts';
import { zip } from '../../../fixtures/zip.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readDirectory } from '../../../src/wheel/archive/directory.ts';
import { Extents } from '../../../src/wheel/archive/extents.ts';
import { ArchiveError } from '../../../src/wheel/archive/problem.ts';
import { seekVersions } from '../../../src/wheel/native/seek-versions.ts';
import { noise } from '../reading.ts';

const MiB = 1024 * 1024;
const needs = Buffer.from(dynamicElf({ needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.28'] } }));

/** As long as the noise, with the one byte of an ELF header that is looked at. */
function noiseOf(length: number, order = 1): Buffer {
  const bytes = noise(length);
  if (length > 5) bytes[5] = order;
  return bytes;
}

/** Looks in a member with these contents. @param change makes another archive of it */
async function seek(content: Buffer, change = (archive: Buffer): Buffer => archive) {
  const archive = change(await zip([['demo.so', content]]));
  const extents = new Extents(bufferSource(archive));
  const [member] = (await readDirectory(extents)).members;
  if (member === undefined) throw new Error('no member');
  return seekVersions(extents, member);
}

test.each([
  0,
  MiB - 512,
  MiB - 64,
  MiB,
  3 * MiB,
  2 * MiB - 200,
])('finds them behind %i bytes', async (before) => {
  const content = Buffer.concat([noiseOf(before), needs, noise(2 * MiB)]);
  expect((await seek(content))?.versions).toEqual([{ family: 'GLIBC', numbers: [2, 28] }]);
});

test('finds them in either order of bytes', async () => {
  const options = { needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.28'] } } as const;
  const big = Buffer.from(dynamicElf({ ...options, machine: 's390x' }));
  const found = await seek(Buffer.concat([noiseOf(MiB, 2), big]));
  expect(found?.versions).toEqual([{ family: 'GLIBC', numbers: [2, 28] }]);
  expect((await seek(Buffer.concat([noiseOf(MiB, 1), big])))?.versions).toBeUndefined();
});

test('finds none where there are none, and goes no further than libraries have them', async () => {
  const none = { versions: undefined, mayBeMusl: false };
  expect(await seek(noise(3 * MiB))).toEqual({ ...none, isWhole: true });
  expect(await seek(Buffer.alloc(0))).toBeUndefined();
  const far = Buffer.concat([Buffer.alloc(65 * MiB), needs]);
  expect(await seek(far)).toEqual({ ...none, isWhole: false });
});

test.each([
  'libc.musl-x86_64.so.1',
  '/lib/ld-musl-aarch64.so.1',
  '\0libc.so\0',
])('sees that %j may be the name of musl, on the border of two windows too', async (name) => {
  for (const before of [2 * MiB, MiB - 5]) {
    const content = Buffer.concat([noiseOf(before), Buffer.from(name), noise(MiB)]);
    expect(await seek(content)).toEqual({ versions: undefined, isWhole: true, mayBeMusl: true });
  }
});

test('what is damaged has none; what the system refuses to read is not known', async () => {
  const content = Buffer.concat([noiseOf(4 * MiB), needs]);
  const damaged = (archive: Buffer): Buffer => archive.fill(0xff, MiB, 2 * MiB);
  expect(await seek(content, damaged)).toBeUndefined();

  const source = bufferSource(await zip([['demo.so', content]]));
  const extents = new Extents(source);
  const [member] = (await readDirectory(extents)).members;
  const refusing = new Extents({
    ...source,
    read: (start, length) =>
      start > MiB
        ? Promise.reject(new ArchiveError('unreadable', 'the system says EIO'))
        : source.read(start, length),
  });
  if (member === undefined) throw new Error('no member');
  await expect(seekVersions(refusing, member)).rejects.toThrow('EIO');
});
