import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { baseName } from './file-suffix.ts';
import { libcOf } from './libc.ts';
import { lookAtStart } from './look-at-start.ts';
import type { NativeMember } from './native-member.ts';
import { judge, type Verdict } from './promise-verdict.ts';
import { loadedMembers, nothing, readSymbols } from './read-symbols.ts';
import { formatSymbolVersion, type SymbolVersion } from './symbol-version.ts';
import type { NativeSymbols } from './symbols.ts';
import { promisesOf } from './tag-promise.ts';

/** The first bytes of native members, inflated, of as many as are kept. */
export type Heads = ReadonlyMap<Member, Buffer>;

/**
 * Reads the symbols of those native members that do not show at their start that they keep the promises of the platform
 * tags. A twentieth of the work of reading them all: the dynamic section stands near the end of a member, and everything
 * before it has to be inflated. Of one whose start shows that it breaks the promise, only the versions are told.
 * @param heads what is known of their first bytes: enough for a third of all extension modules
 */
export async function readDoubtful(
  extents: Extents,
  members: readonly Member[],
  native: readonly NativeMember[],
  platforms: readonly string[],
  heads: Heads,
): Promise<NativeSymbols[]> {
  const promises = promisesOf(platforms).filter((promise) => promise.kind !== 'macos');
  const [first] = promises;
  // Mach-O says at its start what it needs, and a wheel for both C libraries may choose when it is imported.
  if (first === undefined || promises.some(({ kind }) => kind !== first.kind)) {
    return readSymbols(extents, members, native);
  }
  const verdicts = new Map<NativeMember, Exclude<Verdict, 'kept'>>();
  for (const [item, member] of loadedMembers(members, native)) {
    const promise = promises.find(({ architecture }) => item.architectures.includes(architecture));
    if (promise === undefined || item.system !== 'linux') continue;
    const head = heads.get(member);
    const verdict =
      (head && judge(head, member.size, promise)) ?? (await lookAtStart(extents, member, promise));
    if (verdict !== 'kept') verdicts.set(item, verdict);
  }
  if (verdicts.size === 0) return [];
  const areNamesNeeded = native.some(({ member }) => PROVIDER.test(baseName(member)));
  const told = new Map<NativeMember, NativeSymbols>();
  for (const [item, verdict] of verdicts) {
    if (verdict !== 'doubtful' && !areNamesNeeded) told.set(item, symbolsOfVersions(item, verdict.broken));
  }
  const doubtful = [...verdicts.keys()].filter((item) => !told.has(item));
  for (const read of await readSymbols(extents, members, doubtful)) told.set(read.member, read);
  const symbols = [...verdicts.keys()].flatMap((item) => told.get(item) ?? []);
  // Whether another C library is a fault depends on the others.
  const isStrange = symbols.some((item) => (libcOf(item) ?? first.kind) !== first.kind);
  return isStrange ? readSymbols(extents, members, native) : symbols;
}

/** Libraries of the families that tags promise: a wheel that brings one along may need other versions of it. */
const PROVIDER =
  /^(?:ld|lib(?:c|m|mvec|dl|rt|pthread|util|resolv|nsl|anl|crypt|stdc\+\+|gcc_s|thread_db|BrokenLocale))[-.]/;

/** The library that has the versions of a family. */
const libraries: Readonly<Record<string, string>> = {
  GLIBCXX: 'libstdc++.so.6',
  CXXABI: 'libstdc++.so.6',
  GCC: 'libgcc_s.so.1',
};
const libc = 'libc.so.6';

function symbolsOfVersions(member: NativeMember, versions: readonly SymbolVersion[]): NativeSymbols {
  const needs = Map.groupBy(versions, ({ family }) => libraries[family] ?? libc);
  return {
    ...nothing,
    member,
    needed: [...needs.keys()],
    versionNeeds: Array.from(needs, ([library, needed]) => ({
      library,
      versions: needed.map(formatSymbolVersion),
    })),
  };
}
