import { isPromised, oldestPromise } from './manylinux-policy.ts';
import {
  compareNumbers,
  formatSymbolVersion,
  parseSymbolVersion,
  type SymbolVersion,
} from './symbol-version.ts';
import type { MinimumMacos, NativeSymbols } from './symbols.ts';
import type { TagPromise } from './tag-promise.ts';

type GlibcPromise = Extract<TagPromise, { kind: 'glibc' }>;
type MacosPromise = Extract<TagPromise, { kind: 'macos' }>;

/** Versions that a tag does not promise. */
export interface BrokenGlibcPromise {
  /** The first member that needs one of {@link versions}. */
  readonly member: string;
  /** The newest of each family: `GLIBC_2.28`. */
  readonly versions: readonly string[];
  /** The platform tag that would be true. */
  readonly suggestion: string;
}

interface Needed {
  readonly member: string;
  readonly version: SymbolVersion;
}

/**
 * Holds what Linux binaries need against a manylinux tag.
 * @param bundled names of libraries that the wheel brings along, so that the machine need not have them
 */
export function brokenGlibcPromise(
  symbols: readonly NativeSymbols[],
  { minor, architecture }: GlibcPromise,
  bundled: ReadonlySet<string>,
): BrokenGlibcPromise | undefined {
  const newest = new Map<string, Needed>();
  for (const { member, versionNeeds } of symbols) {
    if (!member.architectures.includes(architecture)) continue;
    for (const { library, versions } of versionNeeds) {
      if (bundled.has(library)) continue;
      for (const text of versions) {
        const version = parseSymbolVersion(text);
        const known = version && newest.get(version.family);
        if (version === undefined) continue;
        if (known === undefined || compareNumbers(version.numbers, known.version.numbers) > 0) {
          newest.set(version.family, { member: member.member, version });
        }
      }
    }
  }
  const all = [...newest.values()];
  const broken = all.filter(({ version }) => !isPromised(version, minor, architecture));
  const [first] = broken;
  if (first === undefined) return undefined;
  const versions = all.map(({ version }) => version);
  const right = oldestPromise(versions, architecture);
  return {
    member: first.member,
    versions: broken.map(({ version }) => formatSymbolVersion(version)),
    suggestion: right === undefined ? `linux_${architecture}` : `manylinux_2_${right}_${architecture}`,
  };
}

/** The slice that needs the newest macOS, where that is newer than the tag. */
export function brokenMacosPromise(
  symbols: readonly NativeSymbols[],
  { major, minor }: MacosPromise,
): { readonly member: string; readonly minimum: MinimumMacos } | undefined {
  let worst: { member: string; minimum: MinimumMacos } | undefined;
  for (const { member, minimumMacos } of symbols) {
    for (const minimum of minimumMacos) {
      // There is no macOS on arm64 before 11, so the half of a universal2 file for it may say so.
      const promised = minimum.architecture === 'arm64' && major < 11 ? [11, 0] : [major, minor];
      const needed = [minimum.major, minimum.minor];
      if (compareNumbers(needed, promised) <= 0) continue;
      if (worst === undefined || compareNumbers(needed, [worst.minimum.major, worst.minimum.minor]) > 0) {
        worst = { member: member.member, minimum };
      }
    }
  }
  return worst;
}
