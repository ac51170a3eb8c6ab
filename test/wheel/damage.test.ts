import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elf } from '../../fixtures/binaries.ts';
import type { WheelFacts } from '../../src/wheel/facts.ts';
import { rawZip } from './raw-zip.ts';
import { members, noise, read } from './reading.ts';

const small = rawZip(
  members([
    { name: 'demo/__init__.py', content: 'x = 1\n'.repeat(50) },
    { name: 'demo/x.so', content: Buffer.concat([elf(), noise(500)]) },
    { name: 'demo/y.so', content: Buffer.concat([elf(), noise(500)]), method: 0, descriptor: true },
  ]),
  { comment: 'a comment' },
);
const large = rawZip(members([{ name: 'demo/x.so', content: Buffer.concat([elf(), noise(300_000)]) }]), {
  zip64: true,
});

/** Facts that reports can print: few problems, each a clause. */
function expectSound({ problems, size, nativeMembers }: WheelFacts, bytes: Buffer): void {
  expect(size).toBe(bytes.length);
  expect(problems.length).toBeLessThan(10);
  expect(nativeMembers.length).toBeLessThan(10);
  for (const { detail } of problems) expect(detail).toMatch(/^[a-z"][^'\r\n]*$/);
}

const wheel = fc.constantFrom(small, large);
/** A place near an end, where the headers are, or anywhere. */
const place = fc.oneof(
  fc.nat({ max: 700 }),
  fc.nat({ max: 700 }).map((back) => -1 - back),
  fc.nat(),
);
const at = (bytes: Buffer, index: number) => ((index % bytes.length) + bytes.length) % bytes.length;

describe('a damaged wheel', () => {
  it('is read to its end if it is cut at any byte, and has a problem', async () => {
    for (let end = 0; end < small.length; end += 1) {
      const bytes = small.subarray(0, end);
      const facts = await read(bytes);
      expectSound(facts, bytes);
      expect(facts.problems.map(({ kind }) => kind)).toHaveLength(1);
    }
  });

  it('is read if a large one is cut anywhere', async () => {
    const cut = fc.nat({ max: large.length - 1 });
    await fc.assert(
      fc.asyncProperty(cut, async (end) => {
        const facts = await read(large.subarray(0, end));
        expectSound(facts, large.subarray(0, end));
        expect(facts.problems).toHaveLength(1);
      }),
    );
  });

  it('is read if any run of bytes is replaced', async () => {
    const change = fc.record({ wheel, place, bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async ([first, ...others]) => {
        const damaged = Buffer.from(first?.wheel ?? small);
        for (const one of [first, ...others])
          if (one !== undefined) Buffer.from(one.bytes).copy(damaged, at(damaged, one.place));
        expectSound(await read(damaged), damaged);
      }),
      { numRuns: 3000 },
    );
  });

  it('is read if a number of its headers is as large as it can be', async () => {
    for (let start = 0; start + 4 <= small.length; start += 1) {
      const damaged = Buffer.from(small);
      damaged.fill(0xff, start, start + 4);
      expectSound(await read(damaged), damaged);
    }
  });

  it('is read if it is nothing but random bytes with an end record', async () => {
    const bytes = fc.tuple(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 18, maxLength: 18 }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async ([front, end]) => {
        const whole = Buffer.concat([front, Buffer.from('PK\u0005\u0006'), end.fill(0, 16)]);
        expectSound(await read(whole), whole);
      }),
      { numRuns: 500 },
    );
  });
});
