import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadSources } from '../config/config.ts';
import { askIndexes } from '../engine/ask-indexes.ts';
import { discover } from '../engine/discover.ts';
import type { Unchecked } from '../engine/finding.ts';
import { type GatheredMetadata, gatherMetadata } from '../engine/gather-metadata.ts';
import { gatherRequirements } from '../engine/gather-requirements.ts';
import { hashing } from '../engine/hashing.ts';
import { UsageError } from '../errors.ts';
import type { IndexAnswer, IndexFile, PackageIndex } from '../index/index-answer.ts';
import type { Remarks } from '../index/remarks.ts';
import type { RecordedFacts } from '../index/snapshot/snapshot.ts';
import { snapshotText } from '../index/snapshot/snapshot-text.ts';
import { escapeTerminal } from '../report/escape.ts';
import { groupUnchecked, uncheckedHeading, uncheckedText } from '../report/unchecked.ts';
import { count } from '../report/words.ts';
import { sharedRequest } from './config-request.ts';
import { currentFolder } from './current-folder.ts';
import { exitStatus } from './exit-status.ts';
import { noWheels } from './no-wheels.ts';
import { offlineNotices } from './offline-notices.ts';
import { OpenSources } from './open-sources.ts';
import { progressDisplay } from './progress.ts';
import type { IndexFlags } from './source-options.ts';
import { write, writeDebug, writeNotices } from './streams.ts';

/** The options of `snapshot`. */
export interface SnapshotFlags extends IndexFlags {
  readonly output: string;
  readonly metadata: boolean;
  readonly requirements: boolean;
  readonly config?: string | boolean;
  readonly progress: boolean;
  readonly debug: boolean;
}

/** `lint` and `explain` have more options; none of them changes what an index lists. */
const otherFlags = {
  index: true,
  findLinks: [],
  preferBinary: false,
  onlyBinary: [],
  binary: true,
  pre: false,
  installer: [],
  python: [],
  platform: [],
  manylinux: true,
} as const;

/** `wheelhouse-lint snapshot -o <file> [paths…]`. @returns the exit status @throws {UsageError} */
export async function snapshotCommand(paths: readonly string[], flags: SnapshotFlags): Promise<number> {
  const workingDirectory = currentFolder();
  const request = sharedRequest({ ...otherFlags, ...flags }, workingDirectory);
  const config = await loadSources(request, workingDirectory);
  if (flags.debug) writeDebug([`configuration: ${config.path ?? 'none found'}`, ...config.origins]);
  writeNotices(config.notices);
  const { locations, unreadable } = await discover(paths.length > 0 ? paths : ['.'], workingDirectory);
  if (locations.length === 0 && unreadable.length === 0) throw new UsageError(noWheels(paths));

  const opened = new OpenSources(flags, config.sources.credentials, workingDirectory);
  const progress = await progressDisplay(flags.progress);
  try {
    const indexes = await opened.indexes(config.sources.indexes);
    writeNotices([...opened.notices, ...offlineNotices(opened.notAsked)]);
    if (indexes.length === 0) throw new UsageError('There is no index to take a snapshot of.');
    const onAnswer = (done: number, total: number): void =>
      progress.show({ stage: 'asking indexes', done, total });
    const own = await askIndexes(locations, indexes, onAnswer);
    const answers = flags.requirements ? await gatherRequirements(locations, own, indexes, onAnswer) : own;
    const metadata = flags.metadata
      ? await gatherMetadata(locations, answers, indexes, hashing())
      : undefined;
    progress.stop();
    writeNotices(opened.cacheNotices);
    const facts = factsOf(indexes, answers, metadata?.texts);
    await writeWhole(resolve(workingDirectory, flags.output), snapshotText(facts));
    const unchecked = [
      ...unreadable.map(({ folder, reason }) => ({ project: null, source: folder, reason })),
      ...unanswered(answers),
      ...(metadata?.unchecked ?? []),
    ];
    write(summaryText(flags.output, answers.size, indexes.length, unchecked));
    return unchecked.length > 0 ? exitStatus.incomplete : exitStatus.clean;
  } finally {
    progress.stop();
    await opened.close();
  }
}

/** Without the projects that an index did not answer for: whether it lists them is not known. */
function factsOf(
  indexes: readonly PackageIndex[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  metadata: GatheredMetadata['texts'] = [],
): RecordedFacts[] {
  return indexes.map(({ source }, place) => {
    const projects = new Map<string, readonly IndexFile[] | undefined>();
    const remarks = new Map<string, Remarks>();
    for (const [project, ofIndexes] of answers) {
      const answer = ofIndexes[place];
      if (answer === undefined || answer.status === 'unchecked') continue;
      projects.set(project, answer.status === 'listed' ? answer.files : undefined);
      if (answer.status === 'listed' && answer.remarks !== undefined) remarks.set(project, answer.remarks);
    }
    return { url: source.url, projects, remarks, metadata: metadata[place] ?? new Map() };
  });
}

function unanswered(answers: ReadonlyMap<string, readonly IndexAnswer[]>): Unchecked[] {
  const unchecked = [...answers.values()]
    .flat()
    .flatMap((answer) =>
      answer.status === 'unchecked'
        ? [{ project: answer.project, source: answer.source.url, reason: answer.reason }]
        : [],
    );
  return unchecked.sort((a, b) => (a.project < b.project ? -1 : 1));
}

function summaryText(
  output: string,
  projects: number,
  indexes: number,
  unchecked: readonly Unchecked[],
): string {
  const lines = [
    `${output}: ${count(projects, 'project')}, ${indexes === 1 ? '1 index' : `${indexes} indexes`}`,
    ...(unchecked.length > 0 ? [`${uncheckedHeading(unchecked)}, and are not in it:`] : []),
    ...groupUnchecked(unchecked).map((group) => `  ${uncheckedText(group, Number.POSITIVE_INFINITY)}`),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}

/** Under another name first: nobody may find half a snapshot. @throws {UsageError} */
async function writeWhole(path: string, text: Iterable<string>): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(
      `The snapshot '${path}' cannot be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
