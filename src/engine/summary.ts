import type { Finding, Severity, Summary } from './finding.ts';

interface Counted {
  readonly wheels: number;
  readonly projects: number;
  readonly findings: readonly Finding[];
  readonly ignored: number;
  readonly suppressed: number;
  readonly unchecked: number;
}

export function summarize({ wheels, projects, findings, ignored, suppressed, unchecked }: Counted): Summary {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    wheels,
    projects,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    ignored,
    suppressed,
    unchecked,
  };
}
