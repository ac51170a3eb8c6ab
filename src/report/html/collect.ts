import { posix } from 'node:path';
import { type Finding, type LintResult, severities } from '../../engine/finding.ts';
import { listedFindings } from '../listed.ts';
import type { ReportContext } from '../reporter.ts';
import { Interned } from './intern.ts';
import { Ladders } from './ladders.ts';
import { messageParts } from './message-parts.ts';
import type { PageData, PageFinding, PageRule, PageWheel } from './page-data.ts';
import { shownText } from './shown-text.ts';

/** Everything that the page's script shows. */
export function pageData(result: LintResult, context: ReportContext): PageData {
  const byCode = new Map(context.rules.map((rule) => [rule.code, rule]));
  const ladders = new Ladders(result.orders ?? []);
  const rules = new Interned<string, PageRule>();
  const projects = new Interned<string, string>();
  const folders = new Interned<string, string>();
  const wheels = new Interned<string, PageWheel>();

  const wheelPlace = ({ wheel, project }: Finding): number =>
    wheels.placeOf(wheel, () => {
      const folder = posix.dirname(wheel);
      return {
        name: shownText(posix.basename(wheel)),
        folder: folders.placeOf(folder, () => shownText(folder)),
        project: project === null ? -1 : projects.placeOf(project, () => shownText(project)),
      };
    });

  const pageFinding = (finding: Finding): PageFinding => {
    const { code, rule, severity, wheel, member, line, related, fingerprint, fixable } = finding;
    const orders = related.length > 0 ? ladders.of(wheel) : [];
    return {
      id: fingerprint,
      rule: rules.placeOf(code, () => ({ code, name: shownText(rule) })),
      severity: severities.indexOf(severity),
      wheel: wheelPlace(finding),
      message: messageParts(finding, byCode.get(code)).map(shownText),
      ...(member !== null && { member: shownText(member) }),
      ...(line !== null && { line }),
      ...(related.length > 0 && {
        related: related.slice(0, 50).map(({ location, message }) => ({
          location: shownText(location),
          message: shownText(message),
        })),
      }),
      ...(orders.length > 0 && { orders }),
      ...(fixable && { fixable }),
    };
  };
  const accepted = listedFindings({ ...result, findings: result.suppressed }, context);
  const findings = [
    ...listedFindings(result, context).map(pageFinding),
    ...accepted.map((finding) => ({ ...pageFinding(finding), suppressed: true as const })),
  ];
  return {
    rules: rules.values,
    projects: projects.values,
    folders: folders.values,
    wheels: wheels.values,
    findings,
    files: ladders.files,
    orders: ladders.orders,
  };
}
