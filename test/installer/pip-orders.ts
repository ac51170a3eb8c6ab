import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const texts = v.array(v.string());
const scenarioSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  requirement: v.string(),
  args: v.optional(v.string()),
  manylinux_disabled: v.optional(v.boolean(), false),
  installed_first_from: v.optional(v.string()),
  hash_of: v.optional(v.string()),
  constraint: v.optional(v.string()),
  sources: v.record(v.string(), texts),
  results: v.array(v.strictObject({ python: v.string(), pip: texts, order: texts })),
});

/** What real pips did with a set of sources. */
export type Scenario = v.InferOutput<typeof scenarioSchema>;

/** Black-box runs of real pips, carried as data. */
export const scenarios: readonly Scenario[] = v.parse(
  v.strictObject({ about: v.string(), scenarios: v.array(scenarioSchema) }),
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/pip-orders.json'), 'utf8')),
).scenarios;

/** How a scenario called pip, its options read. */
export interface Call {
  readonly findLinks: readonly string[];
  readonly indexes: readonly string[];
  readonly preferBinary: boolean;
  readonly onlyBinary: boolean;
  readonly legacyResolver: boolean;
}

/** Without arguments a scenario names its folders and pages to `--find-links` and its indexes in their order. */
export function callOf({ args, sources }: Scenario): Call {
  const names = Object.keys(sources);
  const isIndex = (name: string) => /^f?idx/.test(name);
  const words = args?.split(' ') ?? [];
  const after = (...options: string[]) =>
    words.filter((_, place) => options.includes(words[place - 1] ?? ''));
  return {
    findLinks: words.includes('-f') ? after('-f') : names.filter((name) => !isIndex(name)),
    indexes: words.includes('--no-index')
      ? []
      : words.includes('-i')
        ? [...after('-i'), ...after('--extra-index-url')]
        : names.filter(isIndex),
    preferBinary: words.includes('--prefer-binary'),
    onlyBinary: words.includes('--only-binary'),
    legacyResolver: words.includes('--use-deprecated=legacy-resolver'),
  };
}
