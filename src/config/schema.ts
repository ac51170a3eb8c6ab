import * as v from 'valibot';
import { severities } from '../engine/finding.ts';
import { forbiddenMeanings, indexApis } from '../index/index-options.ts';
import { parseVersion } from '../packaging/version.ts';
import { presetNames } from './presets.ts';
import { recipePlaceholders } from './recipe-place.ts';

const severityWords = ['off', ...severities] as const;
export type SeverityWord = (typeof severityWords)[number];

export const severitySchema = v.picklist(severityWords);

/** A rule's severity, or a table with it and the rule's own options, which the rule checks. */
const ruleTableSchema = v.looseObject(
  { severity: v.optional(severitySchema) },
  `it takes a severity (${severityWords.join(', ')}) or a table`,
);
const ruleSettingSchema = v.lazy((input) => (typeof input === 'string' ? severitySchema : ruleTableSchema));

/** V8 reads February 31 as March 3. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** A TOML date comes as a `Date` that knows it is one; a text is taken as well. */
const daySchema = v.pipe(
  v.union([v.string(), v.date()]),
  v.transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10))),
  v.check(isDay, 'a day is written 2027-01-31'),
);

function isPlace(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !/[@?#]/.test(text);
}

const ignoreSchema = v.strictObject({
  rule: v.string(),
  wheel: v.pipe(v.string(), v.nonEmpty('it is a glob for file names')),
  member: v.optional(v.string()),
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('a reason is needed, so that others know why')),
  until: v.optional(daySchema),
});

const indexSchema = v.strictObject({
  url: v.pipe(v.string(), v.nonEmpty('it is the URL of an index')),
  api: v.optional(v.picklist(indexApis), 'auto'),
  forbidden: v.optional(v.picklist(forbiddenMeanings), 'unchecked'),
});

const variableSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_]\w*$/, 'it is the name of a variable of the environment, never what is in it'),
);

const credentialsSchema = v.strictObject({
  url: v.pipe(
    v.string(),
    v.check(
      isPlace,
      'it is where the credentials go, as in https://wheels.example.org/, and holds none itself',
    ),
  ),
  'username-env': v.optional(variableSchema),
  'password-env': variableSchema,
});

const locationsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty('it is a folder or the URL of a page'))),
  v.nonEmpty('it lists the folders that one pip sees together'),
);

const stackSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty('it is what reports call the stack')),
  'find-links': locationsSchema,
});

const wordsSchema = v.pipe(v.array(v.string()), v.nonEmpty('leave it out for the default'));

const targetSchema = v.strictObject({
  installers: v.optional(wordsSchema),
  python: v.optional(wordsSchema),
  platform: v.optional(wordsSchema),
  glibc: v.optional(v.string()),
  manylinux: v.optional(v.boolean(), true),
});

const labelSchema = v.pipe(
  v.string(),
  v.check((label) => parseVersion(`1+${label}`) !== undefined, 'a label has letters, digits and dots'),
  v.transform((label) => label.toLowerCase().replaceAll(/[-_]/g, '.')),
);

const unknownPlaceholder = new RegExp(`\\{(?!(?:${recipePlaceholders.join('|')})\\})`);

const recipeSchema = v.pipe(
  v.string(),
  v.nonEmpty('it is the path of a recipe'),
  v.check(
    (pattern) => !unknownPlaceholder.test(pattern),
    `its placeholders are {${recipePlaceholders.join('}, {')}}`,
  ),
);

const sarifSchema = v.strictObject({
  location: v.optional(
    v.pipe(
      v.lazy((input) => (typeof input === 'string' ? recipeSchema : v.array(recipeSchema))),
      v.transform((patterns) => (typeof patterns === 'string' ? [patterns] : patterns)),
    ),
  ),
});

/** The configuration file: `wheelhouse-lint.toml`, or the table `tool.wheelhouse-lint` of `pyproject.toml`. */
export const configSchema = v.strictObject({
  label: v.optional(labelSchema),
  preset: v.optional(v.picklist(presetNames), 'recommended'),
  index: v.optional(v.array(indexSchema)),
  credentials: v.optional(v.array(credentialsSchema), []),
  stack: v.optional(
    v.pipe(
      v.array(stackSchema),
      v.check(
        (stacks) => new Set(stacks.map(({ name }) => name)).size === stacks.length,
        'each stack has a name of its own',
      ),
    ),
    [],
  ),
  target: v.optional(targetSchema, {}),
  deep: v.optional(v.boolean()),
  'lock-files': v.optional(v.array(v.pipe(v.string(), v.nonEmpty('it is the path of a lock file'))), []),
  sarif: v.optional(sarifSchema, {}),
  suppressions: v.optional(v.pipe(v.string(), v.nonEmpty('it is the path of the suppressions file'))),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), ruleSettingSchema),
      v.check((table) => !Array.isArray(table), 'it is a table, [rules]'),
    ),
    {},
  ),
  ignore: v.optional(v.array(ignoreSchema), []),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;

/** What is in force where there is no file. */
export const emptyConfig: ConfigFile = v.parse(configSchema, {});
export type RuleSettingWord = v.InferOutput<typeof ruleSettingSchema>;
