import { describe, expect, it } from 'vitest';
import { expandTags, formatTag, formatTagSet } from '../../src/packaging/tags.ts';

const set = { pythons: ['py2', 'py3'], abis: ['none'], platforms: ['linux_x86_64', 'win32'] };

describe('compressed tag sets', () => {
  it('stand for every combination of their parts', () => {
    expect(expandTags(set).map(formatTag)).toEqual([
      'py2-none-linux_x86_64',
      'py2-none-win32',
      'py3-none-linux_x86_64',
      'py3-none-win32',
    ]);
  });

  it('are written as in a file name', () => {
    expect(formatTagSet(set)).toBe('py2.py3-none-linux_x86_64.win32');
  });
});
