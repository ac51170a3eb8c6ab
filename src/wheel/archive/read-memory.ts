/** Long enough for the first read of any file. */
export const memoryLength = 256 * 1024;
/** More than are ever read at one time. */
const maxFree = 32;

const free: Buffer[] = [];

/**
 * Memory to read into, used again and again: fresh memory has to be given by the system page by page, which takes as
 * long as the read itself.
 */
export function borrowMemory(): Buffer {
  return free.pop() ?? Buffer.allocUnsafeSlow(memoryLength);
}

export function returnMemory(memory: readonly Buffer[]): void {
  if (free.length < maxFree) free.push(...memory);
}
