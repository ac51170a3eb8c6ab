import { signatures } from './signatures.ts';

export const localHeaderLength = 30;

/** The header in front of a member's data. */
export interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  /** As it stands there: the true one may be in the zip64 field. */
  readonly compressedSize: number;
  readonly size: number;
  readonly nameLength: number;
  readonly extraLength: number;
}

/** @returns `undefined` where the bytes are no local header */
export function parseLocalHeader(bytes: Buffer): LocalHeader | undefined {
  if (bytes.length < localHeaderLength || bytes.readUInt32LE(0) !== signatures.localHeader) return undefined;
  return {
    flags: bytes.readUInt16LE(6),
    method: bytes.readUInt16LE(8),
    crc32: bytes.readUInt32LE(14),
    compressedSize: bytes.readUInt32LE(18),
    size: bytes.readUInt32LE(22),
    nameLength: bytes.readUInt16LE(26),
    extraLength: bytes.readUInt16LE(28),
  };
}
