import type { KeptForm } from './cache/kept-documents.ts';

/** What is read of a METADATA file that an index offers beside a wheel. */
export interface Sidecar {
  /** Lower-case hexadecimal, of the whole file. */
  readonly sha256: string;
  /** The header fields, without the description below them. */
  readonly text: string;
}

/** What is kept of it. */
export const sidecarForm: KeptForm<Sidecar> = {
  write: ({ sha256, text }) => `${sha256}\n${text}`,
  read: (kept) =>
    /^[0-9a-f]{64}\n/.test(kept) ? { sha256: kept.slice(0, 64), text: kept.slice(65) } : undefined,
  files: () => 0,
};

/** @param bytes of the whole file */
export async function sidecarOf(bytes: Uint8Array): Promise<Sidecar> {
  // Here, not at the top: few runs ask for METADATA, and loading the cryptography takes time.
  const { createHash } = await import('node:crypto');
  const text = new TextDecoder().decode(bytes);
  const blank = text.search(/\n\r?\n/);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: blank === -1 ? text : text.slice(0, blank + 1),
  };
}
