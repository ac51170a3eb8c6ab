import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Repository } from '../../report/reporter.ts';
import { repositoryUrl } from './repository-url.ts';

/**
 * The checkout that the run is in: what GitHub Actions or GitLab say of it, else what git says.
 * @returns `undefined` outside of any
 */
export async function findRepository(
  workingDirectory: string,
  environment: NodeJS.ProcessEnv,
): Promise<Repository | undefined> {
  const root =
    (await checkoutAbove(workingDirectory)) ?? environment.GITHUB_WORKSPACE ?? environment.CI_PROJECT_DIR;
  if (root === undefined) return undefined;
  const folder = relative(root, workingDirectory).split(sep).join('/');
  if (folder === '..' || folder.startsWith('../')) return undefined;
  return { folder, ...(ofPipeline(environment) ?? (await ofGit(workingDirectory))) };
}

async function checkoutAbove(folder: string): Promise<string | undefined> {
  // A file in worktrees, a folder elsewhere.
  const found = await stat(join(folder, '.git')).catch(() => undefined);
  if (found !== undefined) return folder;
  return dirname(folder) === folder ? undefined : checkoutAbove(dirname(folder));
}

type Origin = Omit<Repository, 'folder'>;

function ofPipeline(environment: NodeJS.ProcessEnv): Origin | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_REF_NAME } = environment;
  if (GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined) {
    const branch = GITHUB_HEAD_REF || GITHUB_REF_NAME;
    return { url: repositoryUrl(`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`), revision: GITHUB_SHA, branch };
  }
  const { CI_PROJECT_URL, CI_COMMIT_SHA, CI_COMMIT_REF_NAME } = environment;
  if (CI_PROJECT_URL === undefined) return undefined;
  return { url: repositoryUrl(CI_PROJECT_URL), revision: CI_COMMIT_SHA, branch: CI_COMMIT_REF_NAME };
}

async function ofGit(folder: string): Promise<Origin> {
  const [remote, revision, branch] = await Promise.all([
    git(folder, 'config', '--get', 'remote.origin.url'),
    git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD'),
    git(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD'),
  ]);
  return { url: remote === undefined ? undefined : repositoryUrl(remote), revision, branch };
}

/** What git prints; nothing where there is no git, or it has no answer. */
function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd: folder, timeout: 5000 }, (error, stdout) => {
      const answer = stdout.trim();
      resolve(error === null && answer !== '' ? answer : undefined);
    });
  });
}
