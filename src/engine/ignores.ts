import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Finding, IgnoreNotice } from './finding.ts';

/** An accepted finding, as the configuration has it. */
export interface Ignore {
  /** Code of a rule. */
  readonly code: string;
  /** Name of that rule. */
  readonly rule: string;
  /** Glob for the file name, or for the path where it holds a `/`. */
  readonly wheel: string;
  /** Absolute path of the folder that a glob with a `/` is relative to. Default: the working directory. */
  readonly folder?: string;
  /** Glob for the member, where only some are accepted. */
  readonly member: string | undefined;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

export interface IgnoreOutcome {
  readonly kept: readonly Finding[];
  readonly ignored: number;
  readonly notices: readonly IgnoreNotice[];
}

/** What was linted, and when. */
export interface IgnoreScope {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What display paths are relative to. */
  readonly workingDirectory: string;
  /** Display paths of what was linted. */
  readonly wheels: readonly string[];
  /** Only single files were linted: an entry for other wheels is not called unused. */
  readonly partial: boolean;
  /** Codes of the rules that saw all there is to see: an entry for another rule is not called unused. */
  readonly complete: readonly string[];
}

export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  { today, workingDirectory, wheels, partial, complete }: IgnoreScope,
): IgnoreOutcome {
  const active = ignores
    .filter(({ until }) => until === undefined || until >= today)
    .map((ignore) => {
      const isWheel = wheelMatcher(ignore, workingDirectory);
      return { ignore, isWheel, matches: matcher(ignore, isWheel), used: false };
    });
  const kept = findings.filter((finding) => {
    const hits = active.filter(({ matches }) => matches(finding));
    for (const hit of hits) hit.used = true;
    return hits.length === 0;
  });
  const unused = active.filter(
    ({ used, isWheel, ignore }) =>
      !used && complete.includes(ignore.code) && (!partial || wheels.some(isWheel)),
  );
  const expired = ignores.filter(({ until }) => until !== undefined && until < today);
  return {
    kept,
    ignored: findings.length - kept.length,
    notices: [
      ...expired.map((ignore) => notice('expired', ignore)),
      ...unused.map(({ ignore }) => notice('unused', ignore)),
    ],
  };
}

function matcher(ignore: Ignore, isWheel: (display: string) => boolean): (finding: Finding) => boolean {
  const isMember = ignore.member === undefined ? undefined : picomatch(ignore.member, { dot: true });
  return ({ code, wheel, member }) =>
    code === ignore.code &&
    isWheel(wheel) &&
    (isMember === undefined || (member !== null && isMember(member)));
}

function wheelMatcher(
  { wheel, folder = '' }: Ignore,
  workingDirectory: string,
): (display: string) => boolean {
  const isMatch = picomatch(wheel, { dot: true, basename: !wheel.includes('/') });
  if (!wheel.includes('/') || folder === '' || folder === workingDirectory)
    return (display) => isMatch(display);
  return (display) => isMatch(relative(folder, resolve(workingDirectory, display)).split(sep).join('/'));
}

function notice(kind: IgnoreNotice['kind'], { rule, wheel, reason, until }: Ignore): IgnoreNotice {
  return { kind, rule, wheel, reason, until: until ?? null };
}
