/** Reads unsigned integers at byte offsets; `undefined` wherever a read would leave the bytes. */
export interface ByteReader {
  u8(offset: number): number | undefined;
  u16(offset: number): number | undefined;
  u32(offset: number): number | undefined;
  /** Rounded beyond 2^53, which is outside any head anyway. */
  u64(offset: number): number | undefined;
}

/** A reader of `bytes` in one byte order. Never throws, whatever the offset. */
export function byteReader(bytes: Uint8Array, littleEndian: boolean): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (offset: number, width: number): boolean => offset >= 0 && offset + width <= view.byteLength;
  return {
    u8: (offset) => (holds(offset, 1) ? view.getUint8(offset) : undefined),
    u16: (offset) => (holds(offset, 2) ? view.getUint16(offset, littleEndian) : undefined),
    u32: (offset) => (holds(offset, 4) ? view.getUint32(offset, littleEndian) : undefined),
    u64: (offset) => (holds(offset, 8) ? Number(view.getBigUint64(offset, littleEndian)) : undefined),
  };
}
