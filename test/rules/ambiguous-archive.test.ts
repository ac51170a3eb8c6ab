import { describe, expect, test } from 'vitest';
import { type RawArchive, type RawMember, rawZip } from '../../fixtures/raw-zip.ts';
import rule from '../../rules/ambiguous-archive.ts';
import { members } from '../wheel/reading.ts';
import { expectComplete, findingsOf } from './archive/findings-of.ts';

const all = members([{ name: 'demo.py', content: 'A = 1\n' }]);
const wheel = (archive: RawArchive, others: readonly RawMember[] = all): Buffer => rawZip(others, archive);
const odd: readonly [what: string, bytes: Buffer, messages: readonly string[]][] = [
  ['another size of the directory', wheel({ directorySize: 7 }), ['directory-size']],
  ['bytes behind the directory', wheel({ gap: 3 }), ['directory-gap']],
  ['an entry less than there is', wheel({ count: all.length - 1 }), ['directory-gap']],
  ['two counts', wheel({ countOnDisk: 1 }), ['entry-count']],
  ['two counts of zip64', wheel({ countOnDisk: 1, zip64: true }), ['entry-count']],
  ['two counts of the usual record', twoCounts(), ['entry-count', 'zip64-conflict']],
  ['several disks', severalDisks(), ['zip64-record']],
  ['bytes behind the directory and zip64', wheel({ gap: 3, zip64: true }), ['directory-gap']],
  ['a longer zip64 record', wheel({ zip64: true, extensible: Buffer.alloc(20) }), ['extensible-data']],
  [
    'an end record that contradicts that of zip64',
    wheel({ zip64: true, legacyCount: 1 }),
    ['zip64-conflict'],
  ],
  ['a directory on another disk', wheel({ directoryDisk: 1 }), ['disk-number']],
  ['a comment that no text is', wheel({ comment: 'PK\u0003\u0004' }), ['archive-comment']],
  ['another archive in the comment', wheel({ comment: wheel({}) }), ['directory-gap']],
  ['bytes behind the end record', Buffer.concat([wheel({}), Buffer.from('    ')]), ['trailing-bytes']],
  [
    'bytes behind the longest comment, and zip64',
    Buffer.concat([wheel({ zip64: true, comment: 'x'.repeat(60_000) }), Buffer.from('x')]),
    ['trailing-bytes'],
  ],
  ['zeros behind the end record', Buffer.concat([wheel({}), Buffer.alloc(3000)]), ['trailing-zeros']],
  ['two zip64 records', twoZip64Records(), ['zip64-record']],
];

/** The locator points at the first of two records that are alike. */
function twoZip64Records(): Buffer {
  const bytes = wheel({ zip64: true });
  const record = bytes.subarray(-98, -42);
  return Buffer.concat([bytes.subarray(0, -98), record, record, bytes.subarray(-42)]);
}

function twoCounts(): Buffer {
  const bytes = wheel({ zip64: true });
  bytes.writeUInt16LE(1, bytes.length - 12);
  return bytes;
}

function severalDisks(): Buffer {
  const bytes = wheel({ zip64: true });
  bytes.writeUInt32LE(2, bytes.length - 26);
  return bytes;
}

describe('WHL603 ambiguous-archive', () => {
  test.each<[string, Buffer]>([
    ['a usual archive', wheel({})],
    ['zip64', wheel({ zip64: true })],
    ['zip64 that repeats the usual count', wheel({ zip64: true, legacyCount: all.length })],
    ['a comment', wheel({ comment: 'made by hand\r\n\tgrüße' })],
    ['members that lie', wheel({}, [{ name: 'x', header: { crc: 1 }, comment: 'c' }, ...all])],
  ])('is quiet: %s', async (_, bytes) => {
    expect(await findingsOf(rule, bytes)).toEqual([]);
  });

  test.each(odd)('reports: %s', async (_, bytes, messages) => {
    const findings = await findingsOf(rule, bytes);
    expect(findings.map(({ messageId }) => messageId)).toEqual(messages);
    expect(findings[0]).toMatchObject({ severity: 'error', member: null });
  });

  test('every message is shown', () =>
    expectComplete(
      rule,
      odd.flatMap(([, , messages]) => messages),
    ));

  test('tells what PyPI refuses, where it is asked for that only', async () => {
    const quiet = odd.filter(([, , [message]]) => message === 'zip64-conflict' || message === 'disk-number');
    expect(quiet).toHaveLength(2);
    for (const [, bytes] of quiet) expect(await findingsOf(rule, bytes, { readers: ['pypi'] })).toEqual([]);
    expect(await findingsOf(rule, wheel({ gap: 1 }), { readers: ['pypi'] })).toHaveLength(1);
    expect(await findingsOf(rule, wheel({ gap: 1 }), { readers: [] })).toEqual([]);
  });
});
