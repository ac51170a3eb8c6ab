import * as v from 'valibot';
import { type LintRunOptions, type Outcome, wheelhouseLint } from './command-line.ts';

const candidateSchema = v.strictObject({
  rank: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  filename: v.string(),
  version: v.nullable(v.string()),
  source: v.string(),
  location: v.string(),
  selected: v.boolean(),
  tiedWithPrevious: v.boolean(),
  reason: v.nullable(v.string()),
  excluded: v.nullable(v.string()),
});

const explanationSchema = v.strictObject({
  version: v.literal(1),
  requirement: v.string(),
  targets: v.array(
    v.strictObject({
      installer: v.string(),
      python: v.string(),
      platform: v.string(),
      stack: v.nullable(v.string()),
      candidates: v.array(candidateSchema),
      problem: v.nullable(v.string()),
    }),
  ),
  unchecked: v.array(
    v.strictObject({ project: v.nullable(v.string()), source: v.string(), reason: v.string() }),
  ),
  notices: v.array(v.string()),
});

/** The explanation as JSON, held to its contract key by key. */
export type JsonExplanation = v.InferOutput<typeof explanationSchema>;
export type JsonTarget = JsonExplanation['targets'][number];
export type JsonCandidate = v.InferOutput<typeof candidateSchema>;

export function parseExplanation(text: string): JsonExplanation {
  return v.parse(explanationSchema, JSON.parse(text));
}

/** Runs `explain` with `--format json`. */
export async function explainToJson(
  args: readonly string[],
  options: LintRunOptions,
): Promise<Outcome & { readonly explanation: JsonExplanation }> {
  const outcome = await wheelhouseLint(['explain', '--format', 'json', ...args], options);
  if (outcome.stdout === '') throw new Error(`no explanation, status ${outcome.status}: ${outcome.stderr}`);
  return { ...outcome, explanation: parseExplanation(outcome.stdout) };
}

/** The answer for the only target. @throws where there are more */
export function onlyTarget({ targets }: JsonExplanation): JsonTarget {
  const [target, another] = targets;
  if (target === undefined || another !== undefined) throw new Error(`${targets.length} targets`);
  return target;
}

/** `source: filename` of the candidates, best first; `* ` marks the one that gets installed, `= ` a tie. */
export function orderOf({ candidates }: JsonTarget): string[] {
  return candidates
    .filter(({ rank }) => rank !== null)
    .map(({ source, filename, selected, tiedWithPrevious }) =>
      [selected ? '* ' : tiedWithPrevious ? '= ' : '', `${source}: ${filename}`].join(''),
    );
}

/** `filename: reason` of the files that are out of the race. */
export function exclusionsOf({ candidates }: JsonTarget): string[] {
  return candidates.flatMap(({ filename, excluded }) =>
    excluded === null ? [] : `${filename}: ${excluded}`,
  );
}
