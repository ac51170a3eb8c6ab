import { describe, expect, it } from 'vitest';
import { type RawMember, rawZip, u16, u32 } from '../../../fixtures/raw-zip.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import type { FramingFault } from '../../../src/wheel/archive/framing/fault.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { counted, goodName, location, members, noise } from '../reading.ts';

const mebibyte = 1024 ** 2;
const big = (name: string): RawMember => ({ name, content: noise(mebibyte), method: 0 });

/** What is found, and what was read for it. */
async function frame(bytes: Buffer, parts: readonly 'framing'[] = ['framing']) {
  const { source, count } = counted(bufferSource(bytes));
  let faults: readonly FramingFault[] = [];
  await readWheel(location(goodName), async () => source, {
    parts: new Set(parts),
    wants: (part) => parts.some((asked) => asked === part),
    visit: ({ headerFaults }) => {
      faults = headerFaults;
    },
  });
  return { faults, count };
}

describe('the framing of an archive', () => {
  it('is not read unless a rule asks for it', async () => {
    const bytes = rawZip(members([big('a.py'), big('b.py'), big('c.py')]));
    const { faults, count } = await frame(bytes, []);
    expect(faults).toEqual([]);
    expect(count.reads).toBe(1);
  });

  it('makes one read of a file of usual size, and none of the parts before the end otherwise', async () => {
    const bytes = rawZip(members([{ name: 'a.bin', content: noise(200 * 1024), method: 0 }]));
    expect(await frame(bytes)).toMatchObject({ faults: [], count: { reads: 1, bytes: bytes.length } });
    const { count } = await frame(bytes, []);
    expect(count.bytes).toBeLessThan(bytes.length / 2);
  });

  it('takes one read for each member that lies far from the others, and not its contents', async () => {
    const many = Array.from({ length: 20 }, (_, i) => big(`demo/${i}`));
    const { faults, count } = await frame(rawZip(members(many)));
    expect(faults).toEqual([]);
    expect(count.reads).toBeLessThanOrEqual(21);
    expect(count.bytes).toBeLessThan(mebibyte / 4);
  });

  it('takes few reads for members that lie close together', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ name: `demo/${i}.py`, content: noise(300) }));
    const bytes = rawZip(members(many));
    expect(bytes.length).toBeGreaterThan(mebibyte);
    const { faults, count } = await frame(bytes);
    expect(faults).toEqual([]);
    // Members, directory and dist-info; 512 members at a time.
    expect(count.reads).toBeLessThanOrEqual(10);
  });

  it('takes none where the file is in memory', async () => {
    const { count } = await frame(rawZip(members([{ name: 'demo.py', content: 'x' }])));
    expect(count.reads).toBe(1);
  });

  it('reads no byte twice for headers that claim each other', async () => {
    // A local header every 30 bytes, each with the longest name and extra field, and an entry for each.
    const header = Buffer.concat([u32(0x04034b50), Buffer.alloc(22), u16(0xffff, 0xffff)]);
    const count = 3000;
    const entries: RawMember[] = Array.from({ length: count }, (_, i) => ({
      name: `${i}`,
      absent: true,
      offset: i * header.length,
    }));
    const front: RawMember = { name: 'x', unlisted: true, before: Buffer.concat(Array(count).fill(header)) };
    const bytes = rawZip([front, big('padding'), ...members(), ...entries]);
    const { faults, count: done } = await frame(bytes);
    expect(faults.map(({ kind, count: times }) => [kind, times > 1])).toContainEqual(['overlap', true]);
    expect(done.bytes).toBeLessThan(bytes.length * 2);
  });

  it('is told as a problem where the file ends while it is read', async () => {
    const bytes = rawZip(members([big('a.py'), big('b.py')]));
    const whole = bufferSource(bytes);
    const read: typeof whole.read = (start, length) =>
      start < mebibyte ? bufferSource(Buffer.alloc(0)).read(start, length) : whole.read(start, length);
    const { problems } = await readWheel(location(goodName), async () => ({ ...whole, read }), {
      parts: new Set(['framing']),
      wants: (part) => part === 'framing',
      visit: () => undefined,
    });
    expect(problems).toMatchObject([{ kind: 'truncated' }]);
  });
});
