import { describe, expect, test } from 'vitest';
import { sarif } from '../../../src/report/sarif.ts';
import {
  context,
  hostile,
  hostileResult,
  manyFindings,
  notices,
  result,
  unchecked,
  usual,
} from '../samples.ts';
import { type Complaint, findMultitool, validate } from '../support/sarif-multitool.ts';
import { atLines, lineContext, metadataExcerpt, recipe, recipeContext, repository } from './golden.ts';

const multitool = findMultitool();
const path = 'path' in multitool ? multitool.path : '';
const skipped = 'missing' in multitool ? ` (skipped: ${multitool.missing})` : '';

/**
 * What cannot be had honestly: outside of a repository there is none to name (2003), and a finding about a wheel has
 * no line of text to show (2010, 2011, 2013).
 */
const unavoidable = ['SARIF2003', 'SARIF2010', 'SARIF2011', 'SARIF2013'];

const excerpts = new Map(hostile.map((finding) => [finding, { ...metadataExcerpt, text: finding.message }]));
const recipes = new Map(hostile.map(({ wheel }) => [wheel, recipe]));

describe.skipIf(path === '')(`Microsoft's SARIF validator${skipped}`, { timeout: 120_000 }, () => {
  test.each([
    ['nothing found', result([]), context({ repository })],
    ['findings at lines of text', result(atLines, { ignored: 12, unchecked, notices }), lineContext()],
    ['findings at recipes', result(usual, { ignored: 12, unchecked, notices }), recipeContext()],
  ])('golden: %s: not an error, not a warning, not a note', async (_name, given, details) => {
    expect(await validate(path, await sarif(given, details))).toEqual([]);
  });

  test.each([
    ['a usual run', result(usual, { ignored: 12, unchecked, notices }), context()],
    [
      'accepted findings',
      result(usual.slice(2), { suppressed: usual.slice(0, 2) }),
      context({ suppressed: true }),
    ],
    ['hostile wheels', hostileResult, context()],
    [
      'hostile wheels at lines',
      hostileResult,
      context({ repository, scanning: { category: 'a', recipes: new Map(), excerpts } }),
    ],
    [
      'hostile wheels at recipes',
      hostileResult,
      context({ repository, scanning: { category: 'a', recipes, excerpts } }),
    ],
    ['900 results', result(manyFindings(900)), context({ repository })],
  ])('%s: no error, no warning, and only the notes that cannot be avoided', async (_name, given, details) => {
    const complaints = await validate(path, await sarif(given, details));
    expect(complaints.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(unavoidable).toEqual(expect.arrayContaining(kinds(complaints)));
  });

  test('the validator does complain', async () => {
    const bad = (await sarif(result(usual), context()))
      .replaceAll('"startLine": 1,', '')
      .replaceAll('"wheels/', '"/wheels/');
    expect(kinds(await validate(path, bad))).toEqual(expect.arrayContaining(['GH1003', 'SARIF1004']));
  });
});

function kinds(complaints: readonly Complaint[]): string[] {
  return [...new Set(complaints.map(({ rule }) => rule))].sort();
}
