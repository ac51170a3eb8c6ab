import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { readSparse } from '../archive/sparse-member.ts';
import { readElfDynamic } from './elf-dynamic.ts';
import { readElfInitFunctions } from './elf-init-functions.ts';
import { readMachOInitFunctions } from './mach-o-init-functions.ts';
import { readLoadCommands } from './mach-o-load-commands.ts';
import { isLoaded, type NativeFormat, type NativeMember } from './native-member.ts';
import { readImports } from './pe-imports.ts';
import { readPeInitFunctions } from './pe-init-functions.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { NativeSymbols, ReadSymbols } from './symbols.ts';

interface Readers {
  symbols(bytes: SparseBytes): ReadSymbols;
  initFunctions(bytes: SparseBytes): string[] | undefined;
}

const readers: Readonly<Record<NativeFormat, Readers>> = {
  ELF: { symbols: readElfDynamic, initFunctions: readElfInitFunctions },
  'Mach-O': { symbols: readLoadCommands, initFunctions: readMachOInitFunctions },
  PE: { symbols: readImports, initFunctions: readPeInitFunctions },
};

/**
 * Reads what the native members of a wheel tell the dynamic loader, one after the other.
 * @param withInits whether what extension modules export for Python is read as well
 */
export async function readSymbols(
  extents: Extents,
  members: readonly Member[],
  native: readonly NativeMember[],
  withInits = false,
): Promise<NativeSymbols[]> {
  const symbols: NativeSymbols[] = [];
  let held = 0;
  for (const [item, member] of loadedMembers(members, native)) {
    const { symbols: readAll, initFunctions } = readers[item.format];
    const isAsked = withInits && item.kind === 'extension-module';
    const parse = (bytes: SparseBytes) =>
      isAsked ? { ...readAll(bytes), initFunctions: initFunctions(bytes) } : readAll(bytes);
    const read = { ...nothing, ...(await readSparse(extents, member, parse)), member: item };
    symbols.push(read);
    held += sizeOf(read);
    if (held > mostHeld) break;
  }
  return symbols;
}

/** Memory for the symbols of one wheel, in about bytes: members that were made to say much can be many. */
const mostHeld = 32 * 1024 * 1024;

function sizeOf({ needed, rpath, versionNeeds, initFunctions = [] }: NativeSymbols): number {
  const texts = [
    ...needed,
    ...rpath,
    ...initFunctions,
    ...versionNeeds.flatMap(({ library, versions }) => [library, ...versions]),
  ];
  return texts.reduce((sum, text) => sum + 32 + text.length, 256);
}

/** Native members that a loader of some system would load, with their entries in the directory. */
export function loadedMembers(
  members: readonly Member[],
  native: readonly NativeMember[],
): [NativeMember, Member][] {
  const wanted = native.filter((item) => isLoaded(item) && item.system !== 'other');
  if (wanted.length === 0) return [];
  const names = new Set(wanted.map(({ member }) => member));
  // A set has to read all of a text to find it, its length is at hand.
  const lengths = new Set(wanted.map(({ member }) => member.length));
  const byName = new Map(
    members
      .filter(({ name }) => lengths.has(name.length) && names.has(name))
      .map((member) => [member.name, member]),
  );
  return wanted.flatMap((item): [NativeMember, Member][] => {
    const member = byName.get(item.member);
    return member === undefined ? [] : [[item, member]];
  });
}

/** What is said of a member that says nothing. */
export const nothing: Omit<NativeSymbols, 'member'> = {
  needed: [],
  soname: undefined,
  rpath: [],
  interpreter: undefined,
  versionNeeds: [],
  isaLevel: undefined,
  minimumMacos: [],
  initFunctions: undefined,
};
