import type { WheelFacts } from '../wheel/facts.ts';
import { type Finding, type Severity, severities } from './finding.ts';
import { Fingerprints } from './fingerprint.ts';
import { fixFor } from './fix-kinds.ts';
import { fillMessage } from './message.ts';
import type { RawReport, Rule } from './rule.ts';

/** A report, and how much it counts for. */
export interface PlacedReport extends RawReport {
  readonly setting: { readonly rule: Rule; readonly severity: Severity };
}

/** @returns findings in the order of reports: by wheel, code, place, text */
export function findingsOf(reports: readonly PlacedReport[]): Finding[] {
  const fingerprints = new Fingerprints();
  return reports.toSorted(compareReports).map((report) => toFinding(report, fingerprints));
}

function compareReports(a: PlacedReport, b: PlacedReport): number {
  return (
    compareTexts(a.wheel.location.display, b.wheel.location.display) ||
    compareTexts(a.setting.rule.code, b.setting.rule.code) ||
    compareTexts(a.member ?? '', b.member ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareTexts(a.subject ?? '', b.subject ?? '') ||
    compareTexts(a.message, b.message)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toFinding({ setting, ...report }: PlacedReport, fingerprints: Fingerprints): Finding {
  const { rule } = setting;
  const { wheel, member, message, subject } = report;
  const data = report.data ?? {};
  return {
    code: rule.code,
    rule: rule.name,
    severity: softer(setting.severity, report.atMost),
    wheel: wheel.location.display,
    project: projectOf(wheel),
    member: member ?? null,
    line: report.line ?? null,
    message: fillMessage(rule.messages[message] ?? message, data),
    messageId: message,
    data,
    related: report.related ?? [],
    fingerprint: fingerprints.next({ code: rule.code, messageId: message, wheel, member, subject }),
    fixable: isFixable(wheel) && fixFor(rule.fix, message) !== undefined,
  };
}

/** A wheel that cannot be read, or of which nobody knows the version, is not mended by guess. */
function isFixable({ name, problems }: WheelFacts): boolean {
  return name !== undefined && problems.length === 0;
}

function projectOf({ name }: WheelFacts): string | null {
  return name === undefined ? null : name.project;
}

function softer(severity: Severity, atMost: Severity | undefined): Severity {
  if (atMost === undefined) return severity;
  return severities.indexOf(atMost) < severities.indexOf(severity) ? atMost : severity;
}
