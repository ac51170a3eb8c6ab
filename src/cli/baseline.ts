import type { Config } from '../config/config.ts';
import { findRules } from '../config/resolve-rules.ts';
import { readSuppressions, writeSuppressions } from '../config/suppressions-file.ts';
import type { Finding, LintResult } from '../engine/finding.ts';
import type { Rule } from '../engine/rule.ts';
import { summarize } from '../engine/summary.ts';
import { applySuppressions, pruned, type Suppressions, withAccepted } from '../engine/suppressions.ts';
import { UsageError } from '../errors.ts';
import { count } from '../report/words.ts';
import type { LintFlags } from './options.ts';

type BaselineFlags = Pick<
  LintFlags,
  'suppressions' | 'suppressAll' | 'suppressRule' | 'pruneSuppressions' | 'failOnStaleSuppressions'
>;

/** What the baseline accepts, and what is to become of it. */
export class Baseline {
  readonly suppressions: Suppressions;
  /** What has to be said of the file, as sentences. */
  readonly notices: readonly string[];
  readonly #path: string;
  readonly #accepts: ((finding: Finding) => boolean) | undefined;
  readonly #prunes: boolean;

  /** @throws {UsageError} for options that make no sense together, an unknown rule, or a file that cannot be read */
  static async open(
    flags: BaselineFlags,
    { suppressions }: Config,
    rules: readonly Rule[],
  ): Promise<Baseline> {
    refuseNonsense(flags);
    const accepts = whatIsAccepted(flags, rules);
    if (!flags.suppressions) return new Baseline(new Map(), suppressions.path, accepts, false);
    const known = await readSuppressions(suppressions.path);
    if (known === undefined && suppressions.named && accepts === undefined) {
      throw new UsageError(
        `There is no suppressions file '${suppressions.path}': --suppress-all makes one, and accepts what is found now.`,
      );
    }
    const notices = unknownRules(known ?? new Map(), rules).map(
      (rule) => `The suppressions file '${suppressions.path}' names a rule '${rule}' that there is not.`,
    );
    return new Baseline(known ?? new Map(), suppressions.path, accepts, flags.pruneSuppressions, notices);
  }

  private constructor(
    suppressions: Suppressions,
    path: string,
    accepts: ((finding: Finding) => boolean) | undefined,
    prunes: boolean,
    notices: readonly string[] = [],
  ) {
    this.suppressions = suppressions;
    this.#path = path;
    this.#accepts = accepts;
    this.#prunes = prunes;
    this.notices = notices;
  }

  /**
   * Writes the baseline anew where that was asked for.
   * @returns the result as it is with the new one, and what was done, as sentences
   */
  async update(
    result: LintResult,
  ): Promise<{ readonly result: LintResult; readonly notices: readonly string[] }> {
    if (this.#accepts !== undefined) {
      const all = [...result.findings, ...result.suppressed];
      const accepted = withAccepted(this.suppressions, all.filter(this.#accepts));
      await writeSuppressions(this.#path, accepted);
      const after = suppressedBy(result, accepted);
      const added = after.suppressed.length - result.suppressed.length;
      return { result: after, notices: [`${count(added, 'more finding')} accepted in '${this.#path}'.`] };
    }
    if (!this.#prunes) return { result, notices: [] };
    const stale = result.suppressionNotices.filter(({ kind }) => kind === 'stale');
    if (stale.length === 0) return { result, notices: [`There is nothing to prune in '${this.#path}'.`] };
    await writeSuppressions(this.#path, pruned(this.suppressions, stale));
    const left = result.suppressionNotices.filter(({ kind }) => kind !== 'stale');
    return {
      result: { ...result, suppressionNotices: left },
      notices: [`${count(stale.length, 'stale count')} pruned in '${this.#path}'.`],
    };
  }
}

/** The same result with a baseline that accepts more. */
function suppressedBy(result: LintResult, suppressions: Suppressions): LintResult {
  const all = [...result.findings, ...result.suppressed];
  const { kept, suppressed } = applySuppressions(all, suppressions, { partial: true, complete: [] });
  const { wheels, projects, ignored, unchecked } = result.summary;
  const counted = { wheels, projects, findings: kept, ignored, suppressed: suppressed.length, unchecked };
  return { ...result, summary: summarize(counted), findings: kept, suppressed, suppressionNotices: [] };
}

function unknownRules(suppressions: Suppressions, rules: readonly Rule[]): string[] {
  const known = new Set(rules.map(({ name }) => name));
  const named = new Set([...suppressions.values()].flatMap((counts) => [...counts.keys()]));
  return [...named].filter((rule) => !known.has(rule));
}

function whatIsAccepted(
  { suppressAll, suppressRule }: BaselineFlags,
  rules: readonly Rule[],
): ((finding: Finding) => boolean) | undefined {
  if (suppressAll) return () => true;
  if (suppressRule.length === 0) return undefined;
  const codes = new Set(suppressRule.flatMap((word) => findRules(rules, word)).map(({ code }) => code));
  return ({ code }) => codes.has(code);
}

/** @throws {UsageError} */
function refuseNonsense(flags: BaselineFlags): void {
  const asked = [
    ...(flags.suppressAll ? ['--suppress-all'] : []),
    ...(flags.suppressRule.length > 0 ? ['--suppress-rule'] : []),
    ...(flags.pruneSuppressions ? ['--prune-suppressions'] : []),
  ];
  const [first, second] = asked;
  if (second !== undefined)
    throw new UsageError(`${first} and ${second} cannot stand together: run one after the other.`);
  if (!flags.suppressions && first !== undefined) {
    throw new UsageError(`${first} writes the baseline, which --no-suppressions leaves alone.`);
  }
}
