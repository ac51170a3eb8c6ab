/** What orders the public parts of versions. */
export interface VersionNumbers<Value extends number | bigint = number | bigint> {
  readonly epoch: Value;
  readonly release: readonly Value[];
  readonly pre: readonly [letter: string, number: Value] | undefined;
  readonly post: Value | undefined;
  readonly dev: Value | undefined;
}

const numbersOfVersion =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?$/i;

/**
 * The numbers digit by digit, where one is past 2^53: some builds are named by the millisecond.
 * @param text a version without its label
 * @param numbers the same, rounded
 */
export function exactNumbers(
  text: string,
  numbers: VersionNumbers<number>,
): VersionNumbers<bigint> | undefined {
  const { epoch, release, pre, post, dev } = numbers;
  if ([epoch, ...release, pre?.[1] ?? 0, post ?? 0, dev ?? 0].every(Number.isSafeInteger)) return undefined;
  const [, epochText, releaseText, preText, dashText, postText, devText] = numbersOfVersion.exec(text) ?? [];
  return {
    epoch: BigInt(epochText ?? 0),
    release: (releaseText ?? '').split('.').map(BigInt),
    pre: pre && [pre[0], BigInt(preText || 0)],
    post: post === undefined ? undefined : BigInt(dashText || postText || 0),
    dev: dev === undefined ? undefined : BigInt(devText || 0),
  };
}

export function compareNumbers(a: VersionNumbers, b: VersionNumbers): number {
  return (
    compareValues(a.epoch, b.epoch) ||
    compareRelease(a.release, b.release) ||
    comparePre(a, b) ||
    compareOptional(a.post, b.post, -1) ||
    compareOptional(a.dev, b.dev, 1)
  );
}

/** `1.0` and `1.0.0` are equal. */
export function compareRelease(a: VersionNumbers['release'], b: VersionNumbers['release']): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = compareValues(a[i] ?? 0, b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers and bigints compare by value. */
function compareValues(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function comparePre(a: VersionNumbers, b: VersionNumbers): number {
  const [letterA, numberA] = preKey(a);
  const [letterB, numberB] = preKey(b);
  if (letterA === letterB) return compareValues(numberA, numberB);
  return letterA < letterB ? -1 : 1;
}

/** `1.0.dev1` sorts before `1.0a1`, `1.0` after `1.0rc1`: letters stand between '' and '~'. */
function preKey({ pre, post, dev }: VersionNumbers): readonly [string, number | bigint] {
  if (pre) return pre;
  return [post === undefined && dev !== undefined ? '' : '~', 0];
}

/** @param absent what a missing number is against any: -1 lower, 1 higher */
function compareOptional(
  a: number | bigint | undefined,
  b: number | bigint | undefined,
  absent: -1 | 1,
): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? absent : -absent;
  return compareValues(a, b);
}
