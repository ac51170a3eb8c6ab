/** Ids of the parts of an extra field that readers act on. */
export const extraIds = { zip64: 0x0001, unicodePath: 0x7075 } as const;

/** One part of an extra field. */
export interface ExtraPart {
  readonly id: number;
  readonly data: Buffer;
}

/** An extra field taken apart. */
export interface ExtraField {
  readonly parts: readonly ExtraPart[];
  /** Bytes at its end that are too few for a part. */
  readonly rest: number;
  /** Whether a part is said to be longer than the field. */
  readonly isCut: boolean;
}

/** Cannot fail: what does not fit is told. */
export function parseExtraField(bytes: Buffer): ExtraField {
  const parts: ExtraPart[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt16LE(at + 2);
    if (at + 4 + length > bytes.length) return { parts, rest: 0, isCut: true };
    parts.push({ id: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return { parts, rest: bytes.length - at, isCut: false };
}

/** The first id that occurs twice. */
export function repeatedId(parts: readonly ExtraPart[]): number | undefined {
  const seen = new Set<number>();
  return parts.find(({ id }) => seen.size === seen.add(id).size)?.id;
}
