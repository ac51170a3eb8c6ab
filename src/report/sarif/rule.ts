import type { SarifRuleBuilder } from 'node-sarif-builder';
import type { RuleDescription } from '../../engine/rule.ts';
import { problemSeverity, sarifLevel } from './level.ts';
import { idAtRecipe, messageString, templateAtRecipe, templateAtWheel } from './message.ts';
import { clip, plainText } from './plain-text.ts';
import { ruleHelp } from './rule-help.ts';

type RuleOptions = NonNullable<ConstructorParameters<typeof SarifRuleBuilder>[0]>;

/** GitHub refuses longer descriptions. */
const longestDescription = 1024;

/**
 * A rule as a SARIF reporting descriptor (SARIF 2.1.0 §3.49) with the properties that GitHub reads.
 * @param hasRecipes whether findings may be placed at recipes, and messages then begin with the wheel
 */
export function sarifRule(rule: RuleDescription, homepage: string, hasRecipes = false): RuleOptions {
  const { docs } = rule;
  const messages = Object.entries(rule.messages).flatMap(([id, template]): [string, string][] => [
    [id, templateAtWheel(template)],
    ...(hasRecipes ? [[idAtRecipe(id), templateAtRecipe(template)] satisfies [string, string]] : []),
  ]);
  return {
    id: rule.code,
    name: pascalCase(rule.name),
    shortDescription: { text: clip(docs.summary, longestDescription) },
    fullDescription: { text: clip(`${docs.summary} ${plainText(docs.why)}`, longestDescription) },
    help: ruleHelp(docs),
    helpUri: `${homepage}/blob/main/docs/rules/${rule.name}.md`,
    defaultConfiguration: { level: sarifLevel[rule.severity] },
    messageStrings: Object.fromEntries(
      messages.map(([id, template]) => [id, { text: messageString(template) }]),
    ),
    properties: {
      // GitHub keeps ten.
      tags: ['python', 'wheel', rule.category],
      // What a wheel says of itself is certain; an index may change after it was asked.
      precision: !rule.needs.includes('index') ? 'very-high' : 'high',
      'problem.severity': problemSeverity[rule.severity],
    },
  };
}

function pascalCase(kebab: string): string {
  return kebab.replace(/(?:^|-)(\w)/g, (_match, first: string) => first.toUpperCase());
}
