import { getDefault, getDescription } from 'valibot';
import type { RuleDescription } from './rule.ts';

export interface OptionDescription {
  readonly name: string;
  readonly default: unknown;
  readonly description: string;
}

/** The options of a rule with what its schema says about them. */
export function optionDescriptions({
  optionsSchema,
}: Pick<RuleDescription, 'optionsSchema'>): OptionDescription[] {
  return Object.entries(optionsSchema.entries).map(([name, entry]) => ({
    name,
    default: getDefault(entry),
    description: getDescription(entry) ?? '',
  }));
}
