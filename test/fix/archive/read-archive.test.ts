import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../../src/fix/archive/read-archive.ts';
import { SourceFile } from '../../../src/fix/archive/source-file.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';
import { type RawArchive, type RawMember, rawZip } from '../../wheel/raw-zip.ts';

async function read(bytes: Buffer) {
  const path = join(await tempFolder(), 'demo.zip');
  await writeFile(path, bytes);
  const source = await SourceFile.open(path);
  try {
    return await readArchive(source);
  } finally {
    await source.close();
  }
}

const a: RawMember = { name: 'a.txt', content: 'one' };
const b: RawMember = { name: 'b.txt', content: 'two' };

test.each<[string, readonly RawMember[], RawArchive?]>([
  ['a usual archive', [a, b]],
  ['stored members', [{ ...a, method: 0 }, b]],
  ['data descriptors', [{ ...a, descriptor: true, flags: 8 }, b]],
  [
    'extra fields in the local header only',
    [{ ...a, localExtra: Buffer.from('UT\x05\0\x03abcd', 'latin1') }, b],
  ],
  ['a comment', [a, b], { comment: 'made by hand' }],
  ['folders', [{ name: 'pkg/', content: '', method: 0 }, a]],
  ['zip64 numbers that are needed', [{ ...a, zip64: true }, b]],
])('reads %s', async (_name, members, archive) => {
  const { entries, comment } = await read(rawZip(members, archive));
  expect(entries.map(({ name }) => name)).toEqual(members.map(({ name }) => String(name)));
  expect(comment.toString()).toBe(archive?.comment ?? '');
});

test.each<[string, Buffer, string]>([
  ['no bytes', Buffer.alloc(0), 'the file is empty'],
  ['no zip', Buffer.from('<!doctype html>'), 'it has no zip directory at its end'],
  ['bytes behind the end', Buffer.concat([rawZip([a]), Buffer.from('more')]), 'bytes behind its end record'],
  [
    'bytes before the first member',
    Buffer.concat([Buffer.from('#!/bin/sh\n'), rawZip([a])]),
    'does not end where',
  ],
  ['a name twice', rawZip([a, { ...a, content: 'other' }]), 'two of its members are called "a.txt"'],
  ['two entries for one member', rawZip([a, { ...b, offset: 0 }]), 'belong to no member, or to two'],
  ['another size in the local header', withByte(rawZip([a, b]), 22, 9), 'contradicts the directory'],
  ['another name in the local header', withByte(rawZip([a, b]), 30, 0x78), 'contradicts the directory'],
  ['another method in the local header', withByte(rawZip([a, b]), 8, 0), 'contradicts the directory'],
  ['an encrypted member', rawZip([{ ...a, flags: 1 }]), '"a.txt" is encrypted'],
  ['a rare compression', rawZip([{ ...a, method: 12 }]), 'compressed with method 12'],
  ['a count that is wrong', rawZip([a, b], { count: 1 }), 'speaks of 1 members, its directory of 2'],
  ['a directory elsewhere', rawZip([a, b], { directoryOffset: 0 }), 'does not end where'],
  ['a part of several', rawZip([a], { disk: 1 }), 'split over several files'],
  [
    'a descriptor that lies',
    withByte(rawZip([{ ...a, descriptor: true, flags: 8 }]), 46, 1),
    'belong to no member',
  ],
  ['a half extra field', rawZip([{ ...a, localExtra: Buffer.from([1, 2, 9]) }]), 'cannot be read'],
])('refuses %s', async (_name, bytes, reason) => {
  await expect(read(bytes)).rejects.toThrow(reason);
});

test.each([
  '../a',
  '/a',
  'a/../b',
  'C:/a',
  'a\\b',
  'a//b',
  'a\nb',
  '',
  './a',
])('refuses the name %j', async (name) => {
  await expect(read(rawZip([{ name, content: 'x' }]))).rejects.toThrow('is not safe');
});

test('refuses a gap between members', async () => {
  const whole = rawZip([a, b], { directoryOffset: 0 });
  const second = whole.indexOf('PK\x03\x04', 4, 'latin1');
  const directory = whole.indexOf('PK\x01\x02', 0, 'latin1');
  const bytes = Buffer.concat([whole.subarray(0, second), Buffer.alloc(4), whole.subarray(second)]);
  bytes.writeUInt32LE(second + 4, directory + 4 + 46 + 'a.txt'.length + 42);
  bytes.writeUInt32LE(directory + 4, bytes.length - 6);
  await expect(read(bytes)).rejects.toThrow('belong');
});

test('refuses a second name in an extra field', async () => {
  const field = Buffer.from('up\x06\0\x01\0\0\0\0z', 'latin1');
  const whole = rawZip([a]);
  const directory = whole.indexOf('PK\x01\x02', 0, 'latin1');
  const nameEnd = directory + 46 + 'a.txt'.length;
  const bytes = Buffer.concat([whole.subarray(0, nameEnd), field, whole.subarray(nameEnd)]);
  bytes.writeUInt16LE(field.length, directory + 30);
  bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 10) + field.length, bytes.length - 10);
  await expect(read(bytes)).rejects.toThrow('"a.txt" has a second name');
});

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = value;
  return changed;
}
