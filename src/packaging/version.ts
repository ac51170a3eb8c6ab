import { parse } from '@renovatebot/pep440';
import { remember } from './remember.ts';
import { compareNumbers, exactNumbers, type VersionNumbers } from './version-numbers.ts';

/**
 * A version of a Python project, parsed once.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440)
 */
export interface Version extends VersionNumbers<number> {
  /** As it was spelled. */
  readonly text: string;
  /** Normal form: `1.0+compute.canada` for `v1.0+Compute_Canada`. */
  readonly normal: string;
  /** Normal form without the local version label. */
  readonly public: string;
  /** Segments of the local version label in normal form, empty without one. */
  readonly local: readonly LocalSegment[];
  /** The numbers once more, only where one of them is past 2^53. */
  readonly exact: VersionNumbers<bigint> | undefined;
  /** Equal exactly for versions that compare equal: trailing zeros of the release dropped. */
  readonly key: string;
}

/** Numbers are bigints, because a label may hold a date or hash longer than 2^53. */
export type LocalSegment = string | bigint;

/** Python reads no number of more digits, and no version is that long. */
const maxLength = 4300;

/** @returns `undefined` where the text is no PEP 440 version */
export function parseVersion(text: string): Version | undefined {
  const parsed = text.length > maxLength ? null : parse(text);
  if (parsed === null) return undefined;
  const numbers = explode(parsed);
  const exact = exactNumbers(text.replace(/\+.*/, ''), numbers);
  const local = parseLocal(text);
  const { epoch, release, pre, post, dev } = exact ?? numbers;
  const suffix =
    (pre ? pre.join('') : '') +
    (post === undefined ? '' : `.post${post}`) +
    (dev === undefined ? '' : `.dev${dev}`);
  const label = local.length > 0 ? `+${local.join('.')}` : '';
  const start = numbers.epoch === 0 ? '' : `${epoch}!`;
  const publicPart = `${start}${release.join('.')}${suffix}`;
  return {
    ...numbers,
    text,
    normal: publicPart + label,
    public: publicPart,
    local,
    exact,
    key: `${start}${withoutTrailingZeros(release.map(String)).join('.')}${suffix}${label}`,
  };
}

/** The same, made once for each text: thousands of files share a few versions. */
export const parseVersionOnce = remember(20_000, parseVersion);

type Parsed = NonNullable<ReturnType<typeof parse>>;

function explode(parsed: Parsed): VersionNumbers<number> {
  const [letter, number] = parsed.pre ?? [];
  return {
    epoch: parsed.epoch,
    release: parsed.release,
    pre: letter === undefined ? undefined : [String(letter), Number(number)],
    post: numberOf(parsed.post),
    dev: numberOf(parsed.dev),
  };
}

/** The library types these as arrays of a word and a number. */
function numberOf(segment: readonly (string | number)[] | null): number | undefined {
  return segment === null ? undefined : Number(segment[1]);
}

/** Not the library's: it reads `1e5` and `0x10` as numbers, where PEP 440 knows digits only. */
function parseLocal(text: string): LocalSegment[] {
  const plus = text.indexOf('+');
  if (plus === -1) return [];
  return text
    .slice(plus + 1)
    .toLowerCase()
    .split(/[-_.]/)
    .map((segment) => (/^\d+$/.test(segment) ? BigInt(segment) : segment));
}

function withoutTrailingZeros(release: readonly string[]): readonly string[] {
  let end = release.length;
  while (end > 1 && release[end - 1] === '0') end -= 1;
  return release.slice(0, end);
}

/** Orders versions as installers do: negative where `a` is older. Local labels count. */
export function compareVersions(a: Version, b: Version): number {
  return comparePublic(a, b) || compareLocal(a.local, b.local);
}

/** Orders versions without regard to their local version labels. */
export function comparePublic(a: Version, b: Version): number {
  return compareNumbers(a.exact ?? a, b.exact ?? b);
}

/** No label < any label; words < numbers; a label < the same label with more segments. */
export function compareLocal(a: readonly LocalSegment[], b: readonly LocalSegment[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compareLocalSegment(a[i] ?? '', b[i] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareLocalSegment(a: LocalSegment, b: LocalSegment): number {
  if (a === b) return 0;
  if (typeof a !== typeof b) return typeof a === 'bigint' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Whether a version is a pre-release or a development release. */
export function isPrerelease(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

/** Equal exactly for versions that differ in their labels at most. */
export function publicKey({ key, local }: Version): string {
  return local.length === 0 ? key : key.slice(0, key.indexOf('+'));
}

/** The local version label in normal form, `undefined` without one. */
export function localLabel(version: Version): string | undefined {
  return version.local.length > 0 ? version.local.join('.') : undefined;
}
