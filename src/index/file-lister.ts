import type { IndexFile } from './index-answer.ts';
import type { Remarks } from './remarks.ts';

/** Where the files of a project are looked up: one API of one index, a page of links, or a choice between such. */
export interface FileLister {
  /**
   * @param project normalised project name @param versions public versions of interest
   * @returns `undefined` where the project is not listed
   * @throws {Unanswered}
   */
  list(project: string, versions: readonly string[]): Promise<readonly IndexFile[] | undefined>;
  /** What the index says of a listed project besides its files. @throws {Unanswered} */
  remarks?(project: string): Promise<Remarks | undefined>;
  /** Ends what is under way, with `Unanswered`, and releases connections. */
  close(): Promise<void>;
}
