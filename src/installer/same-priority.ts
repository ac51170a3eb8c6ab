import { compareBuildTags } from '../packaging/build-tag.ts';
import { expandTags, formatTag, type Tag } from '../packaging/tags.ts';
import { compareVersions } from '../packaging/version.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { Environment } from './environment.ts';
import { formatInterpreter, pythonMinors } from './interpreter.ts';
import { glibcPlatforms, macPlatforms, muslPlatforms } from './platforms.ts';
import { bestTag, rankTags, type TagRanks } from './supported-tags.ts';

/**
 * Whether an installer can find no difference between two files of a project: equal version with its label, equal build
 * tag, and on some machine of today the same best tag. `1.0` equals `1.0.0`, `01` equals `1`, `py2.py3-none-any` equals
 * `py3-none-any` on Python 3; `manylinux2014` is one place behind `manylinux_2_17`.
 */
export function isSamePriority(a: WheelFilename, b: WheelFilename): boolean {
  if (compareVersions(a.version, b.version) !== 0 || compareBuildTags(a.build, b.build) !== 0) return false;
  const tagsOfA = expandTags(a).map(formatTag);
  const tagsOfB = expandTags(b).map(formatTag);
  const namesOfB = new Set(tagsOfB);
  const shared = expandTags(a).filter((tag) => namesOfB.has(formatTag(tag)));
  if (shared.length === 0) return false;
  if (tagsOfA.length === tagsOfB.length && shared.length === tagsOfA.length) return true;
  const platforms = [...a.platforms, ...b.platforms];
  return shared.some((tag) => ties(tag, tagsOfA, tagsOfB, platforms));
}

/** Looks for a machine on which the shared tag, or another, is the best of both. */
function ties(
  shared: Tag,
  tagsOfA: readonly string[],
  tagsOfB: readonly string[],
  platforms: readonly string[],
): boolean {
  for (const environment of environmentsWith(shared, platforms)) {
    const ranks = cachedRanks(environment);
    const best = bestTag(ranks, tagsOfA);
    if (best !== undefined && best.rank === bestTag(ranks, tagsOfB)?.rank) return true;
  }
  return false;
}

function* environmentsWith({ abi, platform }: Tag, platforms: readonly string[]): Generator<Environment> {
  const threaded = /^(?:cp3\d+|abi3)t$/.test(abi);
  for (const list of platformLists(platform, platforms)) {
    for (const minor of pythonMinors) {
      yield {
        interpreter: { implementation: 'cpython', minor, threaded },
        platforms: list,
        legacyTags: false,
      };
    }
  }
}

/** Platform lists that hold the tag; several, because a newer glibc or macOS can tell two files apart that an older cannot. */
function* platformLists(platform: string, all: readonly string[]): Generator<readonly string[]> {
  const linux = /^(?:many)?linux(?:1|2010|2014|_\d+_\d+)?_(\w+)$/.exec(platform);
  const musl = /^musllinux_1_\d+_(\w+)$/.exec(platform);
  const mac = /^macosx_\d+_\d+_(\w+)$/.exec(platform);
  if (musl?.[1] !== undefined) {
    for (const minor of numbersIn(all, /^musllinux_1_(\d+)_/)) yield muslPlatforms(minor, musl[1]);
  } else if (linux?.[1] !== undefined) {
    const minors = new Set([5, 12, 17, ...numbersIn(all, /^manylinux_2_(\d+)_/)]);
    for (const minor of minors) yield glibcPlatforms(minor, linux[1]);
  } else if (mac !== null) {
    const minors = new Set([newestOldMac, ...numbersIn(all, /^macosx_10_(\d+)_/)]);
    for (const architecture of ['x86_64', 'arm64'] as const) {
      for (const minor of minors) yield macPlatforms(10, minor, architecture);
      for (const major of numbersIn(all, /^macosx_(\d+)_/))
        if (major > 10) yield macPlatforms(major, 0, architecture);
    }
  } else {
    yield [platform];
  }
}

const newestOldMac = 15;

/** The numbers that a pattern finds in the tags: the versions at which an answer can change. */
function numbersIn(platforms: readonly string[], pattern: RegExp): Set<number> {
  return new Set(
    platforms
      .flatMap((platform) => Number(pattern.exec(platform)?.[1] ?? Number.NaN))
      .filter(Number.isInteger),
  );
}

const ranksByEnvironment = new Map<string, TagRanks>();

function cachedRanks(environment: Environment): TagRanks {
  const key = `${formatInterpreter(environment.interpreter)} ${environment.platforms.join(' ')}`;
  const known = ranksByEnvironment.get(key);
  if (known !== undefined) return known;
  const ranks = rankTags(environment);
  ranksByEnvironment.set(key, ranks);
  return ranks;
}
