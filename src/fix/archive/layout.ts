import { crc32, deflateRawSync } from 'node:zlib';
import type { ByteText } from '../byte-text.ts';
import { writeEnd } from './end-record.ts';
import { type Archive, hasDescriptor, type PlacedEntry } from './entry.ts';
import { directory, localHeader, type WrittenEntry, withoutUnicodePath } from './write-headers.ts';

/** What becomes of an archive's members; those that are not named stay as they are. */
export interface ArchiveEdits {
  /** New names by old ones. */
  readonly renames: ReadonlyMap<ByteText, ByteText>;
  /** New contents by old names. */
  readonly contents: ReadonlyMap<ByteText, Buffer>;
  readonly dropped: ReadonlySet<ByteText>;
  /** Members that the archive does not have, which come last. */
  readonly added: ReadonlyMap<ByteText, Buffer>;
}

/** A stretch of the new file: bytes of the old one, or new ones. */
export type Segment =
  | { readonly kind: 'copy'; readonly start: number; readonly end: number }
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

export interface Layout {
  readonly segments: readonly Segment[];
  /** Bytes in all. */
  readonly size: number;
}

/** Bits of the flags that say how hard a deflated member was compressed. */
const deflateLevel = 0x6;

/** The new file, stretch by stretch: compressed bytes are taken over, headers only where they must change. */
export function layOut({ entries, comment }: Archive, edits: ArchiveEdits): Layout {
  const file = new SegmentList();
  const written = new Map<PlacedEntry, WrittenEntry>();
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (!edits.dropped.has(entry.name)) written.set(entry, place(file, entry, edits));
  }
  const added: WrittenEntry[] = [];
  const [model] = entries;
  for (const [name, content] of edits.added) if (model) added.push(add(file, name, content, model));
  const inDirectory = [...entries.flatMap((entry) => written.get(entry) ?? []), ...added];
  const start = file.size;
  file.bytes(directory(inDirectory));
  file.bytes(writeEnd({ start, end: file.size, count: inDirectory.length, comment }));
  return { segments: file.segments, size: file.size };
}

function place(file: SegmentList, entry: PlacedEntry, edits: ArchiveEdits): WrittenEntry {
  const { name: oldName, dataStart, compressedSize } = entry;
  const offset = file.size;
  const content = edits.contents.get(oldName);
  const name = edits.renames.get(oldName) ?? oldName;
  if (content === undefined && name === oldName && !hasDescriptor(entry)) {
    file.copy(entry.offset, entry.end);
    return { ...entry, offset };
  }
  const renamed = name === oldName ? entry : withName(entry, name);
  if (content === undefined) {
    file.bytes(localHeader({ ...renamed, offset }));
    file.copy(dataStart, dataStart + compressedSize);
    return { ...renamed, offset };
  }
  return write(file, { ...renamed, offset, flags: renamed.flags & ~deflateLevel }, content);
}

function withName(entry: PlacedEntry, name: ByteText): PlacedEntry {
  return {
    ...entry,
    name,
    extra: withoutUnicodePath(entry.extra, entry.name),
    localExtra: withoutUnicodePath(entry.localExtra, entry.name),
  };
}

function write(file: SegmentList, entry: WrittenEntry, content: Buffer): WrittenEntry {
  const data = entry.method === 8 ? deflateRawSync(content) : content;
  const written = {
    ...entry,
    crc32: crc32(content),
    compressedSize: data.length,
    size: content.length,
  };
  file.bytes(localHeader(written));
  file.bytes(data);
  return written;
}

/** @param model gives the time and the mode: nothing else would be the same in every run */
function add(file: SegmentList, name: ByteText, content: Buffer, model: WrittenEntry): WrittenEntry {
  const bare = {
    versionNeeded: 20,
    flags: 0,
    method: 8,
    extra: Buffer.alloc(0),
    localExtra: Buffer.alloc(0),
  };
  return write(file, { ...model, ...bare, name, offset: file.size }, content);
}

/** Stretches one behind the other; neighbours in the old file are joined. */
class SegmentList {
  readonly segments: Segment[] = [];
  size = 0;

  copy(start: number, end: number): void {
    this.size += end - start;
    const last = this.segments.at(-1);
    if (last?.kind === 'copy' && last.end === start) {
      this.segments[this.segments.length - 1] = { kind: 'copy', start: last.start, end };
    } else if (end > start) this.segments.push({ kind: 'copy', start, end });
  }

  bytes(bytes: Buffer): void {
    this.size += bytes.length;
    this.segments.push({ kind: 'bytes', bytes });
  }
}
