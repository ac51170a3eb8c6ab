import PQueue from 'p-queue';
import type { FileLister } from './file-lister.ts';
import type { IndexFile } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import type { Remarks } from './remarks.ts';
import { Unanswered } from './unanswered.ts';

type Files = readonly IndexFile[] | undefined;

/**
 * An index that may speak the Simple API or the PyPI JSON API. Which one is found out by asking, in this order; the
 * first list with a file in it settles it for good. The first project is asked alone, as it nearly always does. Where
 * an earlier run found it out, and what it heard still holds, nothing is tried.
 */
export class EitherApi implements FileLister {
  readonly #simple: FileLister;
  readonly #pypiJson: FileLister;
  readonly #unsettled: PQueue;
  #remembered: (() => 'simple' | 'pypi-json' | undefined) | undefined;
  #settled: FileLister | undefined;
  #first: Promise<unknown> | undefined;

  /** @param remembered what an earlier run found out */
  constructor(
    simple: FileLister,
    pypiJson: FileLister,
    { concurrency }: Pick<IndexOptions, 'concurrency'>,
    remembered?: () => 'simple' | 'pypi-json' | undefined,
  ) {
    this.#remembered = remembered;
    this.#simple = simple;
    this.#pypiJson = pypiJson;
    this.#unsettled = new PQueue({ concurrency });
  }

  async list(project: string, versions: readonly string[]): Promise<Files> {
    this.#remember();
    if (this.#first === undefined && this.#settled === undefined) {
      const first = this.#askBoth(project, versions);
      this.#first = first.catch(() => undefined);
      return first;
    }
    await this.#first;
    // So many at a time, so that those who come after the one that settles it go straight to the right API.
    if (this.#settled === undefined) {
      return this.#unsettled.add(
        () => this.#settled?.list(project, versions) ?? this.#askBoth(project, versions),
      );
    }
    return this.#settled.list(project, versions);
  }

  /** Of the API that it turned out to speak; an empty list settles nothing, and comes of the Simple API if of any. */
  async remarks(project: string): Promise<Remarks | undefined> {
    if (this.#settled !== undefined) return this.#settled.remarks?.(project);
    return this.#simple.remarks?.(project).catch(() => undefined);
  }

  async close(): Promise<void> {
    await Promise.all([this.#simple.close(), this.#pypiJson.close()]);
    await this.#unsettled.onIdle();
  }

  async #askBoth(project: string, versions: readonly string[]): Promise<Files> {
    const simple = await outcomeOf(this.#simple.list(project, versions));
    if (this.#settles(this.#simple, simple.files)) return simple.files;
    // The other API lives on the same host.
    if (simple.failure?.hostDown === true) throw simple.failure;

    const pypiJson = await outcomeOf(this.#pypiJson.list(project, versions));
    if (this.#settles(this.#pypiJson, pypiJson.files)) return pypiJson.files;
    const failure = joined(simple.failure, pypiJson.failure);
    // A list without files is an answer, even if it does not say much about the API.
    const files = simple.files ?? pypiJson.files;
    if (files === undefined && failure !== undefined) throw failure;
    return files;
  }

  #remember(): void {
    const known = this.#remembered?.();
    this.#remembered = undefined;
    if (known !== undefined) this.#settled = known === 'simple' ? this.#simple : this.#pypiJson;
  }

  #settles(api: FileLister, files: Files): boolean {
    if (files === undefined || files.length === 0) return false;
    this.#settled ??= api;
    return true;
  }
}

interface Outcome {
  readonly files: Files;
  readonly failure: Unanswered | undefined;
}

async function outcomeOf(question: Promise<Files>): Promise<Outcome> {
  try {
    return { files: await question, failure: undefined };
  } catch (error) {
    if (error instanceof Unanswered) return { files: undefined, failure: error };
    throw error;
  }
}

/** While one API says 404 and the other cannot be asked, nobody knows. */
function joined(simple: Unanswered | undefined, pypiJson: Unanswered | undefined): Unanswered | undefined {
  if (simple === undefined || pypiJson === undefined || simple.message === pypiJson.message) {
    return simple ?? pypiJson;
  }
  return new Unanswered(`${simple.message} (Simple API); ${pypiJson.message} (PyPI JSON API)`);
}
