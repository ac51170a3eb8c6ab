import type { PackageIndex } from '../index/index-answer.ts';
import type { LockFile } from '../lock-file/lock-file.ts';
import { askIndexes } from './ask-indexes.ts';
import { assembleWheelhouse } from './assemble.ts';
import { closureOf } from './closure/closure.ts';
import { CandidateOrders } from './contest/candidate-orders.ts';
import { type ContestOptions, defaultContest, openContests } from './contest/open-contests.ts';
import { type Discovery, discover } from './discover.ts';
import { doubtsAbout } from './doubts.ts';
import type { LintResult, NotRun, Unchecked } from './finding.ts';
import { readFolders } from './folder-facts.ts';
import { hashing } from './hashing.ts';
import { applyIgnores, type Ignore } from './ignores.ts';
import { LockedWheels } from './locked-wheels.ts';
import type { WheelhouseFacts } from './project.ts';
import type { EarlierRuns } from './reading/known-wheels.ts';
import { readWheels } from './reading/read-wheels.ts';
import type { Need, Rule } from './rule.ts';
import { RuleRun, type RuleSetting } from './run-rules.ts';
import { summarize } from './summary.ts';
import { applySuppressions, type Suppressions } from './suppressions.ts';
import { UpstreamMetadata } from './upstream-metadata.ts';

/** How far a run is. */
export interface Progress {
  readonly stage: 'reading wheels' | 'asking indexes' | 'fixing wheels';
  readonly done: number;
  readonly total: number;
}

export interface LintOptions {
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  /** Paths in reports are relative to it. */
  readonly workingDirectory: string;
  readonly rules: readonly RuleSetting[];
  /** In the order of the configuration; closing them is up to the caller. */
  readonly indexes: readonly PackageIndex[];
  /** The local version label that the wheelhouse's own wheels carry, in normal form. */
  readonly label?: string | undefined;
  readonly lockFiles?: readonly LockFile[];
  /** Read every byte of every wheel, for the rules that compare hashes; by default they do not run. */
  readonly deep?: boolean;
  readonly ignores?: readonly Ignore[];
  /** The baseline; it counts what ignores leave. */
  readonly suppressions?: Suppressions;
  /** What decides who wins; by default the folders of the wheels are one stack, for today's installers. */
  readonly contest?: ContestOptions | undefined;
  /** `YYYY-MM-DD`, for ignores with an end. */
  readonly today: string;
  /** Whether the result has the candidates of every conflict, ranked; without it they cost nothing. */
  readonly keepOrders?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** What earlier runs found out about wheels; without it, and with `deep`, each is read. */
  readonly earlier?: EarlierRuns | undefined;
}

/**
 * Lints a wheelhouse: paths → locations → facts → index answers → rules → findings → ignores → baseline.
 * @throws {UsageError} where a path leads nowhere
 */
