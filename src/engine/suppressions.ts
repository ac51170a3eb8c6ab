import { posix } from 'node:path';
import type { Finding, SuppressionNotice } from './finding.ts';

/**
 * The baseline: how many findings of a rule are accepted, by project, then by name of the rule. Counts live on when a
 * wheel is replaced by a newer one, where lists of files would not.
 */
export type Suppressions = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface SuppressionOutcome {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly notices: readonly SuppressionNotice[];
}

/** What was linted. */
export interface SuppressionScope {
  /** Only single files were linted, so that what was not found says nothing. */
  readonly partial: boolean;
  /** Names of the rules that saw all there is to see. */
  readonly complete: readonly string[];
}

/** What a finding is counted under; a file whose name gives no project stands for itself. */
export function suppressionKey({ project, wheel }: Pick<Finding, 'project' | 'wheel'>): string {
  return project ?? posix.basename(wheel);
}

/**
 * Takes out the findings that the baseline accepts. Where there are more of them than accepted, nothing tells the new
 * ones from the old, and all are kept.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: Suppressions,
  { partial, complete }: SuppressionScope,
): SuppressionOutcome {
  const found = countFindings(findings);
  const isAccepted = (finding: Finding): boolean => {
    const key = suppressionKey(finding);
    return (found.get(key)?.get(finding.rule) ?? 0) <= (suppressions.get(key)?.get(finding.rule) ?? 0);
  };
  const checked = new Set(complete);
  const notices: SuppressionNotice[] = [];
  for (const [project, rules] of suppressions) {
    for (const [rule, accepted] of rules) {
      const count = found.get(project)?.get(rule) ?? 0;
      if (count > accepted) notices.push({ kind: 'exceeded', project, rule, accepted, found: count });
      else if (count < accepted && !partial && checked.has(rule)) {
        notices.push({ kind: 'stale', project, rule, accepted, found: count });
      }
    }
  }
  const bySuppression = Map.groupBy(findings, isAccepted);
  return { kept: bySuppression.get(false) ?? [], suppressed: bySuppression.get(true) ?? [], notices };
}

/** The baseline that accepts these findings as well; it lowers no count, since less may have been linted. */
export function withAccepted(suppressions: Suppressions, findings: readonly Finding[]): Suppressions {
  const changed = copied(suppressions);
  for (const [project, rules] of countFindings(findings)) {
    const known = changed.get(project) ?? new Map<string, number>();
    changed.set(project, known);
    for (const [rule, count] of rules) known.set(rule, Math.max(known.get(rule) ?? 0, count));
  }
  return changed;
}

/** The baseline without what was not found any more. */
export function pruned(suppressions: Suppressions, notices: readonly SuppressionNotice[]): Suppressions {
  const changed = copied(suppressions);
  for (const { kind, project, rule, found } of notices) {
    const rules = changed.get(project);
    if (kind !== 'stale' || rules === undefined) continue;
    if (found > 0) rules.set(rule, found);
    else rules.delete(rule);
    if (rules.size === 0) changed.delete(project);
  }
  return changed;
}

function countFindings(findings: readonly Finding[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const finding of findings) {
    const key = suppressionKey(finding);
    const rules = counts.get(key) ?? new Map<string, number>();
    counts.set(key, rules);
    rules.set(finding.rule, (rules.get(finding.rule) ?? 0) + 1);
  }
  return counts;
}

function copied(suppressions: Suppressions): Map<string, Map<string, number>> {
  return new Map(Array.from(suppressions, ([project, rules]) => [project, new Map(rules)]));
}
