import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageData } from '../../../src/report/html/collect.ts';
import { Catalog } from '../../../src/report/html/page/catalog.ts';
import {
  groupings,
  hashOf,
  isPlain,
  plainView,
  type View,
  viewOf,
} from '../../../src/report/html/page/view.ts';
import { context, result, usual } from '../samples.ts';

const views: fc.Arbitrary<View> = fc.record({
  query: fc.string({ unit: 'grapheme' }),
  severities: fc.subarray([0, 1, 2], { minLength: 1 }).map((places) => new Set(places)),
  rule: fc.string(),
  project: fc.string(),
  folder: fc.string(),
  baseline: fc.boolean(),
  grouping: fc.constantFrom(...groupings),
  page: fc.nat(999),
  finding: fc.string(),
});

test('an address brings back the view that made it', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(viewOf(hashOf(view))).toEqual(view);
    }),
  );
});

test('any address is some view', () => {
  fc.assert(
    fc.property(fc.string(), (hash) => {
      const { page, grouping } = viewOf(hash);
      expect(page).toBeGreaterThanOrEqual(0);
      expect(groupings).toContain(grouping);
    }),
  );
  expect(isPlain(viewOf('#severity=none&page=-3&group=odd'))).toBe(false);
  expect(viewOf('#findings')).toEqual(plainView);
  expect(hashOf(plainView)).toBe('');
});

describe('the list', () => {
  const catalog = new Catalog(pageData(result(usual.slice(1), { suppressed: usual.slice(0, 1) }), context()));
  const shown = (change: Partial<View>) =>
    catalog.select({ ...plainView, ...change }).map((finding) => catalog.ruleOf(finding));

  test.each<[string, Partial<View>, string[]]>([
    [
      'everything but the baseline',
      {},
      ['missing-local-label', 'same-filename', 'unsorted-tags', 'nvidia-requirement'],
    ],
    ['words of any place, in any order', { query: 'PYPI  six different' }, []],
    ['words of the message and the wheel', { query: 'index.example SIX' }, ['same-filename']],
    ['a member', { query: 'dist-info/metadata' }, ['nvidia-requirement']],
    ['a code', { query: 'whl302' }, ['missing-local-label']],
    ['a severity', { severities: new Set([0]) }, ['unsorted-tags']],
    ['a project', { project: 'torch' }, ['nvidia-requirement']],
    ['a folder that there is not', { folder: 'wheel' }, []],
    ['the baseline as well', { baseline: true, project: 'cffi' }, ['missing-local-label', 'native-in-any']],
    [
      'groups by the alphabet',
      { grouping: 'rule' },
      ['missing-local-label', 'nvidia-requirement', 'same-filename', 'unsorted-tags'],
    ],
    [
      'the gravest first',
      { grouping: 'severity', baseline: true },
      ['native-in-any', 'missing-local-label', 'same-filename', 'nvidia-requirement', 'unsorted-tags'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(shown(change)).toEqual(expected);
  });

  test('a finding is found whatever the filters say', () => {
    const id = usual[0]?.fingerprint ?? '';
    const view = catalog.viewOfFinding(id, { ...plainView, query: 'nothing like it' }, 2);
    expect(view).toMatchObject({ finding: id, query: '', baseline: true, page: 2 });
    expect(catalog.viewOfFinding('none', plainView, 2)).toBeUndefined();
  });
});
