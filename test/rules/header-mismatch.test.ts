import { describe, expect, test } from 'vitest';
import { type RawMember, rawZip, u16, u32, u64 } from '../../fixtures/raw-zip.ts';
import rule from '../../rules/header-mismatch.ts';
import { members } from '../wheel/reading.ts';
import { expectComplete, findingsOf } from './archive/findings-of.ts';

const content = 'A = 1\n';
const plain: RawMember = { name: 'demo.py', content, method: 0 };
const wheel = (change: Partial<RawMember>, others: readonly RawMember[] = members()): Buffer =>
  rawZip([{ ...plain, ...change }, ...others]);
/** A zip64 part of a local header. */
const zip64 = (...numbers: readonly number[]): Buffer =>
  Buffer.concat([u16(1, numbers.length * 8), u64(...numbers)]);
const full = 0xffffffff;
const hidden: RawMember = { name: 'hidden.py', content, unlisted: true };

const odd: readonly [what: string, bytes: Buffer, messages: readonly string[], data?: object][] = [
  [
    'an offset where nothing begins',
    wheel({ offset: 1 }),
    ['missing-header', 'hidden-bytes'],
    { members: 'demo.py' },
  ],
  [
    'another name',
    wheel({ headerName: 'other.py' }),
    ['other-name'],
    { detail: 'its header says "other.py"' },
  ],
  ['a longer name', wheel({ headerName: 'x'.repeat(3000) }), ['other-name']],
  [
    'another size',
    wheel({ header: { size: 5 } }),
    ['other-size'],
    { detail: '6 bytes for 5 and 6 bytes for 6' },
  ],
  ['another compressed size', wheel({ header: { compressedSize: 5 } }), ['other-size']],
  ['another size in zip64', wheel({ header: { size: full }, localExtra: zip64(5) }), ['other-size']],
  ['another checksum', wheel({ header: { crc: 1 } }), ['other-checksum']],
  ['another method', wheel({ header: { method: 8 } }), ['other-method'], { detail: '8 and 0' }],
  ['another flag', wheel({ header: { flags: 0x800 } }), ['other-flags'], { detail: '2048 and 0' }],
  ['an extra field that is cut', wheel({ localExtra: u16(1, 9) }), ['header-extra']],
  ['an extra part twice', wheel({ localExtra: u16(9, 0, 9, 0) }), ['header-extra']],
  ['zip64 without a need', wheel({ localExtra: zip64(1, 2) }), ['header-extra']],
  ['zip64 that is missing', wheel({ header: { size: full } }), ['header-extra']],
  [
    'a member that is not listed, in front',
    rawZip([hidden, plain, ...members()]),
    ['unlisted-member'],
    { detail: '47 bytes stand at the beginning of the file' },
  ],
  [
    'members that are not listed, behind others',
    rawZip([plain, hidden, ...members(), hidden]),
    ['unlisted-member'],
    { detail: '47 bytes stand behind "demo.py", and 1 more' },
  ],
  [
    'bytes in front',
    wheel({ before: Buffer.from('#!/bin/sh\n') }),
    ['hidden-bytes'],
    { detail: '10 bytes stand at the beginning of the file' },
  ],
  [
    'bytes between members',
    rawZip([plain, { ...plain, name: 'b', before: Buffer.alloc(100_000) }, ...members()]),
    ['hidden-bytes'],
    { detail: '100000 bytes stand behind "demo.py"' },
  ],
  ['data that reaches too far', wheel({ compressedSize: 20, size: 20 }), ['overlap'], { members: 'demo.py' }],
  [
    'a header inside of another',
    rawZip([plain, { name: 'b', absent: true, offset: 3 }, ...members()]),
    ['overlap', 'missing-header'],
  ],
  ['no data descriptor', wheel({ descriptor: Buffer.alloc(0) }), ['data-descriptor']],
  ['a wrong data descriptor', wheel({ descriptor: u32(0x08074b50, 1, 6, 6) }), ['data-descriptor']],
  [
    'bytes behind the data descriptor',
    rawZip([{ ...plain, descriptor: true }, { ...hidden }, ...members()]),
    ['unlisted-member'],
  ],
];

describe('WHL605 header-mismatch', () => {
  test.each<[string, Buffer]>([
    ['a usual archive', wheel({})],
    [
      'deflated members and folders',
      rawZip([{ name: 'demo/', method: 0 }, ...members([{ name: 'demo/a.py', content }])]),
    ],
    ['members in another order than the directory', rawZip(swapped())],
    ['sizes in zip64', wheel({ header: { size: full, compressedSize: full }, localExtra: zip64(6, 6) })],
    ['sizes that zip64 repeats', wheel({ localExtra: zip64(6, 6) })],
    [
      'a part that nobody reads, and bytes that are too few for one',
      wheel({ localExtra: Buffer.concat([u16(9, 2, 7), u16(1)]) }),
    ],
    ['a long extra field', wheel({ localExtra: Buffer.concat([u16(9, 30_000), Buffer.alloc(30_000)]) })],
    ['a data descriptor', wheel({ descriptor: true })],
    ['a data descriptor without signature', wheel({ descriptor: Buffer.concat([crc(), u32(6, 6)]) })],
    [
      'a data descriptor of 64 bits',
      wheel({ descriptor: Buffer.concat([u32(0x08074b50), crc(), u64(6, 6)]) }),
    ],
    ['and one of these without signature', wheel({ descriptor: Buffer.concat([crc(), u64(6, 6)]) })],
    ['flags of the compression', wheel({ header: { flags: 6 } })],
    ['no member but those of dist-info', rawZip(members())],
    [
      'two thousand members',
      rawZip(members(Array.from({ length: 2000 }, (_, i) => ({ ...plain, name: `${i}` })))),
    ],
  ])('is quiet: %s', async (_, bytes) => {
    expect((await findingsOf(rule, bytes)).map(({ message }) => message)).toEqual([]);
  });

  test.each(odd)('reports: %s', async (_, bytes, messages, data = {}) => {
    const findings = await findingsOf(rule, bytes);
    expect(findings.map(({ messageId }) => messageId).sort()).toEqual([...messages].sort());
    expect(findings.find(({ messageId }) => messageId === messages[0])).toMatchObject({
      severity: 'error',
      data,
    });
  });

  test('every message is shown', () =>
    expectComplete(
      rule,
      odd.flatMap(([, , messages]) => messages),
    ));

  test('a fault of every member is one finding', async () => {
    const all = members(
      Array.from({ length: 1500 }, (_, i) => ({ ...plain, name: `${i}`, header: { crc: 1 } })),
    );
    expect(await findingsOf(rule, rawZip(all))).toMatchObject([{ data: { members: '0 and 1499 more' } }]);
  });

  test('tells what PyPI refuses, where it is asked for that only', async () => {
    const only = { readers: ['pypi'] };
    expect(await findingsOf(rule, wheel({ header: { crc: 1 } }), only)).toEqual([]);
    expect(await findingsOf(rule, wheel({ header: { size: 5 } }), only)).toHaveLength(1);
  });
});

function crc(): Buffer {
  // The directory of a usual archive says it: the 16th byte of its first entry.
  const bytes = rawZip([plain]);
  const at = bytes.indexOf(u32(0x02014b50));
  return bytes.subarray(at + 16, at + 20);
}

/** The last entry of the directory stands first in the file. */
function swapped(): RawMember[] {
  const first: RawMember = { ...plain, name: 'a.py' };
  return [
    { ...first, unlisted: true },
    ...members([{ ...plain, name: 'b.py' }]),
    { ...first, absent: true, offset: 0 },
  ];
}
