import { expect, test } from 'vitest';
import { repositoryUrl } from '../../src/cli/scanning/repository-url.ts';

test.each([
  ['https://github.com/o/r', 'https://github.com/o/r'],
  ['https://user:token@git.example.org/o/r.git?x#y', 'https://git.example.org/o/r.git'],
  ['git@github.com:o/r.git', 'ssh://github.com/o/r.git'],
  ['git.example.org:/srv/r.git', 'ssh://git.example.org/srv/r.git'],
  ['ssh://git@git.example.org:2222/o/r.git', 'ssh://git.example.org:2222/o/r.git'],
  ['/srv/git/r.git', undefined],
  ['../r', undefined],
  ['C:\\r', undefined],
  ['file:///srv/r', undefined],
  ['', undefined],
])('%s is %s', (remote, url) => {
  expect(repositoryUrl(remote)).toBe(url);
});
