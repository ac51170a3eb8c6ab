import { type ByteSource, outOfBounds } from '../../wheel/archive/byte-source.ts';
import type { Layout, Segment } from './layout.ts';
import type { SourceFile } from './source-file.ts';

interface Placed {
  /** Offset in the new file. */
  readonly at: number;
  readonly length: number;
  readonly segment: Segment;
}

/** The new file as it is going to be: it can be looked at while it is written. */
export function plannedFile(source: SourceFile, { segments, size }: Layout): ByteSource {
  const placed: Placed[] = [];
  let at = 0;
  for (const segment of segments) {
    const length = segment.kind === 'bytes' ? segment.bytes.length : segment.end - segment.start;
    placed.push({ at, length, segment });
    at += length;
  }
  return {
    size,
    mode: source.stats.mode & 0o777,
    async read(start, length) {
      if (start < 0 || length < 0 || start + length > size) throw outOfBounds();
      const buffer = Buffer.allocUnsafeSlow(length);
      for (let index = indexAt(placed, start), done = 0; done < length; index += 1) {
        const place = placed[index];
        if (place === undefined) throw outOfBounds();
        const from = start + done - place.at;
        const part = buffer.subarray(done, done + Math.min(length - done, place.length - from));
        const { segment } = place;
        if (segment.kind === 'bytes') segment.bytes.copy(part, 0, from);
        else await source.readInto(segment.start + from, part);
        done += part.length;
      }
      return buffer;
    },
    // The old file is open for longer than that.
    close: () => Promise.resolve(),
  };
}

/** The last stretch that begins at or before an offset: a large wheel has thousands. */
function indexAt(placed: readonly Placed[], offset: number): number {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((placed[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
