/**
 * The public API: lint a wheelhouse from a program.
 *
 * ```ts
 * import { lint, loadConfig, openIndex, rules } from 'wheelhouse-lint';
 * ```
 */

export { rules } from '../rules/index.ts';
export { type Config, type ConfigRequest, loadConfig } from './config/config.ts';
export { defaultIndex } from './config/source-settings.ts';
export type { CandidateOrder } from './engine/contest/candidate-orders.ts';
export { defineRule } from './engine/define-rule.ts';
export type {
  Finding,
  IgnoreNotice,
  LintResult,
  NotRun,
  Severity,
  Summary,
  SuppressionNotice,
  Unchecked,
} from './engine/finding.ts';
export type { Ignore } from './engine/ignores.ts';
export { type LintOptions, lint, type Progress } from './engine/lint.ts';
export type {
  ComparedWheel,
  Identity,
  IndexMatch,
  LockedWheel,
  ProjectFacts,
  WheelBesideUpstream,
  WheelhouseFacts,
} from './engine/project.ts';
export type { Rule, RuleContext, RuleDefinition, RuleDescription, RuleDocs } from './engine/rule.ts';
export type { RuleSetting } from './engine/run-rules.ts';
export type { Suppressions } from './engine/suppressions.ts';
export { UsageError } from './errors.ts';
export { AnswerCache, type CacheOptions } from './index/cache/answer-cache.ts';
export type { IndexAnswer, IndexFile, MetadataAnswer, PackageIndex } from './index/index-answer.ts';
export type { IndexApi, IndexOptions } from './index/index-options.ts';
export { IndexUrlError, openIndex } from './index/open-index.ts';
export { openFindLinksPage } from './index/simple/find-links-page.ts';
export { openSnapshot } from './index/snapshot/open-snapshot.ts';
export type { LockFile, LockPromise } from './lock-file/lock-file.ts';
export { type LockFilePlace, readLockFile } from './lock-file/read-lock-file.ts';
export { reportContext } from './report/context.ts';
export { type FormatName, formatNames, reporters } from './report/index.ts';
export type {
  Excerpt,
  Recipe,
  ReportContext,
  Reporter,
  Repository,
  ScanningDetails,
} from './report/reporter.ts';
export { tool } from './tool.ts';
export type { MetadataFacts } from './wheel/dist-info/metadata.ts';
export type { WheelFacts, WheelLocation } from './wheel/facts.ts';
export { parseWheelFilename, type WheelFilename, type WheelFilenameResult } from './wheel/filename.ts';
export { readWheel } from './wheel/read-wheel.ts';
