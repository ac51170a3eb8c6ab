import * as v from 'valibot';
import { type LintRunOptions, type Outcome, wheelhouseLint } from './command-line.ts';

const reportSchema = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('wheelhouse-lint'), version: v.string() }),
  summary: v.strictObject({
    wheels: v.number(),
    projects: v.number(),
    errors: v.number(),
    warnings: v.number(),
    infos: v.number(),
    ignored: v.number(),
    suppressed: v.number(),
    unchecked: v.number(),
  }),
  findings: v.array(
    v.strictObject({
      code: v.pipe(v.string(), v.regex(/^WHL\d{3}$/)),
      rule: v.string(),
      severity: v.picklist(['info', 'warning', 'error']),
      wheel: v.string(),
      project: v.nullable(v.string()),
      member: v.nullable(v.string()),
      line: v.nullable(v.number()),
      message: v.string(),
      data: v.record(v.string(), v.string()),
      related: v.array(v.strictObject({ location: v.string(), message: v.string() })),
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      fixable: v.boolean(),
    }),
  ),
  unchecked: v.array(
    v.strictObject({ project: v.nullable(v.string()), source: v.string(), reason: v.string() }),
  ),
});

/** The JSON report, held to its contract key by key. */
export type JsonReport = v.InferOutput<typeof reportSchema>;

export function parseReport(text: string): JsonReport {
  return v.parse(reportSchema, JSON.parse(text));
}

/** Runs the command line with `--format json`. */
export async function lintToJson(
  args: readonly string[],
  options: LintRunOptions,
): Promise<Outcome & { readonly report: JsonReport }> {
  const outcome = await wheelhouseLint(['--format', 'json', ...args], options);
  if (outcome.stdout === '') throw new Error(`no report, status ${outcome.status}: ${outcome.stderr}`);
  return { ...outcome, report: parseReport(outcome.stdout) };
}

/** `<code> <wheel>` of every finding. */
export function codesAndWheels({ findings }: JsonReport): string[] {
  return findings.map(({ code, wheel }) => `${code} ${wheel}`);
}
