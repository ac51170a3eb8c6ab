import type { SarifResultBuilder } from 'node-sarif-builder';
import type { Finding } from '../../engine/finding.ts';
import type { RuleDescription } from '../../engine/rule.ts';
import type { ReportContext } from '../reporter.ts';
import { sarifLevel } from './level.ts';
import { mostRelated } from './limits.ts';
import { physicalLocation, primaryLocation, relativeUri, spotOf } from './location.ts';
import { plainMessage, resultMessage } from './message.ts';

type ResultOptions = NonNullable<ConstructorParameters<typeof SarifResultBuilder>[0]>;

/** A finding as a SARIF result (SARIF 2.1.0 §3.27). */
export function sarifResult(
  finding: Finding,
  rule: RuleDescription | undefined,
  context: ReportContext,
): ResultOptions {
  const isAtRecipe = spotOf(finding, context).kind === 'recipe';
  const paths = [
    // The message links to it, so it is the first.
    ...(isAtRecipe ? [{ location: finding.wheel, message: 'the wheel' }] : []),
    ...finding.related.filter(({ location }) => isPath(location)),
  ];
  const related = paths.slice(0, mostRelated).map(({ location, message }, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(location, context),
    message: { text: plainMessage(message) },
  }));
  return {
    ruleId: finding.code,
    level: sarifLevel[finding.severity],
    message: resultMessage(finding, rule, isAtRecipe),
    locations: [primaryLocation(finding, context)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: {
      // The form of GitHub's own: a hash and its count. Without it, all findings of a rule in one wheel become one alert.
      primaryLocationLineHash: `${finding.fingerprint}:1`,
      'wheelhouseLint/v1': finding.fingerprint,
    },
    properties: resultProperties(finding),
  };
}

/** What has no place of its own: GitHub accepts only relative locations, so URLs stand here. */
function resultProperties({ project, member, line, related, fixable }: Finding) {
  const urls = related.filter(({ location }) => !isPath(location));
  return {
    ...(project === null ? {} : { project }),
    ...(member === null ? {} : { member }),
    ...(line === null ? {} : { line }),
    ...(urls.length > 0 ? { related: urls.map(({ location, message }) => ({ location, message })) } : {}),
    fixable,
  };
}

function isPath(location: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(location) && relativeUri(location) !== '';
}
