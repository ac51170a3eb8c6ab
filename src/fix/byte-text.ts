/**
 * Texts and names of an archive with one character for each byte (Latin-1), so that whatever is not touched survives a
 * round trip, broken UTF-8 included.
 */
export type ByteText = string;

export function fromBytes(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function toBytes(text: ByteText): Buffer {
  return Buffer.from(text, 'latin1');
}

/** A usual text in the form that archives have it, UTF-8. */
export function encoded(text: string): ByteText {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** For people. */
export function decoded(text: ByteText): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
