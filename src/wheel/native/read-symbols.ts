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
  const wanted = native.filter((item) => isLoaded(item) && item.system !== 'other');
  const byName = wanted.length === 0 ? new Map() : membersByName(members, wanted);
  const symbols: NativeSymbols[] = [];
  for (const item of wanted) {
    const member = byName.get(item.member);
    if (member === undefined) continue;
    const read = await readSparse(extents, member, readers[item.format]);
    symbols.push({ ...nothing, ...read, member: item });
  }
  return symbols;
}

function membersByName(members: readonly Member[], native: readonly NativeMember[]): Map<string, Member> {
  const names = new Set(native.map(({ member }) => member));
  return new Map(members.filter(({ name }) => names.has(name)).map((member) => [member.name, member]));
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
