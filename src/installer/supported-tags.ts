import type { Environment } from './environment.ts';

/**
 * The tags that a Python accepts, best first, as `python-abi-platform`.
 * @see https://github.com/pypa/packaging/blob/053c8846/src/packaging/tags.py `sys_tags`
 */
export function* supportedTags(environment: Environment): Generator<string> {
  const { interpreter, platforms, legacyTags } = environment;
  const digits = digitsOf(legacyTags);
  yield* interpreter.implementation === 'pypy' ? pypyTags(environment) : cpythonTags(environment, digits);
  const pythons = [...pythonRange(interpreter.minor, digits)];
  for (const python of pythons) {
    for (const platform of platforms) yield `${python}-none-${platform}`;
  }
  yield interpreter.implementation === 'pypy' ? 'pp3-none-any' : `cp3${interpreter.minor}-none-any`;
  for (const python of pythons) yield `${python}-none-any`;
}

type Digits = (minor: number) => string;

function digitsOf(legacy: boolean): Digits {
  return (minor) => (legacy && minor >= 10 ? `3_${minor}` : `3${minor}`);
}

function* cpythonTags({ interpreter, platforms }: Environment, digits: Digits): Generator<string> {
  const { minor, threaded } = interpreter;
  const python = `cp${digits(minor)}`;
  const stableAbi = threaded ? 'abi3t' : 'abi3';
  for (const abi of [threaded ? `${python}t` : python, stableAbi, 'none']) {
    for (const platform of platforms) yield `${python}-${abi}-${platform}`;
  }
  for (let older = minor - 1; older >= 2; older -= 1) {
    for (const platform of platforms) yield `cp${digits(older)}-${stableAbi}-${platform}`;
  }
}

/** PyPy's ABI has been 7.3 since Python 3.6. */
function* pypyTags({ interpreter, platforms }: Environment): Generator<string> {
  for (const abi of [`pypy3${interpreter.minor}_pp73`, 'none']) {
    for (const platform of platforms) yield `pp3${interpreter.minor}-${abi}-${platform}`;
  }
}

function* pythonRange(minor: number, digits: Digits): Generator<string> {
  yield `py${digits(minor)}`;
  yield 'py3';
  for (let older = minor - 1; older >= 0; older -= 1) yield `py${digits(older)}`;
}

/** Place of each supported tag, 0 for the best. */
export type TagRanks = ReadonlyMap<string, number>;

export function rankTags(environment: Environment): TagRanks {
  const ranks = new Map<string, number>();
  for (const tag of supportedTags(environment)) if (!ranks.has(tag)) ranks.set(tag, ranks.size);
  return ranks;
}

/** A supported tag and its place. */
export interface RankedTag {
  readonly tag: string;
  readonly rank: number;
}

/** The best of a wheel's tags, as `python-abi-platform`; `undefined` where none is supported. */
export function bestTag(ranks: TagRanks, tags: readonly string[]): RankedTag | undefined {
  let best: RankedTag | undefined;
  for (const tag of tags) {
    const rank = ranks.get(tag);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { tag, rank };
  }
  return best;
}
