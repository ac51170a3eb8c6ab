import { describe, expect, it } from 'vitest';
import { readWheelFile } from '../../src/wheel/dist-info/wheel-file.ts';

const read = (text: string) => readWheelFile('demo-1.0.dist-info/WHEEL', text);

describe('WHEEL', () => {
  it('gives its fields, and tags with their lines', () => {
    const text =
      'Wheel-Version: 1.0\nGenerator: g (1)\nRoot-Is-Purelib: false\nTag: py2-none-any\nTag: py3-none-any\n';
    expect(read(`${text}Build: 1cc\n`)).toEqual({
      member: 'demo-1.0.dist-info/WHEEL',
      wheelVersion: '1.0',
      generator: 'g (1)',
      rootIsPurelib: false,
      tags: [
        { text: 'py2-none-any', line: 4 },
        { text: 'py3-none-any', line: 5 },
      ],
      build: '1cc',
    });
  });

  it.each([
    ['true', true],
    ['True', true],
    ['FALSE', false],
    ['purelib', undefined],
    ['', undefined],
  ])('takes Root-Is-Purelib %j for %j', (value, expected) => {
    expect(read(`Root-Is-Purelib: ${value}\n`).rootIsPurelib).toBe(expected);
  });

  it('says nothing of an empty text', () => {
    expect(read('')).toEqual({ member: 'demo-1.0.dist-info/WHEEL', tags: [] });
  });
});
