import type { CandidateOrder } from './contest/candidate-orders.ts';

/** Severities that a finding can have, weakest first. */
export const severities = ['info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** A place that belongs to a finding beside its own: the other file of a conflict. */
export interface RelatedLocation {
  /** A URL, or a path relative to the working directory with `/` separators. */
  readonly location: string;
  readonly message: string;
}

/** One thing that is wrong with one wheel. */
export interface Finding {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the wheel relative to the working directory, `/` separators. */
  readonly wheel: string;
  /** Normalised project name, `null` where the file name does not give one. */
  readonly project: string | null;
  /** Name of the member of the archive that it is about. */
  readonly member: string | null;
  /** 1-based line in that member. */
  readonly line: number | null;
  /** The filled message; plain text that may hold hostile characters: escape it for the medium. */
  readonly message: string;
  /** Key of the rule's `messages`. */
  readonly messageId: string;
  /** The values that filled the message. */
  readonly data: Readonly<Record<string, string>>;
  readonly related: readonly RelatedLocation[];
  /** Stable under version bumps and moves of the checkout; unique within a report. */
  readonly fingerprint: string;
  /** Whether `wheelhouse-lint fix` can mend it. */
  readonly fixable: boolean;
}

/** Something that could not be checked: a project that an index did not answer for, or a folder that could not be listed. */
export interface Unchecked {
  /** `null` for a folder. */
  readonly project: string | null;
  /** URL of the index, or path of the folder. */
  readonly source: string;
  readonly reason: string;
}

/** An accepted finding of the configuration that matched nothing, or is past its date. */
export interface IgnoreNotice {
  readonly kind: 'unused' | 'expired';
  readonly rule: string;
  readonly wheel: string;
  readonly reason: string;
  readonly until: string | null;
}

/** An entry of the baseline that does not say what was found. */
export interface SuppressionNotice {
  /** `stale`: fewer were found than accepted; `exceeded`: more, and all of them are reported. */
  readonly kind: 'stale' | 'exceeded';
  /** Normalised project name, or a file name that gives none. */
  readonly project: string;
  readonly rule: string;
  readonly accepted: number;
  readonly found: number;
}

export interface Summary {
  readonly wheels: number;
  readonly projects: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly ignored: number;
  /** Findings that the baseline accepts. */
  readonly suppressed: number;
  readonly unchecked: number;
}

/** Rules that were on and could not run. */
export interface NotRun {
  /** What they would have needed: an index that was asked, or leave to read every byte of every wheel. */
  readonly need: 'index' | 'deep';
  /** At least one, in order. */
  readonly codes: readonly string[];
}

/** The result of a run: what every report is made of. */
export interface LintResult {
  readonly summary: Summary;
  /** Sorted by wheel, then code, then place. */
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  readonly ignoreNotices: readonly IgnoreNotice[];
  /** What the baseline accepts. */
  readonly suppressed: readonly Finding[];
  readonly suppressionNotices: readonly SuppressionNotice[];
  /** Sentences about answers that are hard to believe. */
  readonly doubts: readonly string[];
  /** The candidates of the conflicts, where they were asked for. */
  readonly orders?: readonly CandidateOrder[];
  readonly notRun: readonly NotRun[];
}
