import type { ByteText } from '../byte-text.ts';

/** One entry of a zip's central directory, with everything that a copy of it needs. */
export interface Entry {
  readonly name: ByteText;
  /** Tool and system that made it: decides what {@link externalAttributes} mean. */
  readonly madeBy: number;
  readonly versionNeeded: number;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Time and date in DOS form, as one number. */
  readonly modified: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly internalAttributes: number;
  /** The upper half holds the mode where {@link madeBy} says Unix. */
  readonly externalAttributes: number;
  /** Extra fields of the directory, without those of zip64. */
  readonly extra: Buffer;
  readonly hasComment: boolean;
  /** Offset of the local header. */
  readonly offset: number;
}

/** An entry whose local header was found to say the same. */
export interface PlacedEntry extends Entry {
  /** Extra fields of the local header, without those of zip64. */
  readonly localExtra: Buffer;
  /** Offset of the compressed bytes. */
  readonly dataStart: number;
  /** Offset behind the member and its data descriptor. */
  readonly end: number;
}

/** An archive without doubtful places. */
export interface Archive {
  /** In the order of the directory. */
  readonly entries: readonly PlacedEntry[];
  readonly comment: Buffer;
}

/** Bits of {@link Entry.flags}. */
export const flag = {
  encrypted: 0x1,
  descriptor: 0x8,
  patch: 0x20,
  strongEncryption: 0x40,
  utf8: 0x800,
  hiddenHeader: 0x2000,
} as const;

/** What a field of 32 bits holds where the number stands in a zip64 field. */
export const inZip64 = 0xffffffff;

export function hasDescriptor({ flags }: Entry): boolean {
  return (flags & flag.descriptor) !== 0;
}
