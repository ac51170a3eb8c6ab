import { describe, expect, test } from 'vitest';
import { type RawMember, rawZip, u16, u64 } from '../../fixtures/raw-zip.ts';
import rule from '../../rules/pypi-refusal.ts';
import { members } from '../wheel/reading.ts';
import { expectComplete, findingsOf } from './archive/findings-of.ts';

const plain: RawMember = { name: 'demo.py', content: 'A = 1\n', method: 0 };
const wheel = (change: Partial<RawMember>): Buffer => rawZip(members([{ ...plain, ...change }]));
const zip64 = (...numbers: readonly number[]): Buffer =>
  Buffer.concat([u16(1, numbers.length * 8), u64(...numbers)]);
const path = (...bytes: readonly number[]): Buffer =>
  Buffer.concat([u16(0x7075, 5 + bytes.length), Buffer.alloc(5), Buffer.from(bytes)]);
const full = 0xffffffff;

const odd: readonly [what: string, bytes: Buffer, message: string][] = [
  ['a data descriptor', wheel({ descriptor: true }), 'streamed-member'],
  ['a comment on a member', wheel({ comment: 'x' }), 'member-comment'],
  ['a few bytes behind the extra field', wheel({ localExtra: u16(9, 0, 7) }), 'pypi-extra'],
  ['an extra field that is cut', wheel({ localExtra: u16(9, 1) }), 'pypi-extra'],
  ['two Unicode paths', wheel({ localExtra: Buffer.concat([path(97), path(97)]) }), 'pypi-extra'],
  ['a Unicode path that is none', wheel({ localExtra: path(0xff) }), 'pypi-extra'],
  ['a Unicode path that cannot be printed', wheel({ localExtra: path(7) }), 'pypi-extra'],
  ['zip64 of an odd length', wheel({ localExtra: Buffer.concat([u16(1, 4), u16(0, 0)]) }), 'pypi-extra'],
  [
    'an empty zip64 where one is needed',
    wheel({ header: { size: full }, localExtra: zip64() }),
    'pypi-extra',
  ],
  ['half of a zip64', wheel({ method: 8, header: { size: full }, localExtra: zip64(6) }), 'pypi-extra'],
  ['zip64 that says something else', wheel({ localExtra: zip64(6, 7) }), 'pypi-extra'],
];

describe('WHL612 pypi-refusal', () => {
  test.each<[string, Buffer]>([
    ['a usual archive', rawZip(members([plain]))],
    ['sizes in zip64', wheel({ header: { size: full, compressedSize: full }, localExtra: zip64(6, 6) })],
    ['one size of a stored member in zip64', wheel({ header: { size: full }, localExtra: zip64(6) })],
    ['an empty zip64 without a need', wheel({ localExtra: zip64() })],
    ['a Unicode path', wheel({ unicodePath: 'grüße.py' })],
    ['a part twice that PyPI does not read', wheel({ localExtra: u16(9, 0, 9, 0) })],
  ])('is quiet: %s', async (_, bytes) => {
    expect((await findingsOf(rule, bytes)).map(({ message }) => message)).toEqual([]);
  });

  test.each(odd)('reports: %s', async (_, bytes, message) => {
    const findings = await findingsOf(rule, bytes);
    expect(findings).toMatchObject([{ messageId: message, severity: 'error', member: 'demo.py' }]);
  });

  test('every message is shown', () =>
    expectComplete(rule, ['size', ...odd.map(([, , message]) => message)]));

  test('a file past the limit is a warning, since a project can have a higher one', async () => {
    const bytes = wheel({ content: Buffer.alloc(1024 * 1024) });
    expect(await findingsOf(rule, bytes, { limit: 0.5 })).toMatchObject([
      { messageId: 'size', severity: 'warning', data: { size: '1.0', limit: '0.5' } },
    ]);
    expect(await findingsOf(rule, bytes, { limit: 1.5 })).toEqual([]);
  });
});
