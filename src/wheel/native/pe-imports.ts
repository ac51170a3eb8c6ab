import { readPeImage } from './pe-sections.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { ReadSymbols } from './symbols.ts';

const IMPORT_TABLE = 1;
/** `IMAGE_IMPORT_DESCRIPTOR`. */
const descriptorSize = 20;

/** Past this nothing real goes. */
const mostImports = 500;

/** Reads the DLL names of a PE file's import table (PE format, ".idata"). Never throws; what is malformed is left out. */
export function readImports(bytes: SparseBytes): ReadSymbols {
  const image = readPeImage(bytes);
  const imports = image?.directory(IMPORT_TABLE);
  if (image === undefined || imports === undefined || imports.address === 0) return {};
  const needed: string[] = [];
  for (let index = 0; index < mostImports; index++) {
    const at = image.offsetOf(imports.address + index * descriptorSize);
    const descriptor = at === undefined ? undefined : bytes.get(at, descriptorSize, 4096);
    const address = descriptor?.readUInt32LE(12);
    if (address === undefined || address === 0) break;
    const name = image.nameAt(address);
    if (name !== undefined) needed.push(name);
  }
  return { needed };
}
