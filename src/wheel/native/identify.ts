import { readElf } from './elf.ts';
import { readMachO } from './mach-o.ts';
import type { NativeHeader } from './native-member.ts';
import { readPe } from './pe.ts';

/** Bytes of a member, inflated, that `identifyNative` wants to see. */
export const headLength = 4096;

/**
 * What native binary these first bytes belong to; `undefined` for anything else, for a truncated header and for
 * static archives (`!<arch>`). Never throws.
 * @param head up to `headLength` bytes; fewer are allowed, more do no harm
 */
export function identifyNative(head: Uint8Array): NativeHeader | undefined {
  return readElf(head) ?? readPe(head) ?? readMachO(head);
}
