import { describe, expect, it } from 'vitest';
import { rawZip } from './raw-zip.ts';
import { goodName, members, noise, read } from './reading.ts';

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
const good = rawZip(members([{ name: 'demo.npz', content: noise(300_000) }]));

describe('a file that is no archive', () => {
  it.each<[what: string, bytes: Buffer, kind: string]>([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a Git LFS pointer', Buffer.from(pointer), 'git-lfs-pointer'],
    ['an HTML page', Buffer.from('<!DOCTYPE html>\n<title>502 Bad Gateway</title>'), 'html-page'],
    ['an HTML page without a doctype', Buffer.from('\r\n <HTML><body>Log in</body></HTML>'), 'html-page'],
    ['an HTML page with a byte order mark', Buffer.from('\uFEFF<!doctype html><p>'), 'html-page'],
    ['an XML error of a storage', Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied'), 'html-page'],
    ['a long HTML page', Buffer.from(`<!doctype html>${'<p>'.repeat(300_000)}`), 'html-page'],
    ['text', Buffer.from('Not Found\n'), 'not-a-zip'],
    ['one byte', Buffer.from('P'), 'not-a-zip'],
    ['many zeros', Buffer.alloc(1_000_000), 'not-a-zip'],
    ['random bytes', noise(1_000_000), 'not-a-zip'],
    ['the first half of a wheel', good.subarray(0, good.length / 2), 'truncated'],
    ['a wheel without its last byte', good.subarray(0, -1), 'truncated'],
    ['the first four bytes of a wheel', good.subarray(0, 4), 'truncated'],
  ])('is told: %s', async (_, bytes, kind) => {
    const facts = await read(bytes);
    expect(facts).toMatchObject({
      size: bytes.length,
      name: { filename: goodName },
      memberCount: 0,
      distInfo: undefined,
      nativeMembers: [],
      problems: [{ kind, member: undefined, detail: expect.stringMatching(/^[a-z][^\n']+[^.\n]$/) }],
    });
    expect(facts.problems).toHaveLength(1);
  });
});
