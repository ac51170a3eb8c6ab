import { isValidName, normalizeName } from '../packaging/name.ts';
import type { FileLister } from './file-lister.ts';
import type { IndexAnswer, IndexSource, PackageIndex } from './index-answer.ts';
import { Unanswered } from './unanswered.ts';

/** An index as the rest of the program asks it: what goes wrong below becomes an `unchecked` answer. */
export class ListedIndex implements PackageIndex {
  readonly source: IndexSource;
  readonly #lister: FileLister;

  constructor(source: IndexSource, lister: FileLister) {
    this.source = source;
    this.#lister = lister;
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

  close(): Promise<void> {
    return this.#lister.close();
  }
}

/** The name becomes part of a path. @throws {Unanswered} */
function refuseOddName(project: string): void {
  if (isValidName(project) && normalizeName(project) === project) return;
  throw new Unanswered(`"${project}" is not a normalised project name`);
}
