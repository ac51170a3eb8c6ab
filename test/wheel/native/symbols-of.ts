import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import type { WheelPart, WheelVisitor } from '../../../src/wheel/contents.ts';
import type { NativeSymbols } from '../../../src/wheel/native/symbols.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { location } from '../reading.ts';

/** What the native members of a wheel tell the dynamic loader, and how many bytes of the file were read for it. */
export async function symbolsOf(
  archive: Buffer,
  filename = 'demo-1.0-py3-none-linux_x86_64.whl',
  ...parts: WheelPart[]
): Promise<{ readonly symbols: readonly NativeSymbols[]; readonly bytesRead: number }> {
  let symbols: readonly NativeSymbols[] = [];
  let bytesRead = 0;
  const wanted = new Set<WheelPart>(parts.length > 0 ? parts : ['symbols']);
  const visitor: WheelVisitor = {
    parts: wanted,
    wants: (part) => wanted.has(part),
    visit: (contents) => {
      symbols = contents.symbols;
    },
  };
  const source = bufferSource(archive);
  const counting = {
    ...source,
    read: (start: number, length: number) => {
      bytesRead += length;
      return source.read(start, length);
    },
  };
  await readWheel(location(filename), async () => counting, visitor);
  return { symbols, bytesRead };
}
