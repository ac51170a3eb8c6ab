import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameTraits, traitsOf } from '../../../src/wheel/archive/member-names.ts';

/** The same, said slowly. */
function slowly(name: string): number {
  const segments = (name.length > 1 && name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  const isDots = (segment: string): boolean => segment === '.' || segment === '..';
  const isDevice = (segment: string): boolean =>
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³]) *$/i.test(segment.split('.')[0] ?? '');
  const facts: readonly [boolean, number][] = [
    [/[\0-\x1f\x7f-\x9f]/.test(name), nameTraits.control],
    [name.includes('\\'), nameTraits.backslash],
    [/[<>:"|?*]/.test(name), nameTraits.forbidden],
    [/[^\0-\x7f]/.test(name), nameTraits.nonAscii],
    [segments.some((segment) => segment === '' || isDots(segment)), nameTraits.roundabout],
    [segments.some((segment) => /[. ]$/.test(segment) && !isDots(segment)), nameTraits.looseEnd],
    [segments.some(isDevice), nameTraits.device],
  ];
  return facts.reduce((traits, [is, trait]) => (is ? traits | trait : traits), 0);
}

const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '.',
    '..',
    ' ',
    '\\',
    ':',
    'con',
    'NUL',
    'com1',
    'lpt³',
    'aux.',
    'prn ',
    'conin$',
    'conout$',
    'demo',
  ),
  fc.constantFrom(
    '\0',
    '\n',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u00a0',
    'ä',
    '漢',
    '🎉',
    '|',
    '{',
    '~',
    '0',
    'Z',
    '@',
    '`',
  ),
  fc.string({ maxLength: 3 }),
);

describe('what a name gives away', () => {
  it.each([
    '',
    '/',
    '//',
    'a/',
    'demo/__init__.py',
    'conin$.x',
    'conout$',
    'com1x',
  ])('is found in %j', (name) => {
    expect(traitsOf(name)).toBe(slowly(name));
  });

  it('is found in one pass as it is slowly', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(traitsOf(pieces.join(''))).toBe(slowly(pieces.join('')));
      }),
      { numRuns: 5000 },
    );
  });
});
