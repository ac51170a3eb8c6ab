import type { Finding, LintResult } from '../engine/finding.ts';
import { fixHint } from './fix-hint.ts';
import { type Case, suiteText } from './junit/suite.ts';
import { attributes } from './junit/xml.ts';
import { listedFindings } from './listed.ts';
import { placeInside, ruleText } from './place.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { groupUnchecked, uncheckedText } from './unchecked.ts';
import { count } from './words.ts';

/**
 * JUnit's XML, as Jenkins and GitLab read it: a suite for each wheel with findings, a test case for each finding. Errors
 * and warnings are failures, infos pass with a text, and what could not be checked is a skipped test.
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit: Reporter = (result, context) => {
  const wheels = Map.groupBy(listedFindings(result, context), ({ wheel }) => wheel);
  const suites = [
    ...Array.from(wheels, ([wheel, findings]) => ({ name: wheel, cases: casesOf(findings, context) })),
    ...uncheckedSuite(result),
  ];
  // A report without a test is an error to Jenkins.
  if (suites.length === 0) suites.push({ name: context.tool.name, cases: [passed(result)] });
  const cases = suites.flatMap((suite) => suite.cases);
  const totals = {
    name: context.tool.name,
    tests: cases.length,
    failures: cases.filter(({ kind }) => kind === 'failure').length,
    errors: 0,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attributes(totals)}>
${suites.map(suiteText).join('')}</testsuites>
`;
};

function casesOf(findings: readonly Finding[], context: ReportContext): Case[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = placeInside(finding);
    const title = `${ruleText(finding)}${place === undefined ? '' : ` ${place}`}`;
    const number = (seen.get(title) ?? 0) + 1;
    seen.set(title, number);
    const { severity, message } = finding;
    // GitLab takes two cases of one name for one.
    const name = number === 1 ? title : `${title} #${number}`;
    const text = `${message}${fixHint(finding, context)}`;
    return { name, kind: severity === 'info' ? 'passed' : 'failure', type: severity, text };
  });
}

function uncheckedSuite({ unchecked }: LintResult): { name: string; cases: Case[] }[] {
  if (unchecked.length === 0) return [];
  const cases = groupUnchecked(unchecked).map((group): Case => {
    return { name: group.source, kind: 'skipped', type: 'unchecked', text: uncheckedText(group) };
  });
  return [{ name: 'not checked', cases }];
}

function passed({ summary: { wheels, projects, errors, warnings, infos } }: LintResult): Case {
  const found = errors + warnings + infos;
  const name = `${found === 0 ? 'no problems' : 'no errors'} in ${count(wheels, 'wheel')} of ${count(projects, 'project')}`;
  return { name, kind: 'passed', type: 'info', text: '' };
}
