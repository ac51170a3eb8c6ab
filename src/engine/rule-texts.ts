import { optionDescriptions } from './option-descriptions.ts';
import type { Need, Rule } from './rule.ts';

/** What a rule needs, in words for its documentation. */
export const neededText: Readonly<Record<Need, string>> = {
  index: 'an index',
  lock: 'a lock file',
  'upstream-metadata': "the METADATA of the index's wheels",
  'required-projects': 'what indexes list of required projects',
  deep: '`--deep`',
};

/** How a rule stands in the configuration, with the defaults of its options. */
export function ruleConfiguration(rule: Rule): string {
  const values = optionDescriptions(rule).map(
    (option) => `, ${option.name} = ${JSON.stringify(option.default)}`,
  );
  const own = `${rule.name} = { severity = "${rule.severity}"${values.join('')} }`;
  return `[rules]\n${own} # or just "off", "info", "warning", "error"`;
}
