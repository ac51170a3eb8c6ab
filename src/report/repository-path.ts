import { posix } from 'node:path';
import type { Repository } from './reporter.ts';

/**
 * A path of a report, which is relative to the working directory, as one from the root of the repository.
 * @returns `undefined` for what lies outside
 */
export function repositoryPath(path: string, repository: Repository | undefined): string | undefined {
  if (posix.isAbsolute(path) || /^[a-z]:/i.test(path)) return undefined;
  const fromRoot = posix.normalize(posix.join(repository?.folder ?? '', path));
  return fromRoot === '..' || fromRoot.startsWith('../') ? undefined : fromRoot;
}
