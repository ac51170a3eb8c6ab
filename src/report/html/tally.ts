import { type Finding, type Severity, severities } from '../../engine/finding.ts';

/** How many findings of each severity something has, and in how many wheels. */
export interface Tally {
  readonly key: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
  readonly wheels: number;
}

/** Counts findings by something; the gravest come first. @param keyOf `null` leaves a finding out */
export function tallyBy(findings: readonly Finding[], keyOf: (finding: Finding) => string | null): Tally[] {
  const groups = Map.groupBy(findings, keyOf);
  return Array.from(groups, ([key, group]) => ({ key, group }))
    .flatMap(({ key, group }) => (key === null ? [] : [tallyOf(key, group)]))
    .sort(gravestFirst);
}

function tallyOf(key: string, findings: readonly Finding[]): Tally {
  const counts = { info: 0, warning: 0, error: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return { key, counts, total: findings.length, wheels: new Set(findings.map(({ wheel }) => wheel)).size };
}

function gravestFirst(a: Tally, b: Tally): number {
  const { counts: mine } = a;
  const { counts: theirs } = b;
  return (
    theirs.error - mine.error ||
    theirs.warning - mine.warning ||
    theirs.info - mine.info ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Gravest first, as charts and sentences have them. */
export const gravest: readonly Severity[] = severities.toReversed();
