import type { Config } from '../config/config.ts';
import type { LintResult } from '../engine/finding.ts';
import { reportContext } from '../report/context.ts';
import type { ReportContext } from '../report/reporter.ts';
import { tool } from '../tool.ts';
import { type ColorChoice, wantsColor } from './color.ts';
import { wantsLinks } from './links.ts';
import type { LintFlags } from './options.ts';
import type { Output } from './outputs.ts';
import { writeNotices } from './streams.ts';

/** Formats whose paths start at the root of the repository. */
const inRepository = ['sarif', 'github', 'gitlab'];

/** What the reporters of a run are told; what only some formats ask for is looked up for these alone. */
export async function contextOf(
  outputs: readonly Output[],
  result: LintResult,
  { rules, sarif }: Pick<Config, 'rules' | 'sarif'>,
  flags: Pick<LintFlags, 'quiet' | 'statistics' | 'sarifCategory' | 'sarifSuppressed'>,
  { color, workingDirectory }: { readonly color: ColorChoice; readonly workingDirectory: string },
): Promise<ReportContext> {
  const { isTTY, columns } = process.stdout;
  const notice = (sentence: string): void => writeNotices([sentence]);
  const isAsked = (formats: readonly string[]): boolean =>
    outputs.some(({ format }) => formats.includes(format));
  const context = reportContext({
    tool,
    rules: rules.map(({ rule }) => rule),
    color: wantsColor(color, isTTY === true, process.env),
    links: color !== 'never' && wantsLinks(isTTY === true, process.env),
    // Some pseudo-terminals say 0.
    width: isTTY === true && columns > 0 ? columns : undefined,
    quiet: flags.quiet,
    statistics: flags.statistics,
    suppressed: flags.sarifSuppressed,
    notice,
  });
  if (!isAsked(inRepository)) return context;
  const { findRepository } = await import('./scanning/repository.ts');
  const repository = await findRepository(workingDirectory, process.env);
  if (!isAsked(['sarif'])) return { ...context, repository };
  const { scanningDetails } = await import('./scanning/details.ts');
  const request = { category: flags.sarifCategory, recipes: sarif, workingDirectory };
  return { ...context, repository, scanning: await scanningDetails(result.findings, request, notice) };
}
