import { readDynamicSection } from './elf-dynamic-section.ts';
import { isaLevelOf } from './elf-notes.ts';
import { type ProgramHeader, PT_INTERP, PT_NOTE, readProgramHeaders } from './elf-program-headers.ts';
import { readVersionNeeds } from './elf-versions.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { ReadSymbols } from './symbols.ts';

const DT_NEEDED = 1;
const DT_SONAME = 14;
const DT_RPATH = 15;
const DT_RUNPATH = 29;
const DT_VERNEED = 0x6ffffffe;
const DT_VERNEEDNUM = 0x6fffffff;

/** Past these nothing real goes; they keep hostile files cheap. */
const mostNeeded = 300;
const mostPaths = 64;
const longestInterpreter = 4096;

/**
 * Reads what an ELF file tells the dynamic loader (gABI chapter 5, LSB "Symbol Versioning"). Never throws; what is
 * malformed or not there yet is left out.
 */
export function readElfDynamic(bytes: SparseBytes): ReadSymbols {
  const headers = readProgramHeaders(bytes);
  if (headers === undefined) return {};
  const byType = (type: number): ProgramHeader[] => headers.entries.filter((header) => header.type === type);
  const isaLevel = byType(PT_NOTE)
    .map((header) => isaLevelOf(bytes, header, headers))
    .find((level) => level !== undefined);
  const base: ReadSymbols = { interpreter: interpreterOf(bytes, byType(PT_INTERP)[0]), isaLevel };
  const section = readDynamicSection(bytes, headers);
  if (section === undefined) return base;
  const { strings, first } = section;
  const all = (tag: number): string[] =>
    section
      .all(tag)
      .slice(0, mostNeeded)
      .flatMap((value) => strings.get(value) ?? []);
  const runpath = all(DT_RUNPATH);
  const rpath = runpath.length > 0 ? runpath : all(DT_RPATH);
  const versions = section.offsetOf(first(DT_VERNEED));
  return {
    ...base,
    needed: all(DT_NEEDED),
    soname: all(DT_SONAME)[0],
    rpath: rpath.flatMap((path) => path.split(':', mostPaths)).slice(0, mostPaths),
    versionNeeds:
      versions === undefined
        ? []
        : readVersionNeeds(bytes, strings, versions, first(DT_VERNEEDNUM) ?? 0, headers.littleEndian),
  };
}

function interpreterOf(bytes: SparseBytes, header: ProgramHeader | undefined): string | undefined {
  if (header === undefined || header.fileSize > longestInterpreter) return undefined;
  return bytes.get(header.offset, header.fileSize)?.toString('latin1').replace(/\0.*$/s, '');
}
