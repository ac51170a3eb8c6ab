import type { FileHandle } from 'node:fs/promises';
import type { Layout } from './layout.ts';
import type { Draft } from './open-draft.ts';
import type { SourceFile } from './source-file.ts';

/** Bytes of a write. From 1 MiB on Linux looks for memory in one piece, which can take longer than all the copying. */
const chunkLength = 512 * 1024;
/** Memory of earlier wheels: for thousands of small ones, new memory would pile up faster than it is collected. */
const free: Buffer[] = [];
/** The disk is told to begin after so many bytes: most of the way to it is done when the last ones are written. */
const syncEvery = 16 * 1024 * 1024;

/** Writes what the new file lacks; it is to be synced afterwards. */
export async function writeArchive(
  source: SourceFile,
  layout: Layout,
  { handle, length }: Draft,
): Promise<void> {
  const pieces = new Pieces(handle, length);
  for (const segment of length > 0 ? layout.segments.slice(1) : layout.segments) {
    if (segment.kind === 'bytes') await pieces.add(segment.bytes);
    else await pieces.copy(source, segment.start, segment.end);
  }
  await pieces.finish();
  await handle.chmod(source.stats.mode & 0o777);
}

/** Gathers small stretches, so that thousands of them are a few writes; one buffer is filled while the other is written. */
class Pieces {
  readonly #handle: FileHandle;
  #position: number;
  #buffer = free.pop() ?? Buffer.allocUnsafeSlow(chunkLength);
  #filled = 0;
  #writing: Promise<void> = Promise.resolve();
  #syncing: Promise<void> | undefined;
  /** A disk tells of a failure once: it must not be forgotten. */
  #failure: { readonly error: unknown } | undefined;
  #unsynced = 0;

  /** @param position where to begin */
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
    await this.#syncing;
    free.push(this.#buffer);
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #flush(): Promise<void> {
    await this.#writing;
    const full = this.#buffer;
    this.#writing = this.#write(full.subarray(0, this.#filled), this.#position).finally(() =>
      free.push(full),
    );
    // Whoever awaits it next learns of a failure.
    this.#writing.catch(() => undefined);
    this.#position += this.#filled;
    this.#filled = 0;
    this.#buffer = free.pop() ?? Buffer.allocUnsafeSlow(chunkLength);
  }

  async #write(bytes: Buffer, start: number): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const rest = bytes.length - written;
      const { bytesWritten } = await this.#handle.write(bytes, written, rest, start + written);
      written += bytesWritten;
    }
    this.#unsynced += bytes.length;
    if (this.#unsynced < syncEvery || this.#syncing !== undefined) return;
    this.#unsynced = 0;
    this.#syncing = this.#handle.datasync().then(
      () => {
        this.#syncing = undefined;
      },
      (error: unknown) => {
        this.#failure = { error };
      },
    );
  }

  /** Free bytes, as many as are wanted or there are. */
  async #room(wanted: number): Promise<Buffer> {
    if (this.#filled === chunkLength) await this.#flush();
    return this.#buffer.subarray(this.#filled, Math.min(chunkLength, this.#filled + wanted));
  }
}
