import type { LintResult } from '../engine/finding.ts';
import type { RuleDescription } from '../engine/rule.ts';

/** What a reporter may know besides the result. */
export interface ReportContext {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage: string };
  /** The rules that were on, sorted by code. */
  readonly rules: readonly RuleDescription[];
  /** Whether the report goes to a terminal that shows colours. */
  readonly color: boolean;
  /** Only errors are wanted. */
  readonly quiet: boolean;
  /** Findings of the baseline are wanted as well, where a format can mark them. */
  readonly suppressed?: boolean;
}

/** Turns a result into one text, complete with its final line feed. */
export type Reporter = (result: LintResult, context: ReportContext) => string | Promise<string>;
