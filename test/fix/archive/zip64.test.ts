import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlacedEntry } from '../../../src/fix/archive/entry.ts';
import { layOut } from '../../../src/fix/archive/layout.ts';
import { readArchive } from '../../../src/fix/archive/read-archive.ts';
import { SourceFile } from '../../../src/fix/archive/source-file.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';

const gigabyte = 2 ** 30;
const headerLength = 30;

/** Stored members of the given sizes, one behind the other, without anything that tells of zip64 yet. */
function entries(sizes: readonly (readonly [name: string, size: number])[]): PlacedEntry[] {
  let offset = 0;
  return sizes.map(([name, size]) => {
    const dataStart = offset + headerLength + name.length;
    const entry = {
      ...{ name, size, compressedSize: size, offset, dataStart, end: dataStart + size },
      ...{ madeBy: 0x314, versionNeeded: 20, flags: 0, method: 0, modified: 0x5c210000, crc32: 7 },
      ...{ internalAttributes: 0, externalAttributes: 0o100644 * 65536, hasComment: false },
      ...{ extra: Buffer.alloc(0), localExtra: Buffer.alloc(0) },
    };
    offset = entry.end;
    return entry;
  });
}

const inPython = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(json.dumps([[i.filename, i.file_size, i.compress_size, i.header_offset] for i in archive.infolist()]))
`;

test('members and offsets past 4 GB have their numbers in zip64 fields', async () => {
  const sizes = [
    ['a.bin', 5 * gigabyte],
    ['b.bin', 10],
    ['c.bin', 4 * gigabyte - 1],
  ] as const;
  const names = new Map(sizes.map(([name]) => [name, `new-${name}`]));
  const layout = layOut(
    { entries: entries(sizes), comment: Buffer.alloc(0) },
    { renames: names, contents: new Map(), dropped: new Set(), added: new Map() },
  );
  const path = join(await tempFolder(), 'large.zip');
  const handle = await open(path, 'wx');
  let position = 0;
  for (const segment of layout.segments) {
    if (segment.kind === 'bytes') await handle.write(segment.bytes, 0, segment.bytes.length, position);
    // What would be copied is left as a hole: the file takes a few blocks of the disk.
    position += segment.kind === 'bytes' ? segment.bytes.length : segment.end - segment.start;
  }
  await handle.close();
  expect(position).toBe(layout.size);

  const source = await SourceFile.open(path);
  const archive = await readArchive(source);
  await source.close();
  const ours = archive.entries.map(({ name, size, compressedSize, offset }) => [
    name,
    size,
    compressedSize,
    offset,
  ]);
  expect(ours.map(([name, size]) => [name, size])).toEqual(
    sizes.map(([name, size]) => [`new-${name}`, size]),
  );
  expect(archive.entries[2]?.offset).toBeGreaterThan(5 * gigabyte);
  const theirs = execFileSync('python3', ['-c', inPython, path], { encoding: 'utf8' });
  expect(JSON.parse(theirs)).toEqual(ours);
});

test('more members than 16 bits can count', async () => {
  const many = Array.from({ length: 70_000 }, (_, index) => [`m${index}`, 1] as const);
  const layout = layOut(
    { entries: entries(many), comment: Buffer.alloc(0) },
    {
      renames: new Map(many.map(([name]) => [name, `n${name}`])),
      contents: new Map(),
      dropped: new Set(),
      added: new Map(),
    },
  );
  const path = join(await tempFolder(), 'many.zip');
  const handle = await open(path, 'wx');
  const pieces = layout.segments.map((segment) =>
    segment.kind === 'bytes' ? segment.bytes : Buffer.alloc(segment.end - segment.start),
  );
  await handle.write(Buffer.concat(pieces));
  await handle.close();
  const theirs = execFileSync('python3', ['-c', inPython, path], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(JSON.parse(theirs)).toHaveLength(70_000);
  const source = await SourceFile.open(path);
  expect((await readArchive(source)).entries).toHaveLength(70_000);
  await source.close();
});
