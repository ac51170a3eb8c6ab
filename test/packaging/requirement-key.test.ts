import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Marker } from '../../src/packaging/marker.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { requirementKey } from '../../src/packaging/requirement-key.ts';
import { requirementText } from './generators.ts';

function key(text: string): string {
  const parsed = parseRequirement(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return requirementKey(parsed.requirement);
}

describe('the same in other words', () => {
  test.each([
    ['Foo_Bar', 'foo.bar'],
    ['a>=1.0,<2', 'a (<2.0,>=1)'],
    ['a==1.0', 'a==1.0.0'],
    ['a==1.0RC1', 'a==1.0c1'],
    ['a>=1,>=1.0', 'a>=1'],
    ['a==1.0.*', 'a== 1.0.*'],
    ['a[x,Y]', 'a[y,x,X]'],
    ["a; os_name=='nt'", 'a ; "nt" == os_name'],
    ["a; python_version<'3.9'", "a; '3.9' > python_version"],
    ["a; extra=='X_y'", "a; extra == 'x-y'"],
    [
      "a; (os_name=='nt' and extra=='x') and python_version<'3'",
      "a; python_version<'3' and (extra=='x' and os_name=='nt')",
    ],
    ["a; os_name=='nt' or os_name=='nt'", "a; os_name=='nt'"],
    ["a; os.name=='nt'", "a; os_name=='nt'"],
  ])('%s is %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });
});

describe('not the same', () => {
  test.each([
    ['a', 'b'],
    ['a', 'a>=0'],
    ['a', 'a[x]'],
    ['a', "a; extra=='x'"],
    ['a~=1.0', 'a~=1.0.0'],
    ['a==1.0.*', 'a==1.0.0.*'],
    ['a==1.0', 'a===1.0'],
    ['a===1.0', 'a===1.0.0'],
    ['a==1.0', 'a==1.0+x'],
    ['a<1', 'a<=1'],
    ['a @ https://files.example/a', 'a @ https://files.example/b'],
    ["a; os_name=='NT'", "a; os_name=='nt'"],
    ["a; python_version<'3.9'", "a; python_version>'3.9'"],
    ["a; 'x' in os_name", "a; os_name in 'x'"],
    ["a; os_name=='nt' and extra=='x'", "a; os_name=='nt' or extra=='x'"],
    ["a; os_name=='nt' and (extra=='x' or extra=='y')", "a; (os_name=='nt' and extra=='x') or extra=='y'"],
  ])('%s and %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

test('no order makes a difference', () => {
  fc.assert(
    fc.property(requirementText, (text) => {
      const parsed = parseRequirement(text);
      fc.pre(parsed.ok);
      const { requirement } = parsed;
      const turned = {
        ...requirement,
        extras: [...requirement.extras].reverse(),
        specifiers: [...requirement.specifiers].reverse(),
        marker: requirement.marker && reversed(requirement.marker),
      };
      expect(requirementKey(turned)).toBe(requirementKey(requirement));
    }),
  );
});

function reversed(marker: Marker): Marker {
  if (marker.kind === 'compare') return marker;
  return { kind: marker.kind, terms: marker.terms.map(reversed).reverse() };
}
