import type { VersionControlDetails } from 'sarif';
import type { Repository } from '../reporter.ts';
import { baseId } from './location.ts';

/** Which commit the paths of a log belong to (SARIF 2.1.0 §3.14.14); nothing where the repository has no address. */
export function provenance(repository: Repository | undefined): VersionControlDetails[] {
  if (repository?.url === undefined) return [];
  const { url, revision, branch } = repository;
  return [
    {
      repositoryUri: url,
      ...(revision === undefined ? {} : { revisionId: revision }),
      ...(branch === undefined ? {} : { branch }),
      mappedTo: { uriBaseId: baseId },
    },
  ];
}
