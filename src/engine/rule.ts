import type { InferOutput, ObjectEntries, StrictObjectSchema } from 'valibot';
import type { WheelContents, WheelPart } from '../wheel/contents.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import type { RelatedLocation, Severity } from './finding.ts';
import type { RuleFix } from './fix-kinds.ts';
import type { Occasion } from './occasions.ts';
import type { ProjectFacts, WheelhouseFacts } from './project.ts';

export const categories = [
  'conflicts',
  'labels',
  'names',
  'metadata',
  'tags',
  'requirements',
  'archive',
  'record',
  'contents',
  'linkage',
  'wheelhouse',
] as const;
export type Category = (typeof categories)[number];

/**
 * What a rule needs besides the wheels: `upstream-metadata` is the METADATA of wheels on an index, one more request
 * for each version; `required-projects` what indexes list of projects that wheels require, one more for each; `deep` is
 * leave to read every byte of every wheel.
 */
export type Need = 'index' | 'lock' | 'upstream-metadata' | 'required-projects' | 'deep';

/** The documentation of a rule, in Markdown. */
export interface RuleDocs {
  /** One sentence, plain text, at most 200 characters: what is flagged. */
  readonly summary: string;
  /** Why it is bad: what an installer or a user will do because of it. */
  readonly why: string;
  readonly example: string;
  /** Options for the example, of a rule that has nothing to say without any. */
  readonly exampleOptions?: Readonly<Record<string, unknown>>;
  /** What to do. */
  readonly fix: string;
  /** When the rule stays quiet, where that may surprise. */
  readonly quiet?: string;
  readonly references: readonly string[];
}

/** The placeholders of a message: `{name}`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Messages = Readonly<Record<string, string>>;

type DataOf<Text extends string> = [Placeholders<Text>] extends [never]
  ? { readonly data?: Readonly<Record<string, string>> }
  : { readonly data: Readonly<Record<Placeholders<Text>, string>> & Readonly<Record<string, string>> };

/** One finding as a rule states it: `data` has what its message has placeholders for, and may have more. */
export type Report<All extends Messages, Id extends keyof All & string> = {
  readonly message: Id;
  readonly wheel: WheelFacts;
  readonly member?: string | undefined;
  readonly line?: number | undefined;
  readonly related?: readonly RelatedLocation[];
  /** Caps the severity where this case is softer; never makes it stronger than configured. */
  readonly atMost?: Severity;
  /** What the finding is about besides wheel and member (a requirement, a file name): part of the fingerprint. */
  readonly subject?: string;
} & DataOf<All[Id]>;

/** The same for a message that is known when the rule is written. */
type AnyReport<All extends Messages> = { [Id in keyof All & string]: Report<All, Id> }[keyof All & string];

export interface RuleContext<All extends Messages, Options> {
  readonly options: Options;
  /** The configured local version label, in normal form. */
  readonly label: string | undefined;
  report(finding: AnyReport<All>): void;
  /** For a message that is chosen while running: the values of all that it may be. */
  report<Id extends keyof All & string>(finding: Report<All, Id>): void;
}

/** The schema of a rule's options; unknown options are errors. */
export type OptionsSchema = StrictObjectSchema<ObjectEntries, undefined>;

/** What a rule is called and what it is about. */
interface RuleIdentity {
  /** `WHL` and three digits; stable for ever. */
  readonly code: string;
  /** What is flagged, in kebab case: the file name, the key in the configuration, the page of the documentation. */
  readonly name: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Runs only where a preset, the configuration or the command line asks for it. */
  readonly offByDefault?: boolean;
  readonly needs: readonly Need[];
  readonly docs: RuleDocs;
}

/** A rule as its file states it. */
export interface RuleDefinition<All extends Messages, Schema extends OptionsSchema> extends RuleIdentity {
  /** What it makes use of where it is there, and can do without. */
  readonly uses?: readonly Need[];
  /** Message texts by id, with `{placeholder}`s, each a full sentence. */
  readonly messages: All;
  /** What `wheelhouse-lint fix` can do about the findings: about all of them, or by message. */
  readonly fix?: RuleFix<keyof All & string>;
  /** Schema of the rule's options; every option has a default and a description. */
  readonly options: Schema;
  /** What {@link checkContents} wants to have read besides the directory of a wheel. */
  readonly reads?: readonly WheelPart[];
  /** Of which wheels it wants that; of all by default. */
  readsOf?(wheel: WheelFacts): boolean;
  /** {@link checkContents} is asked only of wheels where one of these arises; of all by default. */
  readonly when?: readonly Occasion[];
  /** Asked while a wheel is open, for what stands in its directory and its members: nothing of it may be kept. */
  checkContents?(contents: WheelContents, context: RuleContext<All, InferOutput<Schema>>): void;
  checkWheel?(wheel: WheelFacts, context: RuleContext<All, InferOutput<Schema>>): void;
  checkProject?(project: ProjectFacts, context: RuleContext<All, InferOutput<Schema>>): void;
  checkWheelhouse?(wheelhouse: WheelhouseFacts, context: RuleContext<All, InferOutput<Schema>>): void;
}

/** A finding before it has a severity, a text and a fingerprint. */
export interface RawReport {
  readonly message: string;
  readonly wheel: WheelFacts;
  readonly member?: string | undefined;
  readonly line?: number | undefined;
  readonly related?: readonly RelatedLocation[];
  readonly atMost?: Severity;
  readonly subject?: string;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** What is known of a rule without running it. */
export interface RuleDescription extends RuleIdentity {
  readonly uses: readonly Need[];
  readonly messages: Readonly<Record<string, string>>;
  readonly fix?: RuleFix;
  readonly optionsSchema: OptionsSchema;
}

/** Receives what a running rule reports. */
export type ReportSink = (report: RawReport) => void;

/** A rule that runs: its options validated, its reports going to a sink. */
export interface RunningRule {
  checkContents?(contents: WheelContents): void;
  checkWheel?(wheel: WheelFacts): void;
  checkProject?(project: ProjectFacts): void;
  checkWheelhouse?(wheelhouse: WheelhouseFacts): void;
}

/** A rule as the engine sees it. */
export interface Rule extends RuleDescription {
  readonly reads: readonly WheelPart[];
  readsOf(wheel: WheelFacts): boolean;
  /** Empty for a rule that is asked of every wheel. */
  readonly when: readonly Occasion[];
  /** @param options validated against `optionsSchema` here @throws {ValiError} when they do not fit */
  start(options: unknown, label: string | undefined, sink: ReportSink): RunningRule;
}
