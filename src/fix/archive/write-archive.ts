import { constants } from 'node:fs';
import { copyFile, type FileHandle, open } from 'node:fs/promises';
import type { Layout, Segment } from './layout.ts';
import type { SourceFile } from './source-file.ts';

/** Bytes that are held in memory at one time. */
const chunkLength = 2 * 1024 * 1024;
/** From here on the operating system copies the unchanged start of a file, or shares its blocks where it can. */
const worthCopying = 8 * 1024 * 1024;

/**
 * Writes the new file, which must not be there yet.
 * @param sourcePath of the open source
 * @returns the open file, to be synced and closed
 */
export async function writeArchive(
  source: SourceFile,
  sourcePath: string,
  layout: Layout,
  path: string,
): Promise<FileHandle> {
  const [first, ...others] = layout.segments;
  const isSystems = first?.kind === 'copy' && first.start === 0 && first.end >= worthCopying;
  if (isSystems) await copyFile(sourcePath, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const handle = await open(path, isSystems ? 'r+' : 'wx');
  try {
    if (isSystems) await handle.truncate(first.end);
    await writeSegments(handle, source, isSystems ? others : layout.segments, isSystems ? first.end : 0);
    await handle.chmod(source.stats.mode & 0o777);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

async function writeSegments(
  handle: FileHandle,
  source: SourceFile,
  segments: readonly Segment[],
  start: number,
): Promise<void> {
  let position = start;
  const chunk = new Chunk(handle, position);
  for (const segment of segments) {
    if (segment.kind === 'bytes') await chunk.add(segment.bytes);
    else await chunk.copy(source, segment.start, segment.end);
    position += segment.kind === 'bytes' ? segment.bytes.length : segment.end - segment.start;
  }
  await chunk.flush();
}

/** Gathers small stretches, so that thousands of them are a few writes. */
class Chunk {
  readonly #handle: FileHandle;
  #position: number;
  #buffer: Buffer | undefined;
  #filled = 0;

  constructor(handle: FileHandle, position: number) {
    this.#handle = handle;
    this.#position = position;
  }

  async add(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const room = await this.#room(bytes.length - done);
      done += bytes.copy(room, 0, done);
      this.#filled += room.length;
    }
  }

  async copy(source: SourceFile, start: number, end: number): Promise<void> {
    for (let position = start; position < end; ) {
      const room = await this.#room(end - position);
      await source.readInto(position, room);
      position += room.length;
      this.#filled += room.length;
    }
  }

  async flush(): Promise<void> {
    for (let written = 0; written < this.#filled; ) {
      const rest = this.#filled - written;
      const { bytesWritten } = await this.#handle.write(this.#bytes(), written, rest, this.#position);
      written += bytesWritten;
      this.#position += bytesWritten;
    }
    this.#filled = 0;
  }

  /** Free bytes, as many as are wanted or there are. */
  async #room(wanted: number): Promise<Buffer> {
    if (this.#filled === chunkLength) await this.flush();
    return this.#bytes().subarray(this.#filled, Math.min(chunkLength, this.#filled + wanted));
  }

  #bytes(): Buffer {
    this.#buffer ??= Buffer.allocUnsafeSlow(chunkLength);
    return this.#buffer;
  }
}
