import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { localDataStart } from './content.ts';
import type { Member } from './directory.ts';
import type { Extents } from './extents.ts';

/** Bytes of the file that are read at once. */
const readLength = 512 * 1024;
/** Bytes of inflated contents that are held at once. */
const chunkSize = 128 * 1024;

async function* compressed(extents: Extents, member: Member): AsyncGenerator<Buffer> {
  const start = await localDataStart(extents.fork(), member);
  const end = start + member.compressedSize;
  for (let position = start; position < end; position += readLength) {
    const length = Math.min(readLength, end - position);
    const piece = extents.fork();
    await piece.load([{ start: position, end: position + length }]);
    const bytes = piece.get(position, length);
    if (bytes === undefined) return;
    yield bytes;
  }
}

/**
 * The contents of a deflated member in order, without holding more than a few pieces of it.
 * @throws where the data are damaged
 */
export function inflateStream(extents: Extents, member: Member): AsyncIterator<Buffer> {
  const inflate = createInflateRaw({ chunkSize });
  // Whatever goes wrong ends the iteration below with the same error.
  pipeline(Readable.from(compressed(extents, member)), inflate, () => undefined);
  return inflate[Symbol.asyncIterator]();
}
