/**
 * The address of a repository as an absolute URL without credentials: `git@host:path` becomes `ssh://host/path`.
 * @returns `undefined` for a path on this machine
 */
export function repositoryUrl(remote: string): string | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]{2,}):(?!\/\/)\/?(.+)$/.exec(remote);
  const url = URL.parse(scp === null ? remote : `ssh://${scp[1]}/${scp[2]}`);
  if (url === null || !/^(?:https?|ssh|git):$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}
