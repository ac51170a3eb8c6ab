import * as v from 'valibot';
import { severities } from '../engine/finding.ts';
import { parseVersion } from '../packaging/version.ts';
import { presetNames } from './presets.ts';

const severityWords = ['off', ...severities] as const;
export type SeverityWord = (typeof severityWords)[number];

export const severitySchema = v.picklist(severityWords);

/** A rule's severity, or a table with it and the rule's own options, which the rule checks. */
const ruleSettingSchema = v.union([severitySchema, v.looseObject({ severity: v.optional(severitySchema) })]);

/** A TOML date comes as a `Date` that knows it is one; a text is taken as well. */
const daySchema = v.pipe(
  v.union([v.string(), v.date()]),
  v.transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10))),
  v.isoDate('a date is written 2027-01-31'),
);

const ignoreSchema = v.strictObject({
  rule: v.string(),
  wheel: v.pipe(v.string(), v.nonEmpty()),
  member: v.optional(v.string()),
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('a reason is needed, so that others know why')),
  until: v.optional(daySchema),
});

const indexSchema = v.strictObject({
  url: v.pipe(v.string(), v.nonEmpty()),
  api: v.optional(v.literal('pypi-json'), 'pypi-json'),
});

const labelSchema = v.pipe(
  v.string(),
  v.check((label) => parseVersion(`1+${label}`) !== undefined, 'a label has letters, digits and dots'),
  v.transform((label) => label.toLowerCase().replaceAll(/[-_]/g, '.')),
);

/** The configuration file: `wheelhouse-lint.toml`, or the table `tool.wheelhouse-lint` of `pyproject.toml`. */
export const configSchema = v.strictObject({
  label: v.optional(labelSchema),
  preset: v.optional(v.picklist(presetNames), 'recommended'),
  index: v.optional(v.array(indexSchema)),
  rules: v.optional(v.record(v.string(), ruleSettingSchema), {}),
  ignore: v.optional(v.array(ignoreSchema), []),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
export type RuleSettingWord = v.InferOutput<typeof ruleSettingSchema>;
