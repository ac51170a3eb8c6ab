import { onTestFinished } from 'vitest';
import type { IndexAnswer, IndexFile, PackageIndex } from '../../src/index/index-answer.ts';
import type { IndexOptions } from '../../src/index/index-options.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { type StandInIndex, type StandInProject, startStandIn } from '../support/stand-in-index.ts';

/** Generous for an honest answer on this machine, short enough to wait for. */
export const OPTIONS: IndexOptions = {
  concurrency: 4,
  timeout: 5000,
  userAgent: 'wheelhouse-lint/0 (test)',
  backoff: () => 1,
};

/** Opens an index for one test. */
export function opened(url: string, options: Partial<IndexOptions> = {}): PackageIndex {
  const index = openIndex(url, { ...OPTIONS, ...options });
  onTestFinished(() => index.close());
  return index;
}

/** A stand-in server and an index opened on it, for one test. */
export async function standIn(
  projects: Record<string, StandInProject>,
  options: Partial<IndexOptions> = {},
): Promise<{ server: StandInIndex; index: PackageIndex }> {
  const server = await startStandIn(projects);
  const index = opened(server.url, options);
  onTestFinished(() => server.close());
  return { server, index };
}

export function filesOf(answer: IndexAnswer): readonly IndexFile[] {
  if (answer.status !== 'listed') throw new Error(`not listed: ${JSON.stringify(answer)}`);
  return answer.files;
}

/** What an index says about a file, which one of the cache reads only when it is asked. */
export function plainFile(file: IndexFile): IndexFile {
  return {
    filename: file.filename,
    url: file.url,
    size: file.size,
    sha256: file.sha256,
    ...(file.otherHash !== undefined && { otherHash: file.otherHash }),
    yanked: file.yanked,
    requiresPython: file.requiresPython,
    uploadTime: file.uploadTime,
    ...(file.coreMetadata !== undefined && { coreMetadata: file.coreMetadata }),
  };
}

export function namesOf(answer: IndexAnswer): string[] {
  return filesOf(answer).map((file) => file.filename);
}

/** The reason of an answer that is `unchecked`, else its status. */
export function outcomeOf(answer: IndexAnswer): string {
  return answer.status === 'unchecked' ? answer.reason : answer.status;
}

/** What is said of 403 where the configuration does not say what it means. */
export const FORBIDDEN = 'HTTP 403 (does it mean "not listed"? then set forbidden = "not-listed")';
