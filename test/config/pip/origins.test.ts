import { expect, test } from 'vitest';
import { pipOrigins } from '../../../src/config/pip/origins.ts';
import { read } from './memory-disk.ts';

test('every setting is told with its place, and without secrets', async () => {
  const files = {
    '/etc/pip.conf': `[global]
index-url = https://me:pass/word@host/simple
only-binary = a
no-binary = :none:
[install]
extra-index-url = https://token@one/ https://two/?key=secret /a@b
no-index = off
no-binary = b`,
    '/home/me/.pip/pip.conf': undefined,
  };
  const environment = { PIP_FIND_LINKS: ' ', PIP_PRE: '1', PIP_PREFER_BINARY: 'no' };
  expect(pipOrigins(await read(files, environment))).toEqual([
    '/etc/xdg/pip/pip.conf (global): missing',
    '/etc/pip.conf (global): read',
    '/home/me/.pip/pip.conf (user): not readable',
    '/home/me/.config/pip/pip.conf (user): missing',
    'find-links = (nothing) from PIP_FIND_LINKS',
    'index-url = https://****@host/simple from /etc/pip.conf [global]',
    'extra-index-url = https://****@one/ https://two/?**** /a@b from /etc/pip.conf [install]',
    'no-index = false from /etc/pip.conf [install]',
    'prefer-binary = false from PIP_PREFER_BINARY',
    'pre = true from PIP_PRE',
    'formats = only-binary a no-binary b from /etc/pip.conf [global] and /etc/pip.conf [global] and /etc/pip.conf [install]',
  ]);
});
