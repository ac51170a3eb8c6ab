import type { Tag } from '../packaging/tags.ts';
import type { Environment } from './environment.ts';

/**
 * The tags that a CPython accepts, best first, as `python-abi-platform`.
 * @see https://github.com/pypa/packaging/blob/053c8846/src/packaging/tags.py `cpython_tags`, `compatible_tags`
 */
export function* supportedTags({ minor, threaded, platforms }: Environment): Generator<string> {
  const interpreter = `cp3${minor}`;
  const stableAbi = threaded ? 'abi3t' : 'abi3';
  for (const abi of [threaded ? `${interpreter}t` : interpreter, stableAbi, 'none']) {
    for (const platform of platforms) yield `${interpreter}-${abi}-${platform}`;
  }
  for (let older = minor - 1; older >= 2; older -= 1) {
    for (const platform of platforms) yield `cp3${older}-${stableAbi}-${platform}`;
  }
  const pythons = [...pythonRange(minor)];
  for (const python of pythons) {
    for (const platform of platforms) yield `${python}-none-${platform}`;
  }
  yield `${interpreter}-none-any`;
  for (const python of pythons) yield `${python}-none-any`;
}

function* pythonRange(minor: number): Generator<string> {
  yield `py3${minor}`;
  yield 'py3';
  for (let older = minor - 1; older >= 0; older -= 1) yield `py3${older}`;
}

/** Place of each supported tag, 0 for the best. */
export type TagRanks = ReadonlyMap<string, number>;

export function rankTags(environment: Environment): TagRanks {
  const ranks = new Map<string, number>();
  for (const tag of supportedTags(environment)) if (!ranks.has(tag)) ranks.set(tag, ranks.size);
  return ranks;
}

/** The place of the best of a wheel's tags, `undefined` where none is supported. */
export function bestRank(ranks: TagRanks, tags: readonly Tag[]): number | undefined {
  let best: number | undefined;
  for (const { python, abi, platform } of tags) {
    const rank = ranks.get(`${python}-${abi}-${platform}`);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}
