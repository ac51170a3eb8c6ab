import { describe, expect, it } from 'vitest';
import { type DynamicElf, dynamicElf } from '../../../fixtures/elf-writer.ts';
import { type GlibcPromise, judge } from '../../../src/wheel/native/promise-verdict.ts';
import { promisesOf } from '../../../src/wheel/native/tag-promise.ts';

const needing = (version: string): DynamicElf => ({
  needed: ['libc.so.6'],
  versions: { 'libc.so.6': [version] },
});

function promised(platform: string): GlibcPromise {
  const promise = promisesOf([platform]).find((each) => each.kind === 'glibc');
  if (promise === undefined) throw new Error(`${platform} promises no glibc`);
  return promise;
}

/** @param length of the start that is shown: all but the note by default, if there is one */
function verdict(options: DynamicElf, length?: number) {
  const bytes = Buffer.from(dynamicElf(options));
  const note = bytes.indexOf('GNU\0') - 12;
  const shown = length ?? (note > 0 ? note : bytes.length);
  return judge(bytes.subarray(0, shown), bytes.length, promised('manylinux_2_17_x86_64'));
}

describe('what the start of a member tells of a promise', () => {
  it('is all that it needs, where that is too much', () => {
    expect(verdict(needing('GLIBC_2.28'))).toEqual({ broken: [{ family: 'GLIBC', numbers: [2, 28] }] });
    expect(verdict(needing('GLIBC_2.17'))).toBe('kept');
  });

  it('is a doubt where versions are too new and a note may name a level of processors', () => {
    expect(verdict({ ...needing('GLIBC_2.28'), isaLevel: 3 })).toBe('doubtful');
  });

  it('is a doubt where a note does', () => {
    expect(verdict({ ...needing('GLIBC_2.17'), isaLevel: 3 }, 1_000_000)).toBe('doubtful');
  });

  it('is nothing before the version needs', () => {
    expect(verdict(needing('GLIBC_2.28'), 200)).toBeUndefined();
    expect(verdict(needing('GLIBC_2.28'), 10)).toBeUndefined();
  });
});
