import { compareLegacy } from './legacy-order.ts';
import { quote } from './quote.ts';
import { remember } from './remember.ts';
import { comparePublic, compareVersions, isPrerelease, parseVersion, type Version } from './version.ts';
import { compareNumbers, compareRelease, type VersionNumbers } from './version-numbers.ts';

const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
export type Operator = (typeof operators)[number];

/** One clause of a version specifier, for example `>=1.0`. */
export interface Specifier {
  readonly operator: Operator;
  /** The version as written, without the wildcard. */
  readonly text: string;
  /** Absent for `===` with a text that is no version. */
  readonly version: Version | undefined;
  /** `==1.0.*` or `!=1.0.*`. */
  readonly wildcard: boolean;
}

/** The clauses of a specifier set, or why one is wrong. */
export type SpecifierResult =
  | { readonly ok: true; readonly specifiers: readonly Specifier[] }
  | { readonly ok: false; readonly reason: string };

/** `>=1.0+label` was no specifier ever, but pip up to 24.0 took it and compared in the order before PEP 440. */
export type LabelsInRanges = 'refused' | 'compared';

/**
 * Parses a comma-separated specifier set.
 * The matching here is ours: `@renovatebot/pep440` 5.0.1 lets `===1.0` and `==1.0+cc.1` match `1.0+cc`, and gets
 * `>1.0.post1`, `<1.0rc1` and `==1.0.0.*` wrong.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function parseSpecifiers(text: string, labels: LabelsInRanges = 'refused'): SpecifierResult {
  const clauses = text.split(',').map((clause) => clause.trim());
  // A trailing comma is allowed, an empty clause elsewhere is not.
  if (clauses.at(-1) === '') clauses.pop();
  const specifiers: Specifier[] = [];
  for (const clause of clauses) {
    const specifier = parseClause(clause, labels);
    if (typeof specifier === 'string') return { ok: false, reason: specifier };
    specifiers.push(specifier);
  }
  return { ok: true, specifiers };
}

/** The same, made once for each text: `>=3.8` stands beside a thousand files. */
export const parseSpecifiersOnce = remember(10_000, (text: string) => parseSpecifiers(text));

function parseClause(clause: string, labels: LabelsInRanges): Specifier | string {
  const operator = operators.find((candidate) => clause.startsWith(candidate));
  if (operator === undefined) return `${quote(clause)} does not begin with a comparison operator`;
  const text = clause.slice(operator.length).trim();
  if (text === '') return `${quote(clause)} has no version`;
  if (operator === '===') {
    if (/[\s;)]/.test(text)) return `${quote(text)} is not one word`;
    return { operator, text, version: parseVersion(text), wildcard: false };
  }
  const wildcard = text.endsWith('.*');
  const version = parseVersion(wildcard ? text.slice(0, -2) : text);
  if (version === undefined) return `${quote(text)} is not a version (PEP 440)`;
  const isEquality = operator === '==' || operator === '!=';
  if (wildcard && !isEquality) return `${quote(clause)} cannot have '.*'`;
  if (wildcard && !isFinal(version)) return `${quote(clause)} can have '.*' behind release numbers only`;
  const takesLabel = isEquality || (labels === 'compared' && operator !== '~=');
  if (version.local.length > 0 && !takesLabel) return `${quote(clause)} cannot have a local version label`;
  if (operator === '~=' && version.release.length < 2) {
    return `${quote(clause)} needs at least two release numbers`;
  }
  return { operator, text: wildcard ? text.slice(0, -2) : text, version, wildcard };
}

function isFinal({ pre, post, dev, local }: Version): boolean {
  return pre === undefined && post === undefined && dev === undefined && local.length === 0;
}

