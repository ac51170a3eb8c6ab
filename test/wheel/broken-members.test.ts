import { describe, expect, it } from 'vitest';
import { type RawMember, rawZip } from './raw-zip.ts';
import { members, read } from './reading.ts';

const metadata = 'demo-1.0.dist-info/METADATA';
const text = 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n';

/** Problems in short, of a wheel whose METADATA is changed. */
async function problemsWith(change: Partial<RawMember>): Promise<string[]> {
  const all = members().map((member) => (member.name === metadata ? { ...member, ...change } : member));
  return problemsOf(all);
}

async function problemsOf(all: readonly RawMember[]): Promise<string[]> {
  const { problems } = await read(rawZip(all));
  return problems.map(({ kind, member, detail }) => `${[kind, member].filter(Boolean).join(' ')}: ${detail}`);
}

describe('a member that cannot be read', () => {
  it.each<[what: string, change: Partial<RawMember>, problem: string]>([
    ['encrypted', { flags: 1 }, `encrypted ${metadata}: it is encrypted`],
    [
      'of method 12',
      { method: 12 },
      `compression ${metadata}: it is compressed with method 12, not stored or deflated`,
    ],
    [
      'of method 93',
      { method: 93 },
      `compression ${metadata}: it is compressed with method 93, not stored or deflated`,
    ],
    ['of a wrong CRC', { crc: 1 }, `damaged ${metadata}: its checksum is wrong`],
    ['of a wrong CRC and stored', { crc: 1, method: 0 }, `damaged ${metadata}: its checksum is wrong`],
    [
      'no deflated data',
      { data: Buffer.from([7, 7, 7]) },
      `damaged ${metadata}: its compressed data cannot be inflated`,
    ],
    ['data cut short', { compressedSize: 5 }, `damaged ${metadata}: its compressed data cannot be inflated`],
    [
      'smaller than it states',
      { size: 99 },
      `lying-size ${metadata}: it states 99 bytes and inflates to ${text.length}`,
    ],
    [
      'larger than it states',
      { size: 10 },
      `lying-size ${metadata}: it states 10 bytes and inflates to more`,
    ],
    ['larger than nothing', { size: 0 }, `lying-size ${metadata}: it states 0 bytes and inflates to more`],
    [
      'stored in another size',
      { size: 10, method: 0 },
      `lying-size ${metadata}: it states 10 bytes and inflates to ${text.length}`,
    ],
    [
      'of a huge stated size',
      { size: 0xfffffff0 },
      `too-large ${metadata}: it states 4294967280 bytes, more than the 16777216 that are read`,
    ],
    ['elsewhere', { offset: 7 }, `damaged ${metadata}: its local header is not where the directory says`],
    [
      'past the end',
      { offset: 0x7fffffff },
      `damaged ${metadata}: the directory points past the end of the file`,
    ],
  ])('is told: METADATA %s', async (_, change, problem) => {
    expect(await problemsWith(change)).toEqual([problem]);
  });

  it('leaves the others to be read', async () => {
    const all = members().map((member) => (member.name === metadata ? { ...member, crc: 1 } : member));
    const { distInfo } = await read(rawZip(all));
    expect(distInfo).toMatchObject({
      metadata: undefined,
      wheel: { rootIsPurelib: true },
    });
  });

  it('is told once where many are encrypted', async () => {
    const secret = (name: string) => ({ name, content: 'x', flags: 1 });
    expect(await problemsOf(members(['a.py', 'b.py', 'c.py'].map(secret)))).toEqual([
      'encrypted a.py: it is encrypted and 2 more',
    ]);
    expect(await problemsOf(members([{ name: 'a.py', content: 'x', flags: 0x41 }]))).toEqual([
      'encrypted: it is encrypted',
    ]);
  });
});