export async function lint(options: LintOptions): Promise<LintResult> {
  const discovery = await discover(options.paths, options.workingDirectory);
  const missing = missingNeeds(options);
  const settings = options.rules.filter(({ rule }) => !rule.needs.some((need) => missing.has(need)));
  const isOn = (need: Need): boolean => settings.some(({ rule }) => rule.needs.includes(need));
  const isAsked = settings.some(({ rule }) => [...rule.needs, ...rule.uses].includes('index'));
  const run = new RuleRun(settings, options.label);
  const earlier = options.deep === true ? undefined : options.earlier;
  // The names of the files say what to ask: indexes and disk work at the same time.
  const [wheels, answers] = await Promise.all([
    readWheels(discovery.locations, run, earlier, (done) =>
      options.onProgress?.({ stage: 'reading wheels', done, total: discovery.locations.length }),
    ),
    askIndexes(discovery.locations, isAsked ? options.indexes : [], (done, total) =>
      options.onProgress?.({ stage: 'asking indexes', done, total }),
    ),
  ]);
  const hash = hashing(earlier?.cache);
  const contests = await openContests(wheels, options.contest ?? defaultContest, hash);
  const upstream = isOn('upstream-metadata') ? new UpstreamMetadata(options.indexes) : undefined;
  const wheelhouse = await assembleWheelhouse(
    wheels,
    answers,
    ({ location }, kind) => hash(location.path, kind),
    contests,
    { upstream, locks: isOn('lock') ? new LockedWheels(options.lockFiles ?? []) : undefined },
  );
  const folders = await readFolders(discovery);
  const closure = settings.some(({ rule }) => rule.uses.includes('required-projects'))
    ? await closureOf(wheels, contests, options.indexes, answers)
    : undefined;
  const unsatisfied = closure?.unsatisfied ?? [];
  const orders = options.keepOrders === true ? new CandidateOrders() : undefined;
  const findings = run.finish({ ...wheelhouse, folders, unsatisfied }, orders);
  const unanswered = [
    ...uncheckedProjects(wheelhouse),
    ...(upstream?.unchecked ?? []),
    ...(closure?.unchecked ?? []),
  ];
  const complete = settings
    .filter(({ rule }) => unanswered.length === 0 || !leansOnIndexes(rule))
    .map(({ rule }) => rule);
  const { partial } = discovery;
  const outcome = applyIgnores(findings, options.ignores ?? [], {
    today: options.today,
    workingDirectory: options.workingDirectory,
    wheels: wheels.map(({ location }) => location.display),
    partial,
    complete: complete.map(({ code }) => code),
  });
  const { kept, suppressed, notices } = applySuppressions(outcome.kept, options.suppressions ?? new Map(), {
    // A folder that could not be listed may hold what is missing.
    partial: partial || discovery.unreadable.length > 0,
    complete: complete.map(({ name }) => name),
  });
  const unchecked = [...uncheckedFolders(discovery), ...unanswered, ...contests.unchecked];
  return {
    summary: summarize({
      wheels: wheels.length,
      projects: wheelhouse.projects.length,
      findings: kept,
      ignored: outcome.ignored,
      suppressed: suppressed.length,
      unchecked: unchecked.length,
    }),
    findings: kept,
    unchecked,
    ignoreNotices: outcome.notices,
    suppressed,
    suppressionNotices: notices,
    ...(orders && { orders: orders.kept }),
    doubts: doubtsAbout(answers.values()),
    notRun: notRun(options.rules, missing),
  };
}

/** Whether an index that did not answer leaves a rule without a part of what it looks at. */
function leansOnIndexes({ needs, uses }: Rule): boolean {
  return needs.includes('index') || uses.includes('required-projects');
}

/** Without a lock file nothing was promised, and nothing is left out; and who does not say `--deep` knows it. */
function notRun(settings: readonly RuleSetting[], missing: ReadonlySet<Need>): NotRun[] {
  return (['index', 'deep'] as const).flatMap((need) => {
    const lacking = settings.filter(
      ({ rule, named = false }) =>
        missing.has(need) && rule.needs.includes(need) && (need !== 'deep' || named),
    );
    return lacking.length > 0 ? [{ need, codes: lacking.map(({ rule }) => rule.code) }] : [];
  });
}

function missingNeeds({ indexes, lockFiles = [], deep = false }: LintOptions): ReadonlySet<Need> {
  const missing = new Set<Need>();
  if (indexes.length === 0) missing.add('index').add('upstream-metadata');
  if (lockFiles.length === 0) missing.add('lock');
  if (!deep) missing.add('deep');
  return missing;
}

function uncheckedFolders({ unreadable }: Discovery): Unchecked[] {
  return unreadable.map(({ folder, reason }) => ({ project: null, source: folder, reason }));
}

function uncheckedProjects({ projects }: WheelhouseFacts): Unchecked[] {
  return projects.flatMap(({ answers }) =>
    answers.flatMap((answer) =>
      answer.status === 'unchecked'
        ? [{ project: answer.project, source: answer.source.url, reason: answer.reason }]
        : [],
    ),
  );
}
