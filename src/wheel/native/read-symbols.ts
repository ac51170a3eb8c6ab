import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { readSparse } from '../archive/sparse-member.ts';
import { readElfDynamic } from './elf-dynamic.ts';
import { readLoadCommands } from './mach-o-load-commands.ts';
import { isLoaded, type NativeFormat, type NativeMember } from './native-member.ts';
import { readImports } from './pe-imports.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { NativeSymbols, ReadSymbols } from './symbols.ts';

const readers: Readonly<Record<NativeFormat, (bytes: SparseBytes) => ReadSymbols>> = {
  ELF: readElfDynamic,
  'Mach-O': readLoadCommands,
  PE: readImports,
};

/** Reads what the native members of a wheel tell the dynamic loader, one after the other. */
export async function readSymbols(
  extents: Extents,
  members: readonly Member[],
  native: readonly NativeMember[],
): Promise<NativeSymbols[]> {
  const symbols: NativeSymbols[] = [];
  for (const [item, member] of loadedMembers(members, native)) {
    const read = await readSparse(extents, member, readers[item.format]);
    symbols.push({ ...nothing, ...read, member: item });
  }
  return symbols;
}

/** Native members that a loader of some system would load, with their entries in the directory. */
export function loadedMembers(
  members: readonly Member[],
  native: readonly NativeMember[],
): [NativeMember, Member][] {
  const wanted = native.filter((item) => isLoaded(item) && item.system !== 'other');
  if (wanted.length === 0) return [];
  const names = new Set(wanted.map(({ member }) => member));
  const byName = new Map(
    members.filter(({ name }) => names.has(name)).map((member) => [member.name, member]),
  );
  return wanted.flatMap((item): [NativeMember, Member][] => {
    const member = byName.get(item.member);
    return member === undefined ? [] : [[item, member]];
  });
}

const nothing: Omit<NativeSymbols, 'member'> = {
  needed: [],
  soname: undefined,
  rpath: [],
  interpreter: undefined,
  versionNeeds: [],
  isaLevel: undefined,
  minimumMacos: [],
};
