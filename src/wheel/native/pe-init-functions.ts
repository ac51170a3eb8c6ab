import { isInitFunction } from './init-functions.ts';
import { readPeImage } from './pe-sections.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const EXPORT_TABLE = 0;
/** `IMAGE_EXPORT_DIRECTORY`. */
const directorySize = 40;
/** Extension modules export one function or a few. */
const mostNames = 4096;
/** What is loaded of the table at once, in bytes: its names stand in it. */
const longestTable = 256 * 1024;

/**
 * The functions by which Python could initialise a module that a PE file exports (PE format, ".edata"). Never throws.
 * @returns `undefined` where it cannot be said, or not yet
 */
export function readPeInitFunctions(bytes: SparseBytes): string[] | undefined {
  const image = readPeImage(bytes);
  const table = image?.directory(EXPORT_TABLE);
  if (image === undefined || table === undefined) return undefined;
  if (table.address === 0) return [];
  const start = image.offsetOf(table.address);
  if (start === undefined) return undefined;
  const directory = bytes.get(start, directorySize, Math.min(table.size, longestTable));
  if (directory === undefined) return undefined;
  const count = directory.readUInt32LE(24);
  if (count === 0) return [];
  const pointers = image.offsetOf(directory.readUInt32LE(32));
  if (count > mostNames || pointers === undefined) return undefined;
  const addresses = bytes.get(pointers, count * 4);
  if (addresses === undefined) return undefined;
  const names = Array.from({ length: count }, (_, index) => image.nameAt(addresses.readUInt32LE(index * 4)));
  if (names.includes(undefined)) return undefined;
  return names.flatMap((name) => (name !== undefined && isInitFunction(name) ? [name] : []));
}
