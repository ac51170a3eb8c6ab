import type { Finding, LintResult } from '../engine/finding.ts';
import type { RuleDescription } from '../engine/rule.ts';

/** What a reporter may know besides the result. */
export interface ReportContext {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage: string };
  /** The rules that were on, sorted by code. */
  readonly rules: readonly RuleDescription[];
  /** Whether the report goes to a terminal that shows colours. */
  readonly color: boolean;
  /** Whether it goes to a terminal that shows links (OSC 8). */
  readonly links: boolean;
  /** Columns of the terminal that it goes to; `undefined` where there is none. */
  readonly width: number | undefined;
  /** Only errors are wanted. */
  readonly quiet: boolean;
  /** Reports for people give numbers by rule in the place of findings. */
  readonly statistics: boolean;
  /** Findings of the baseline are wanted as well, where a format can mark them. */
  readonly suppressed: boolean;
  /** The repository that the run is in; known only to formats that ask for it. */
  readonly repository: Repository | undefined;
  /** Known only to the formats that ask for it. */
  readonly scanning: ScanningDetails | undefined;
  /** Says something aloud beside the report, on standard error: one sentence. */
  notice(sentence: string): void;
}

/** A checkout of a repository, without anything that is secret. */
export interface Repository {
  /** The working directory, relative to its root: `''`, or `wheels/built`. */
  readonly folder: string;
  /** Absolute URL without credentials; `undefined` where the repository is on this machine only. */
  readonly url: string | undefined;
  readonly revision: string | undefined;
  readonly branch: string | undefined;
}

/** What code scanning is told besides the findings. */
export interface ScanningDetails {
  /** Tells this run from others of the same commit. */
  readonly category: string | undefined;
  /** The recipe that builds a wheel, by path of the wheel. */
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** The lines of text that findings are about, as far as they could be read. */
  readonly excerpts: ReadonlyMap<Finding, Excerpt>;
}

/** A file of the repository that makes a wheel: what is to be changed stands there. */
export interface Recipe {
  /** Relative to the working directory. */
  readonly path: string;
  readonly excerpt: Excerpt | undefined;
}

/** A line of a text, with those around it. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** The first of the lines around it, 1-based. */
  readonly firstLine: number;
  /** The line and its neighbours. */
  readonly lines: readonly string[];
  /** The whole text, where it is short. */
  readonly whole: string | undefined;
}

/**
 * Turns a result into one text, complete with its final line feed. A reporter of one's own is a module whose default
 * export is such a function. Everything in a result may be hostile: escape it for the medium.
 */
export type Reporter = (result: LintResult, context: ReportContext) => string | Promise<string>;
