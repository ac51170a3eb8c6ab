import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeTerminal } from '../../src/report/escape.ts';

describe('escapeTerminal', () => {
  test.each([
    ['\x1b[31mred', '\\x1b[31mred'],
    ['\x9b31m', '\\x9b31m'],
    ['\x00\x07\x7f\x85', '\\x00\\x07\\x7f\\x85'],
    ['a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u202a\u202e\u2066\u2069\u200e\u200f\u061c', '\\u202a\\u202e\\u2066\\u2069\\u200e\\u200f\\u061c'],
    ['\u200b\u200d\u2060\ufeff\u00ad\u3164', '\\u200b\\u200d\\u2060\\ufeff\\xad\\u3164'],
    ['\u0600\ufff9', '\\u0600\\ufff9'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ufffe\ufdd0\u{1ffff}', '\\ufffe\\ufdd0\\u{1ffff}'],
    ['\ud800 \udc00 \u{1f600}', '\\ud800 \\udc00 \u{1f600}'],
    ['::error::x', '\\x3a:error::x'],
    ['  ::error::x', '  \\x3a:error::x'],
    ['x ##[group]y ##vso[task]z', 'x #\\x23[group]y #\\x23vso[task]z'],
    ['std::vector ## title', 'std::vector ## title'],
    ['ünï 日本 \\ [x](y)', 'ünï 日本 \\ [x](y)'],
    ['', ''],
  ])('%j is shown as %s', (text, shown) => {
    expect(escapeTerminal(text)).toBe(shown);
  });

  test('leaves nothing that moves, hides or reorders, and nothing to escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = escapeTerminal(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(shown).not.toMatch(/^\s*::/);
        expect(escapeTerminal(shown)).toBe(shown);
      }),
    );
  });
});
