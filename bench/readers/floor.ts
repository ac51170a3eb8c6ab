/** The least that reading wheels can cost in Node: synchronous reads, only what is needed, parsed in place. */
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { report } from './report.ts';

const tailLength = 64 * 1024;
const wanted = ['.dist-info/METADATA', '.dist-info/WHEEL', '.dist-info/RECORD'];

await report(async (folder) => {
  let wheels = 0;
  let members = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.whl')) continue;
    const { files, texts } = readFile(join(entry.parentPath, entry.name));
    members += files;
    if (texts.length === wanted.length) wheels += 1;
  }
  return { wheels, members };
});

function readFile(path: string): { readonly files: number; readonly texts: readonly string[] } {
  const descriptor = openSync(path, 'r');
  try {
    return readDirectory(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

function readDirectory(descriptor: number, size: number) {
  const tail = readAt(descriptor, Math.max(0, size - tailLength), Math.min(size, tailLength));
  // Generated wheels have no comment, so that the end record is the last 22 bytes.
  const end = tail.length - 22;
  const directoryLength = tail.readUInt32LE(end + 12);
  const directory =
    directoryLength + 22 <= tail.length
      ? tail.subarray(end - directoryLength, end)
      : readAt(descriptor, tail.readUInt32LE(end + 16), directoryLength);
  const texts: string[] = [];
  let files = 0;
  for (let at = 0; at < directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) files += 1;
    if (wanted.some((file) => name.endsWith(file))) {
      texts.push(readMember(descriptor, directory.readUInt32LE(at + 42), directory.readUInt32LE(at + 20)));
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return { files, texts };
}

function readMember(descriptor: number, offset: number, compressedSize: number): string {
  const header = readAt(descriptor, offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return inflateRawSync(readAt(descriptor, start, compressedSize)).toString('utf8');
}

function readAt(descriptor: number, start: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  readSync(descriptor, buffer, 0, length, start);
  return buffer;
}
