import { expect, it } from 'vitest';
import type { ByteSource } from '../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import { rawZip } from './raw-zip.ts';
import { counted, goodName, location } from './reading.ts';

/** Zeros, and an end record that claims all of them as its directory. */
function hugeDirectory(size: number): ByteSource {
  const end = rawZip([], { count: 1, directoryOffset: 0 });
  return {
    size,
    read: async (start, length) => {
      const bytes = Buffer.alloc(length);
      end.copy(bytes, size - end.length - start);
      return bytes;
    },
    close: async () => undefined,
  };
}

it('does not read a directory of a gigabyte', async () => {
  const { source, count } = counted(hugeDirectory(1024 ** 3));
  const { problems } = await readWheel(location(goodName), async () => source);
  expect(problems).toEqual([
    { kind: 'too-large', member: undefined, detail: 'its directory would be 1073741824 bytes long' },
  ]);
  expect(count.bytes).toBeLessThan(1024 ** 2);
});
