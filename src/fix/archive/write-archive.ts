import { constants } from 'node:fs';
import { copyFile, type FileHandle, open } from 'node:fs/promises';
import type { Layout, Segment } from './layout.ts';
import type { SourceFile } from './source-file.ts';

/** Bytes of a write; twice as many are held in memory. */
const chunkLength = 4 * 1024 * 1024;
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
  await chunk.finish();
}

/** Gathers small stretches, so that thousands of them are a few writes; one buffer is filled while the other is written. */
class Chunk {
  readonly #handle: FileHandle;
  #position: number;
  #buffer: Buffer = Buffer.allocUnsafeSlow(chunkLength);
  #other: Buffer | undefined;
  #filled = 0;
  #writing: Promise<void> = Promise.resolve();

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

  /** Everything is written, nothing under way. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }

  async #flush(): Promise<void> {
    await this.#writing;
    const full = this.#buffer.subarray(0, this.#filled);
    this.#writing = this.#write(full, this.#position);
    // Whoever awaits it next learns of a failure.
    this.#writing.catch(() => undefined);
    this.#position += full.length;
    this.#filled = 0;
    const next = this.#other ?? Buffer.allocUnsafeSlow(chunkLength);
    this.#other = this.#buffer;
    this.#buffer = next;
  }

  async #write(bytes: Buffer, start: number): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const rest = bytes.length - written;
      const { bytesWritten } = await this.#handle.write(bytes, written, rest, start + written);
      written += bytesWritten;
    }
  }

  /** Free bytes, as many as are wanted or there are. */
  async #room(wanted: number): Promise<Buffer> {
    if (this.#filled === chunkLength) await this.#flush();
    return this.#buffer.subarray(this.#filled, Math.min(chunkLength, this.#filled + wanted));
  }
}
