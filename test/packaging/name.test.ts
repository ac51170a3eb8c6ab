import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidName, normalizeName } from '../../src/packaging/name.ts';

describe('normalizeName', () => {
  it.each(['Foo.Bar', 'foo_bar', 'FOO-BAR', 'foo-._-bar', 'foo--bar'])('makes foo-bar of %s', (name) => {
    expect(normalizeName(name)).toBe('foo-bar');
  });

  it('leaves a normal name as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => normalizeName(normalizeName(text)) === normalizeName(text)));
  });
});

describe('isValidName', () => {
  it.each(['a', 'A1', '7zip', 'zope.interface', 'a--b', 'a._-b'])('accepts %s', (name) => {
    expect(isValidName(name)).toBe(true);
  });

  it.each(['', '-', 'a-', '-a', '_a', 'a.', 'a b', 'é', 'a\n', 'a+b'])('refuses %j', (name) => {
    expect(isValidName(name)).toBe(false);
  });

  it('takes no time for a long name', () => {
    expect(isValidName(`${'a-'.repeat(500_000)}`)).toBe(false);
    expect(isValidName(`${'a-'.repeat(500_000)}a`)).toBe(true);
  });
});
