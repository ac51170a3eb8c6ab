import {
  comparePublic,
  compareRelease,
  compareVersions,
  isPrerelease,
  parseVersion,
  type Version,
} from './version.ts';

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

/**
 * Parses a comma-separated specifier set.
 * The matching here is ours: `@renovatebot/pep440` 5.0.1 lets `===1.0` and `==1.0+cc.1` match `1.0+cc`, and gets
 * `>1.0.post1`, `<1.0rc1` and `==1.0.0.*` wrong.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function parseSpecifiers(text: string): SpecifierResult {
  const clauses = text.split(',').map((clause) => clause.trim());
  // A trailing comma is allowed, an empty clause elsewhere is not.
  if (clauses.at(-1) === '') clauses.pop();
  const specifiers: Specifier[] = [];
  for (const clause of clauses) {
    const specifier = parseClause(clause);
    if (typeof specifier === 'string') return { ok: false, reason: specifier };
    specifiers.push(specifier);
  }
  return { ok: true, specifiers };
}

function parseClause(clause: string): Specifier | string {
  const operator = operators.find((candidate) => clause.startsWith(candidate));
  if (operator === undefined) return `'${clause}' does not begin with a comparison operator`;
  const text = clause.slice(operator.length).trim();
  if (text === '') return `'${clause}' has no version`;
  if (operator === '===') {
    if (/[\s,;)]/.test(text)) return `'${text}' is not one word`;
    return { operator, text, version: parseVersion(text), wildcard: false };
  }
  const wildcard = text.endsWith('.*');
  const version = parseVersion(wildcard ? text.slice(0, -2) : text);
  if (version === undefined) return `'${text}' is not a version (PEP 440)`;
  const isEquality = operator === '==' || operator === '!=';
  if (wildcard && (!isEquality || version.dev !== undefined || version.local.length > 0)) {
    return `'${clause}' cannot have '.*'`;
  }
  if (version.local.length > 0 && !isEquality) return `'${clause}' cannot have a local version label`;
  if (operator === '~=' && version.release.length < 2)
    return `'${clause}' needs at least two release numbers`;
  return { operator, text: wildcard ? text.slice(0, -2) : text, version, wildcard };
}

/** Whether a version fits one clause; pre-releases are not treated specially here. */
export function matchesSpecifier(
  { operator, text, version: wanted, wildcard }: Specifier,
  version: Version,
): boolean {
  if (operator === '===') return version.text.toLowerCase() === text.toLowerCase();
  if (wanted === undefined) return false;
  switch (operator) {
    case '==':
      return wildcard ? hasPrefix(version, wanted) : isEqual(version, wanted);
    case '!=':
      return !(wildcard ? hasPrefix(version, wanted) : isEqual(version, wanted));
    case '~=':
      return (
        comparePublic(version, wanted) >= 0 &&
        hasPrefix(version, {
          ...wanted,
          release: wanted.release.slice(0, -1),
          pre: undefined,
          post: undefined,
          dev: undefined,
        })
      );
    case '<=':
      return comparePublic(version, wanted) <= 0;
    case '>=':
      return comparePublic(version, wanted) >= 0;
    case '<':
      return (
        comparePublic(version, wanted) < 0 &&
        !(!isPrerelease(wanted) && isPrerelease(version) && sameBase(version, wanted))
      );
    case '>':
      return isGreater(version, wanted);
  }
}

/** A label of the candidate counts only where the specifier has one. */
function isEqual(version: Version, wanted: Version): boolean {
  return (wanted.local.length > 0 ? compareVersions(version, wanted) : comparePublic(version, wanted)) === 0;
}

/** `>V` takes neither a post-release of V nor a V with a label. */
function isGreater(version: Version, wanted: Version): boolean {
  if (comparePublic(version, wanted) <= 0) return false;
  return !(wanted.post === undefined && version.post !== undefined && sameBase(version, wanted));
}

function sameBase(a: Version, b: Version): boolean {
  return a.epoch === b.epoch && compareRelease(a.release, b.release) === 0;
}

/** `==1.0.*` and `==1.0a1.*`: the candidate padded with zeros begins with it; its label does not count. */
function hasPrefix(version: Version, prefix: Version): boolean {
  if (version.epoch !== prefix.epoch) return false;
  const needsExactRelease = prefix.pre !== undefined || prefix.post !== undefined;
  const length = needsExactRelease
    ? Math.max(version.release.length, prefix.release.length)
    : prefix.release.length;
  for (let i = 0; i < length; i += 1) {
    if ((version.release[i] ?? 0) !== (prefix.release[i] ?? 0)) return false;
  }
  if (prefix.pre !== undefined && prefix.pre.join('') !== version.pre?.join('')) return false;
  return prefix.post === undefined || prefix.post === version.post;
}

/** Whether a version fits all clauses. */
export function matchesSpecifiers(specifiers: readonly Specifier[], version: Version): boolean {
  return specifiers.every((specifier) => matchesSpecifier(specifier, version));
}
