import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { requirementText } from './generators.ts';
import { requirement } from './parsed.ts';

const accepted: [text: string, project: string, extras: string[], specifiers: string[], url?: string][] = [
  ['six', 'six', [], []],
  ['  Zope.Interface_X  ', 'zope-interface-x', [], []],
  ['a', 'a', [], []],
  ['6', '6', [], []],
  ['six>=1', 'six', [], ['>=1']],
  ['six >= 1 , < 2', 'six', [], ['>=1', '<2']],
  ['six(>=1)', 'six', [], ['>=1']],
  ['six ( >=1, !=1.5.* , )', 'six', [], ['>=1', '!=1.5']],
  ['six ()', 'six', [], []],
  ['six>=1,', 'six', [], ['>=1']],
  ['six===1.0+whatever', 'six', [], ['===1.0+whatever']],
  ['six===1.0,<2', 'six', [], ['===1.0', '<2']],
  ['six==1.0+cc', 'six', [], ['==1.0+cc']],
  ['six[]', 'six', [], []],
  ['six[Foo_Bar]', 'six', ['foo-bar'], []],
  ['six [ a , b.c ] >= 1', 'six', ['a', 'b-c'], ['>=1']],
  ['six\t[a]\t==1', 'six', ['a'], ['==1']],
  ['six @ https://example.org/six.whl', 'six', [], [], 'https://example.org/six.whl'],
  ['six[a]@file:///six;x', 'six', ['a'], [], 'file:///six;x'],
  [
    'six @ git+ssh://git@host/r.git@v1#egg=six ; os_name=="nt"',
    'six',
    [],
    [],
    'git+ssh://git@host/r.git@v1#egg=six',
  ],
];

describe('parseRequirement', () => {
  it.each(accepted)('reads %j', (text, project, extras, clauses, url) => {
    const parsed = requirement(text);
    expect(parsed).toMatchObject({ text: text.trim(), project, extras, url });
    expect(parsed.specifiers.map((clause) => clause.operator + clause.text)).toEqual(clauses);
  });

  it.each([
    ['demo', []],
    ['demo; os_name == "nt"', []],
    ['demo; extra == "Fast.IO" and (extra == "b" or extra == "fast-io")', ['fast-io', 'b']],
    ['demo; extra != "a"', []],
  ])('knows the extras that %j is for', (text, extras) => {
    expect(requirement(text)).toMatchObject({ markerExtras: extras });
  });

  it('reads the marker behind a specifier, extras or a blank and a URL', () => {
    const left = { kind: 'variable', name: 'os_name' };
    const marker = { kind: 'compare', left, operator: '==', right: { kind: 'literal', text: 'nt' } };
    for (const start of ['six', 'six>=1', 'six (>=1)', 'six[a]', 'six @ https://example.org ']) {
      expect(requirement(`${start}; os_name == 'nt'`).marker).toEqual(marker);
      expect(requirement(`${start};os_name=="nt"`).marker).toEqual(marker);
    }
    expect(requirement('six').marker).toBeUndefined();
  });

  it('has the same parts when its own text is read again', () => {
    fc.assert(
      fc.property(requirementText, (text) => {
        const first = parseRequirement(text);
        if (!first.ok) return;
        const { project, extras, specifiers, url, text: own } = first.requirement;
        expect(requirement(own)).toEqual(first.requirement);
        const clauses = specifiers.map(
          (clause) => `${clause.operator}${clause.text}${clause.wildcard ? '.*' : ''}`,
        );
        const rebuilt = `${project}[${extras.join(',')}]${url === undefined ? clauses.join(',') : `@ ${url}`}`;
        expect(requirement(rebuilt)).toMatchObject({ project, extras, specifiers, url });
      }),
      { numRuns: 1000 },
    );
  });
});
