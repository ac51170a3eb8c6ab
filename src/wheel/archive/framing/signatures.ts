/** First four bytes of each record of a zip, little endian. */
export const signatures = {
  localHeader: 0x04034b50,
  directoryEntry: 0x02014b50,
  end: 0x06054b50,
  descriptor: 0x08074b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const;

/** A 64-bit number of a zip; past 2^53 it is only nearly right, and no offset of a file. */
export function readUInt64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}

/** Stands in a 32-bit field whose number is in the zip64 field. */
export const elsewhere32 = 0xffffffff;
/** The same for 16 bits. */
export const elsewhere16 = 0xffff;
