import PQueue from 'p-queue';
import type { PackageIndex } from '../index/index-answer.ts';
import type { LockFile } from '../lock-file/lock-file.ts';
import { askIndexes } from './ask-indexes.ts';
import { assembleWheelhouse } from './assemble.ts';
import type { HashPath } from './contest/contests.ts';
import { type ContestOptions, defaultContest, openContests } from './contest/open-contests.ts';
import { type Discovery, discover } from './discover.ts';
import { doubtsAbout } from './doubts.ts';
import type { LintResult, Unchecked } from './finding.ts';
import { applyIgnores, type Ignore } from './ignores.ts';
import { LockedWheels } from './locked-wheels.ts';
import type { WheelhouseFacts } from './project.ts';
import { readAll } from './read-all.ts';
import type { Need } from './rule.ts';
import { RuleRun, type RuleSetting } from './run-rules.ts';
import { summarize } from './summary.ts';
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
  readonly ignores?: readonly Ignore[];
  /** What decides who wins; by default the folders of the wheels are one stack, for today's installers. */
  readonly contest?: ContestOptions | undefined;
  /** `YYYY-MM-DD`, for ignores with an end. */
  readonly today: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Files that are hashed at one time; more would not be faster on a disk. */
const hashConcurrency = 2;

function hashing(): HashPath {
  const queue = new PQueue({ concurrency: hashConcurrency });
  return (path) =>
    queue.add(async () => {
      // Most small runs hash nothing, and loading the cryptography takes a tenth of their time.
      const { hashFile } = await import('../wheel/hash.ts');
      return hashFile(path);
    });
}

/**
 * Lints a wheelhouse: paths → locations → facts → index answers → rules → findings → ignores.
 * @throws {UsageError} where a path leads nowhere
 */
export async function lint(options: LintOptions): Promise<LintResult> {
  const discovery = await discover(options.paths, options.workingDirectory);
  const missing = missingNeeds(options);
  const settings = options.rules.filter(({ rule }) => !rule.needs.some((need) => missing.has(need)));
  const isOn = (need: Need): boolean => settings.some(({ rule }) => rule.needs.includes(need));
  const isAsked = settings.some(({ rule }) => [...rule.needs, ...rule.uses].includes('index'));
  const run = new RuleRun(settings, options.label);
  // The names of the files say what to ask: indexes and disk work at the same time.
  const [wheels, answers] = await Promise.all([
    readAll(
      discovery.locations,
      (done) => options.onProgress?.({ stage: 'reading wheels', done, total: discovery.locations.length }),
      run.visitor,
    ),
    askIndexes(discovery.locations, isAsked ? options.indexes : [], (done, total) =>
      options.onProgress?.({ stage: 'asking indexes', done, total }),
    ),
  ]);
  const hash = hashing();
  const contests = await openContests(wheels, options.contest ?? defaultContest, hash);
  const upstream = isOn('upstream-metadata') ? new UpstreamMetadata(options.indexes) : undefined;
  const wheelhouse = await assembleWheelhouse(
    wheels,
    answers,
    ({ location }) => hash(location.path),
    contests,
    { upstream, locks: isOn('lock') ? new LockedWheels(options.lockFiles ?? []) : undefined },
  );
  const findings = run.finish(wheelhouse);
  const unanswered = [...uncheckedProjects(wheelhouse), ...(upstream?.unchecked ?? [])];
  const outcome = applyIgnores(findings, options.ignores ?? [], {
    today: options.today,
    workingDirectory: options.workingDirectory,
    wheels: wheels.map(({ location }) => location.display),
    partial: discovery.partial,
    complete: settings
      .filter(({ rule }) => unanswered.length === 0 || !rule.needs.includes('index'))
      .map(({ rule }) => rule.code),
  });
  const unchecked = [...uncheckedFolders(discovery), ...unanswered, ...contests.unchecked];
  return {
    summary: summarize({
      wheels: wheels.length,
      projects: wheelhouse.projects.length,
      findings: outcome.kept,
      ignored: outcome.ignored,
      unchecked: unchecked.length,
    }),
    findings: outcome.kept,
    unchecked,
    ignoreNotices: outcome.notices,
    doubts: doubtsAbout(answers.values()),
    // Without a lock file nothing was promised, and nothing is left out.
    notRun: options.rules
      .filter(({ rule }) => rule.needs.includes('index') && missing.has('index'))
      .map(({ rule }) => rule.code),
  };
}

function missingNeeds({ indexes, lockFiles = [] }: LintOptions): ReadonlySet<Need> {
  const missing = new Set<Need>();
  if (indexes.length === 0) missing.add('index').add('upstream-metadata');
  if (lockFiles.length === 0) missing.add('lock');
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
