import { join } from 'node:path';
import { type ByteSource, bufferSource } from '../../src/wheel/archive/byte-source.ts';
import type { WheelFacts, WheelLocation } from '../../src/wheel/facts.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import type { RawMember } from './raw-zip.ts';

export const goodName = 'demo-1.0-py3-none-any.whl';

export function location(filename: string, folder = '/'): WheelLocation {
  return { path: join(folder, filename), display: filename, filename };
}

/** What is read out of bytes under the name of a wheel. */
export function read(bytes: Buffer, filename = goodName): Promise<WheelFacts> {
  return readWheel(location(filename), async () => bufferSource(bytes));
}

const record = 'demo-1.0.dist-info/RECORD';

/** The members that make a zip a wheel, behind others. */
export function members(others: readonly RawMember[] = []): RawMember[] {
  return [
    ...others,
    { name: 'demo-1.0.dist-info/METADATA', content: 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n' },
    {
      name: 'demo-1.0.dist-info/WHEEL',
      content: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    },
    { name: record, content: `${record},,\n` },
  ];
}

/** Bytes that do not compress, the same each time. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let i = 0; i < length; i += 1) {
    state = (state * 48271) % 2147483647;
    bytes[i] = state >>> 8;
  }
  return bytes;
}

/** A source that counts what is asked of it. */
export function counted(source: ByteSource): {
  readonly source: ByteSource;
  readonly count: { readonly reads: number; readonly bytes: number };
} {
  const count = { reads: 0, bytes: 0 };
  const read: ByteSource['read'] = (start, length) => {
    count.reads += 1;
    count.bytes += length;
    return source.read(start, length);
  };
  return { source: { ...source, size: source.size, read }, count };
}
