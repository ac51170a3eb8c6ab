import { UsageError } from '../../errors.ts';
import { oneLine } from '../../one-line.ts';
import { parseJson } from '../bounded-json.ts';
import type { FileLister } from '../file-lister.ts';
import type { IndexFile, PackageIndex } from '../index-answer.ts';
import { ListedIndex } from '../listed-index.ts';
import { readLocalFile } from '../local-file.ts';
import type { Remarks } from '../remarks.ts';
import type { Sidecar } from '../sidecar.ts';
import type { Sidecars } from '../sidecars.ts';
import { Unanswered } from '../unanswered.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { RecordedFacts } from './snapshot.ts';

/** Bytes; a text of more cannot be held. 2,000 projects of PyPI take about 100 MiB. */
const LONGEST = 384 * 1024 * 1024;

/**
 * Opens the indexes of a snapshot, in their order: each answers under its own URL what it answered when the snapshot
 * was taken. A project that is not in the snapshot is unchecked.
 * @throws {UsageError} where it cannot be read
 */
export async function openSnapshot(path: string): Promise<PackageIndex[]> {
  const facts = await snapshotAt(path);
  return facts.map(
    (index) => new ListedIndex({ url: index.url }, new RecordedLister(index), new RecordedMetadata(index)),
  );
}

async function snapshotAt(path: string): Promise<RecordedFacts[]> {
  try {
    const body = await readLocalFile(path, 'it', LONGEST);
    if (body === undefined) throw new Unanswered('there is no such file');
    return readSnapshot(parseJson(body));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    throw new UsageError(`The snapshot '${oneLine(path)}' cannot be used: ${error.message}.`);
  }
}

class RecordedLister implements FileLister {
  readonly #facts: RecordedFacts;

  constructor(facts: RecordedFacts) {
    this.#facts = facts;
  }

  async list(project: string): Promise<readonly IndexFile[] | undefined> {
    const { projects } = this.#facts;
    if (!projects.has(project)) throw new Unanswered('not in the snapshot');
    return projects.get(project);
  }

  async remarks(project: string): Promise<Remarks | undefined> {
    return this.#facts.remarks.get(project);
  }

  async close(): Promise<void> {}
}

class RecordedMetadata implements Sidecars {
  readonly #facts: RecordedFacts;

  constructor(facts: RecordedFacts) {
    this.#facts = facts;
  }

  async read(_project: string, { filename, coreMetadata }: IndexFile): Promise<Sidecar> {
    const text = this.#facts.metadata.get(filename);
    if (text === undefined) throw new Unanswered('not in the snapshot; take it with --metadata');
    // It was compared when the snapshot was taken, and its description is not here any more.
    return { text, sha256: typeof coreMetadata === 'string' ? coreMetadata : '' };
  }

  async close(): Promise<void> {}
}
