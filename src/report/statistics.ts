import type { Finding, Severity } from '../engine/finding.ts';

/** What was found by one rule. */
export interface RuleCount {
  readonly code: string;
  readonly rule: string;
  /** The strongest that it was found with. */
  readonly severity: Severity;
  readonly findings: number;
  readonly wheels: number;
  readonly fixable: number;
}

const strength: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Findings by rule, the most frequent first, then by code. */
export function countByRule(findings: readonly Finding[]): RuleCount[] {
  const byCode = Map.groupBy(findings, ({ code }) => code);
  return Array.from(byCode, ([code, found]): RuleCount => {
    const strongest = found.reduce((a, b) => (strength[b.severity] > strength[a.severity] ? b : a));
    return {
      code,
      rule: strongest.rule,
      severity: strongest.severity,
      findings: found.length,
      wheels: new Set(found.map(({ wheel }) => wheel)).size,
      fixable: found.filter(({ fixable }) => fixable).length,
    };
  }).sort((a, b) => b.findings - a.findings || (a.code < b.code ? -1 : 1));
}
