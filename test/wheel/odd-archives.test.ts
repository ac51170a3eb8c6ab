import { describe, expect, it } from 'vitest';
import { elf } from '../../fixtures/binaries.ts';
import { type RawArchive, type RawMember, rawZip } from './raw-zip.ts';
import { members, noise, read } from './reading.ts';

const native: RawMember = { name: 'demo/x.so', content: elf() };
const good = { problems: [], memberCount: 4, distInfo: { metadata: { name: { value: 'demo' } } } };
const all = members([native]);
const each = (change: Partial<RawMember>) => all.map((member) => ({ ...member, ...change }));

describe('an archive of a rare shape', () => {
  it.each<[what: string, bytes: Buffer]>([
    ['zip64 end record', rawZip(all, { zip64: true })],
    ['zip64 numbers in each entry', rawZip(each({ zip64: true }))],
    ['zip64 all over', rawZip(each({ zip64: true }), { zip64: true })],
    ['data descriptors', rawZip(each({ descriptor: true }))],
    ['data descriptors of stored members', rawZip(each({ descriptor: true, method: 0 }))],
    ['a comment', rawZip(all, { comment: 'made by hand' })],
    ['a comment as long as the usual search', rawZip(all, { comment: 'x'.repeat(1002) })],
    ['a comment longer than the usual search', rawZip(all, { comment: 'x'.repeat(1003) })],
    ['the longest comment', rawZip(all, { comment: 'x'.repeat(0xffff) })],
    ['long extra fields in the local headers', rawZip(each({ localExtra: Buffer.alloc(5000) }))],
    [
      'zip64 and a comment that ends where the usual search begins',
      rawZip(all, { zip64: true, comment: 'x'.repeat(990) }),
    ],
    ['bytes behind its end record', Buffer.concat([rawZip(all), Buffer.from('x')])],
    ['zeros behind its end record', Buffer.concat([rawZip(all), Buffer.alloc(2000)])],
    [
      'zeros behind the longest comment',
      Buffer.concat([rawZip(all, { comment: 'x'.repeat(65_000) }), Buffer.alloc(9)]),
    ],
    ['folders among the members', rawZip([...all, { name: 'demo/', content: '' }])],
  ])('is read: %s', async (_, bytes) => {
    const facts = await read(bytes);
    expect(facts).toMatchObject(good);
    expect(facts.nativeMembers).toHaveLength(1);
  });

  it('is read as Python reads it where a name stands there twice: the last counts', async () => {
    const first = { name: 'demo-1.0.dist-info/METADATA', content: 'Name: first\n' };
    expect(await read(rawZip([first, ...all]))).toMatchObject({ ...good, memberCount: 5 });
  });

  it('is read with 70,000 members', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => ({ name: `demo/${i}.py`, method: 0 }));
    expect(await read(rawZip(members(many), { zip64: true }))).toMatchObject({
      ...good,
      memberCount: 70_003,
    });
  });

  it.each<[what: string, name: string | Buffer]>([
    ['a line feed', 'demo/a\nb.so'],
    ['an escape sequence', 'demo/\u001b[2J.so'],
    ['a zero byte', 'demo/\0.so'],
    ['a way out', '../../etc/x.so'],
    ['the root', '/etc/x.so'],
    ['backslashes', 'C:\\demo\\x.so'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x73, 0x6f])],
    ['other letters', 'demo/äß漢🎉.so'],
    ['60,000 bytes', `${'x'.repeat(60_000)}.so`],
  ])('is read with a member whose name has %s', async (_, name) => {
    const facts = await read(rawZip(members([{ ...native, name }])));
    expect(facts).toMatchObject({ ...good, nativeMembers: [{ member: name.toString() }] });
  });
});

describe('an archive whose directory cannot be right', () => {
  const broken = (change: RawArchive, others = all) => rawZip(others, change);

  it.each<[what: string, bytes: Buffer, detail: RegExp]>([
    ['a comment that is cut', rawZip(all, { comment: 'abc' }).subarray(0, -1), /states a longer comment/],
    ['a directory past the end', broken({ directoryOffset: 0x7fffffff }), /begins past the end/],
    ['a directory elsewhere', broken({ directoryOffset: 3 }), /^entry 1 of its directory cannot be read$/],
    ['an entry too many', broken({ count: 5 }), /^entry 5 of its directory cannot be read$/],
    ['a billion entries', broken({ count: 2 ** 30, zip64: true }), /^entry 5 of its directory/],
    ['a zip64 directory past all bounds', broken({ directoryOffset: 2 ** 60, zip64: true }), /past the end/],
    ['another disk', broken({ disk: 1 }), /split over several files/],
    ['another disk and zip64', broken({ disk: 1, zip64: true }), /split over several files/],
    [
      'two entries for the same bytes',
      broken({}, [native, ...each({ offset: 0 })]),
      /are the same bytes of the file$/,
    ],
    [
      'bytes in front',
      Buffer.concat([noise(100), rawZip(all)]),
      /^100 bytes stand in front of the archive: pip /,
    ],
  ])('is told: %s', async (_, bytes, detail) => {
    const { problems, memberCount } = await read(bytes);
    expect(problems).toEqual([
      { kind: 'directory', member: undefined, detail: expect.stringMatching(detail) },
    ]);
    expect(memberCount).toBe(0);
  });

  it('is told where two members out of order share bytes', async () => {
    const [a, b, c] = ['a.py', 'b.py', "it's.py"].map((name) => ({ name, content: name }));
    const { problems } = await read(
      rawZip([{ ...a, offset: 50 }, b, { ...c, offset: 50 }].map((m) => ({ name: '', ...m }))),
    );
    expect(problems).toMatchObject([{ detail: '"a.py" and "it’s.py" are the same bytes of the file' }]);
  });
});
