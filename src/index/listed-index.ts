import { isValidName, normalizeName } from '../packaging/name.ts';
import type { FileLister } from './file-lister.ts';
import type { IndexAnswer, IndexFile, IndexSource, MetadataAnswer, PackageIndex } from './index-answer.ts';
import { readSidecar, type Sidecars } from './sidecars.ts';
import { Unanswered } from './unanswered.ts';

/** An index as the rest of the program asks it: what goes wrong below becomes an `unchecked` answer. */
export class ListedIndex implements PackageIndex {
  readonly source: IndexSource;
  readonly #lister: FileLister;
  readonly #sidecars: Sidecars | undefined;

  constructor(source: IndexSource, lister: FileLister, sidecars?: Sidecars) {
    this.source = source;
    this.#lister = lister;
    this.#sidecars = sidecars;
  }

  async ask(project: string, versions: readonly string[]): Promise<IndexAnswer> {
    const about = { source: this.source, project };
    try {
      refuseOddName(project);
      const files = await this.#lister.list(project, versions);
      if (files === undefined) return { ...about, status: 'not-listed' };
      const remarks = await this.#lister.remarks?.(project);
      return { ...about, status: 'listed', files, ...(remarks && { remarks }) };
    } catch (error) {
      if (error instanceof Unanswered) return { ...about, status: 'unchecked', reason: error.message };
      throw error;
    }
  }

  async metadata(project: string, file: IndexFile): Promise<MetadataAnswer> {
    if (this.#sidecars === undefined)
      return { status: 'unchecked', reason: 'METADATA cannot be asked for here' };
    return readSidecar(this.#sidecars, project, file);
  }

  async close(): Promise<void> {
    await Promise.all([this.#lister.close(), this.#sidecars?.close()]);
  }
}

/** The name becomes part of a path. @throws {Unanswered} */
function refuseOddName(project: string): void {
  if (isValidName(project) && normalizeName(project) === project) return;
  throw new Unanswered(`"${project}" is not a normalised project name`);
}
