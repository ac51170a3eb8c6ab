import { rules } from '../../rules/index.ts';
import { type Config, type ConfigRequest, loadConfig } from '../config/config.ts';
import { allowedFormats } from '../config/pip/format-control.ts';
import type { ContestOptions } from '../engine/contest/open-contests.ts';
import { lint } from '../engine/lint.ts';
import type { EarlierRuns } from '../engine/reading/known-wheels.ts';
import { UsageError } from '../errors.ts';
import type { LockFile } from '../lock-file/lock-file.ts';
import { Baseline } from './baseline.ts';
import { colorChoices } from './color.ts';
import { ruleRequest, sharedRequest } from './config-request.ts';
import { currentFolder } from './current-folder.ts';
import { exitStatus, statusOf } from './exit-status.ts';
import { noWheels } from './no-wheels.ts';
import { offlineNotices } from './offline-notices.ts';
import { OpenSources } from './open-sources.ts';
import { oneOf } from './option-values.ts';
import type { LintFlags } from './options.ts';
import { loadOutputs, parseOutputs, writeOutputs } from './outputs.ts';
import { progressDisplay } from './progress.ts';
import { contextOf } from './report-context.ts';
import { write, writeDebug, writeNotices } from './streams.ts';

/** `wheelhouse-lint [paths…]`. @returns the exit status @throws {UsageError} */
export async function lintCommand(paths: readonly string[], flags: LintFlags): Promise<number> {
  const workingDirectory = currentFolder();
  const asked = parseOutputs(flags.format, workingDirectory);
  if (flags.sarifCategory !== undefined && !asked.some(({ format }) => format === 'sarif'))
    throw new UsageError('--sarif-category names a run in SARIF: it needs --format sarif.');
  const color = flags.color === false ? 'never' : oneOf(String(flags.color), colorChoices, '--color');
  const outputs = await loadOutputs(asked, workingDirectory);
  const config = await loadConfig(rules, requestOf(flags, workingDirectory), workingDirectory);
  if (flags.debug) writeDebug(debugLines(config));
  writeNotices([...config.notices, ...config.targets.installers.flatMap(({ notice }) => notice ?? [])]);
  if (flags.printConfig) {
    const { printedConfig } = await import('./print-config.ts');
    write(printedConfig(config));
    return exitStatus.clean;
  }
  const baseline = await Baseline.open(flags, config, rules);
  writeNotices(baseline.notices);
  const lockFiles = await readLockFiles(config);
  const opened = new OpenSources(flags, config.sources.credentials, workingDirectory);
  const progress = await progressDisplay(flags.progress && !flags.quiet);
  try {
    const indexes = await opened.indexes(config.sources.indexes);
    const contest = await contestOf(config, opened);
    writeNotices(opened.notices);
    // Where no index is left, the report says so.
    if (indexes.length > 0) writeNotices(offlineNotices(opened.notAsked));
    const earlier = opened.wheels();
    const found = await lint({
      paths: paths.length > 0 ? paths : ['.'],
      workingDirectory,
      rules: config.rules,
      indexes,
      label: config.label,
      lockFiles,
      deep: config.deep,
      ignores: config.ignores,
      suppressions: baseline.suppressions,
      contest,
      earlier,
      today: new Date().toISOString().slice(0, 10),
      keepOrders: outputs.some(({ format }) => format === 'html'),
      onProgress: progress.show,
    });
    progress.stop();
    writeNotices(opened.cacheNotices);
    if (flags.debug && earlier !== undefined) writeDebug([cacheLine(earlier)]);
    if (found.summary.wheels === 0 && found.summary.unchecked === 0) throw new UsageError(noWheels(paths));
    const { result, notices } = await baseline.update(found);
    writeNotices(notices);
    const context = await contextOf(outputs, result, config, flags, { color, workingDirectory });
    await writeOutputs(outputs, result, context, write);
    return statusOf(result, {
      maxWarnings: flags.maxWarnings,
      exitZero: flags.exitZero,
      failOnStale: flags.failOnStaleSuppressions,
    });
  } finally {
    progress.stop();
    await opened.close();
  }
}

/** @throws {UsageError} */
async function readLockFiles({ lockFiles, rules: settings }: Config): Promise<LockFile[]> {
  if (lockFiles.length === 0) return [];
  // Most runs have no lock file, and need not load what reads them.
  const { readLockFile } = await import('../lock-file/read-lock-file.ts');
  const read: LockFile[] = [];
  for (const place of lockFiles) read.push(await readLockFile(place));
  const empty = read.filter(({ promises }) => promises.every(({ sha256s }) => sha256s.length === 0));
  writeNotices(empty.map(({ display }) => `The lock file '${display}' has no sha256 of a wheel.`));
  if (!settings.some(({ rule }) => rule.needs.includes('lock')))
    writeNotices(['The lock files are not compared with the wheels: the rule that does it is off.']);
  return read;
}

/** Who decides which file gets installed. */
export async function contestOf({ sources, targets }: Config, opened: OpenSources): Promise<ContestOptions> {
  const { stacks, findLinks, preferBinary, prereleases, formats } = sources;
  return {
    ...targets,
    stacks: await opened.stacks(stacks),
    findLinks: await opened.findLinks(findLinks),
    preferBinary,
    prereleases,
    formatsOf: (project) => allowedFormats(formats, project),
  };
}

function requestOf(flags: LintFlags, workingDirectory: string): ConfigRequest {
  return {
    ...sharedRequest(flags, workingDirectory),
    ...ruleRequest(flags),
    deep: flags.deep,
    lockFiles: flags.lockFile,
    suppressions: flags.suppressionsLocation,
  };
}

function cacheLine({ cache: { found, problem } }: EarlierRuns): string {
  return `cache of wheels: ${problem ?? `${found} of its entries were used`}`;
}

function debugLines({ path, preset, label, rules: settings, ignores, origins }: Config): string[] {
  return [
    `configuration: ${path ?? 'none found'}`,
    `preset: ${preset}, ${settings.length} rules on`,
    `label: ${label ?? 'none'}`,
    `ignores: ${ignores.length}`,
    ...origins,
  ];
}