/** Whether a version fits one clause; pre-releases are not treated specially here. */
export function matchesSpecifier(
  { operator, text, version: wanted, wildcard }: Specifier,
  version: Version,
): boolean {
  // Installers hand over the normal form, so `===1.0+Compute_Canada` fits nothing.
  if (operator === '===') return version.normal === text.toLowerCase();
  if (wanted === undefined) return false;
  if (isLabelRange({ operator, version: wanted }))
    return inOrder(compareLegacy(version.normal, text), operator);
  switch (operator) {
    case '==':
      return wildcard ? hasPrefix(version, wanted) : isEqual(version, wanted);
    case '!=':
      return !(wildcard ? hasPrefix(version, wanted) : isEqual(version, wanted));
    case '~=':
      return comparePublic(version, wanted) >= 0 && hasPrefix(version, wanted, wanted.release.length - 1);
    case '<=':
      return comparePublic(version, wanted) <= 0;
    case '>=':
      return comparePublic(version, wanted) >= 0;
    case '<':
      return isLess(version, wanted);
    case '>':
      return isGreater(version, wanted);
  }
}

/** Whether a clause is one of those that only pip up to 24.0 takes. */
export function isLabelRange({ operator, version }: Pick<Specifier, 'operator' | 'version'>): boolean {
  return version !== undefined && version.local.length > 0 && /^[<>]/.test(operator);
}

function inOrder(difference: number, operator: Operator): boolean {
  if (difference === 0) return operator.endsWith('=');
  return difference < 0 === operator.startsWith('<');
}

/** A label of the candidate counts only where the specifier has one. */
function isEqual(version: Version, wanted: Version): boolean {
  return (wanted.local.length > 0 ? compareVersions(version, wanted) : comparePublic(version, wanted)) === 0;
}

/** `<V` does not take the pre-releases of V, unless V is one itself. */
function isLess(version: Version, wanted: Version): boolean {
  if (isPrerelease(wanted)) return comparePublic(version, wanted) < 0;
  return compareNumbers(numbersOf(version), { ...numbersOf(wanted), dev: 0 }) < 0;
}

/** `>V` takes neither a post-release of V, unless V is one itself, nor a V with a label. */
function isGreater(version: Version, wanted: Version): boolean {
  if (comparePublic(version, wanted) <= 0) return false;
  const isPostRelease = version.post !== undefined;
  const base = { ...numbersOf(version), post: undefined, dev: undefined };
  return !(isPostRelease && compareNumbers(base, numbersOf(wanted)) === 0);
}

/**
 * What pip up to 26.0 made of bounds that are no plain release, beyond the standard: `>1.0rc1` takes no `1.0.post1` and
 * no `1.0+label`, and `<1.0.post1` no `1.0rc1`.
 */
export function isRefusedByOldBounds({ operator, version: wanted }: Specifier, version: Version): boolean {
  if (wanted === undefined || wanted.local.length > 0 || !hasSameRelease(version, wanted)) return false;
  if (operator === '<') return isPrerelease(version) && !isPrerelease(wanted);
  if (operator !== '>') return false;
  return version.local.length > 0 || (version.post !== undefined && wanted.post === undefined);
}

function hasSameRelease(a: Version, b: Version): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const isSameEpoch = compareRelease([left.epoch], [right.epoch]) === 0;
  return isSameEpoch && compareRelease(left.release, right.release) === 0;
}

/** Whether the version, padded with zeros, begins with the first release numbers of another. */
function hasPrefix(version: Version, prefix: Version, length = prefix.release.length): boolean {
  const [actual, wanted] = [numbersOf(version), numbersOf(prefix)];
  const isSameEpoch = compareRelease([actual.epoch], [wanted.epoch]) === 0;
  return (
    isSameEpoch && compareRelease(actual.release.slice(0, length), wanted.release.slice(0, length)) === 0
  );
}

function numbersOf(version: Version): VersionNumbers {
  return version.exact ?? version;
}

/** Whether a version fits all clauses. */
export function matchesSpecifiers(specifiers: readonly Specifier[], version: Version): boolean {
  return specifiers.every((specifier) => matchesSpecifier(specifier, version));
}
