import { describe, expect, it } from 'vitest';
import { elf } from '../../fixtures/binaries.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import { type RawMember, rawZip } from './raw-zip.ts';
import { counted, goodName, location, members, noise } from './reading.ts';

const mebibyte = 1024 ** 2;
const native: RawMember = { name: 'demo/x.so', content: Buffer.concat([elf(), noise(3 * mebibyte)]) };
const big: RawMember = { name: 'demo/weights.npz', content: noise(5 * mebibyte) };
const many = Array.from({ length: 2000 }, (_, i) => ({
  name: `demo/${i}${'x'.repeat(60)}.py`,
  content: `${i}`,
}));

describe('reads of the disk', () => {
  it.each<[shape: string, all: RawMember[], reads: number]>([
    ['a small wheel', members([{ name: 'demo.py', content: 'x' }]), 1],
    ['a wheel of 200 KB', members([{ name: 'demo.npz', content: noise(200_000) }]), 1],
    ['a large wheel with its dist-info at the end', members([big]), 1],
    ['a large wheel with its dist-info in front', [...members(), big], 2],
    ['a large wheel with its dist-info in the middle', [big, ...members(), { ...big, name: 'b.npz' }], 2],
    ['a large wheel that begins with a native member', members([native, big]), 2],
    ['a large wheel with a native member before its dist-info', [native, ...members(), big], 3],
    ['a directory longer than 128 KiB', members([...many, big]), 3],
    ['a directory longer than 128 KiB and the dist-info in front', [...members(), big, ...many], 3],
  ])('are few for %s', async (_, all, reads) => {
    const { source, count } = counted(bufferSource(rawZip(all)));
    const facts = await readWheel(location(goodName), async () => source);
    expect(facts).toMatchObject({
      problems: [],
      memberCount: all.length,
      distInfo: { wheel: { rootIsPurelib: true } },
    });
    expect(facts.nativeMembers).toHaveLength(all.includes(native) ? 1 : 0);
    expect(count.reads).toBeLessThanOrEqual(reads);
    expect(count.bytes).toBeLessThan(mebibyte);
  });

  it('are few for native members that stand close together', async () => {
    const content = Buffer.concat([elf(), noise(10_000)]);
    const natives = Array.from({ length: 200 }, (_, i) => ({ name: `demo/${i}.so`, content }));
    const { source, count } = counted(bufferSource(rawZip(members([...natives, big]))));
    const facts = await readWheel(location(goodName), async () => source);
    expect(facts.nativeMembers).toHaveLength(200);
    expect(count.reads).toBeLessThanOrEqual(3);
  });

  it('end with the file closed, whatever is in it', async () => {
    for (const bytes of [rawZip(members()), Buffer.from('no zip'), Buffer.alloc(0)]) {
      let closed = 0;
      const close = async () => {
        closed += 1;
      };
      await readWheel(location(goodName), async () => ({ ...bufferSource(bytes), close }));
      expect(closed).toBe(1);
    }
  });
});
