import { describe, expect, test } from 'vitest';
import { sarif } from '../../../src/report/sarif.ts';
import { context, hostileResult, notices, result, unchecked, usual } from '../samples.ts';
import { type Complaint, findMultitool, validate } from '../support/sarif-multitool.ts';

const multitool = findMultitool();
const path = 'path' in multitool ? multitool.path : '';
const skipped = 'missing' in multitool ? ` (skipped: ${multitool.missing})` : '';

/**
 * What cannot be had honestly: a reporter knows no repository (2003), and a finding about a wheel has no line of
 * text to show (2010, 2011, 2013).
 */
const unavoidable = ['SARIF2003', 'SARIF2010', 'SARIF2011', 'SARIF2013'];

const many = Array.from({ length: 180 }, (_, index) =>
  usual.map((finding) => ({
    ...finding,
    wheel: `${index}/${finding.wheel}`,
    fingerprint: `${index}${finding.fingerprint}`,
  })),
).flat();

describe.skipIf(path === '')(`Microsoft's SARIF validator${skipped}`, () => {
  test.each([
    ['nothing found', result([]), ['SARIF2003']],
    ['a usual run', result(usual, { ignored: 12, unchecked, notices }), unavoidable],
    ['accepted findings', result(usual.slice(2), { suppressed: usual.slice(0, 2) }), unavoidable],
    ['hostile wheels', hostileResult, unavoidable],
    ['900 results', result(many), unavoidable],
  ])(
    '%s: no error, no warning, and only the notes that cannot be avoided',
    { timeout: 60_000 },
    async (_name, given, notes) => {
      const complaints = await validate(path, await sarif(given, context({ suppressed: true })));
      expect(complaints.filter(({ level }) => level !== 'note')).toEqual([]);
      expect(kinds(complaints)).toEqual(notes);
    },
  );

  test('the validator does complain', { timeout: 60_000 }, async () => {
    const bad = (await sarif(result(usual), context()))
      .replaceAll('"startLine": 1,', '')
      .replaceAll('"wheels/', '"/wheels/');
    expect(kinds(await validate(path, bad))).toEqual(expect.arrayContaining(['GH1003', 'SARIF1004']));
  });
});

function kinds(complaints: readonly Complaint[]): string[] {
  return [...new Set(complaints.map(({ rule }) => rule))].sort();
}
