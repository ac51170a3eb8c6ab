import type { IndexFile } from './index-answer.ts';
import type { RawAnswer } from './raw-answers.ts';
import type { Remarks } from './remarks.ts';

/** What one answer of an index says about a project's files. */
export interface ProjectPage {
  readonly files: readonly IndexFile[];
  /** All files of the project, or only those of one version. */
  readonly complete: boolean;
  /** The version that the answer describes, as the index spells it. */
  readonly version: string | undefined;
  readonly remarks?: Remarks | undefined;
}

/** Reads one answer about a project. @throws {Unanswered} */
export type PageReader = (raw: RawAnswer, project: string) => ProjectPage | Promise<ProjectPage>;

/** Where the pages of one index come from: the network or a folder. */
export interface PageSource {
  /**
   * The project route, or with `version` the version route of the PyPI JSON API.
   * @param project normalised name @param version public version, safe as a path segment once percent-encoded
   * @returns `undefined` when the index does not have it
   * @throws {Unanswered}
   */
  read(project: string, version: string | undefined): Promise<ProjectPage | undefined>;
  /** Ends what is under way, with `Unanswered`, and releases connections. */
  close(): Promise<void>;
}
