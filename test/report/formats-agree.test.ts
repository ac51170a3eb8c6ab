import { expect, test } from 'vitest';
import { formatNames, reporters } from '../../src/report/index.ts';
import { context, hostileResult, manyFindings, result, unchecked } from './samples.ts';
import { countsOf } from './support/read-reports.ts';

const many = result(manyFindings(1000), { unchecked });

test.each(formatNames)('%s has the same 1,000 findings', async (name) => {
  const report = await (await reporters[name]())(many, context());
  const { errors, warnings, infos } = many.summary;
  expect(errors + warnings + infos).toBe(1000);
  expect(countsOf[name](report)).toEqual({ error: errors, warning: warnings, info: infos });
});

test.each(formatNames)('%s lists errors alone where that is wanted', async (name) => {
  const report = await (await reporters[name]())(many, context({ quiet: true }));
  expect(countsOf[name](report)).toEqual({ error: many.summary.errors, warning: 0, info: 0 });
});

test.each(
  formatNames,
)('%s has as many findings when all names are hostile, and nothing raw', async (name) => {
  const report = await (await reporters[name]())(hostileResult, context());
  const expected = { error: hostileResult.summary.errors, warning: 0, info: 0 };
  // Hostile paths have blanks, which a line of `concise` is not looked through for.
  if (name !== 'concise') expect(countsOf[name](report)).toEqual(expected);
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});

test.each(formatNames)('%s says in its report, or aloud, that something was not checked', async (name) => {
  const said: string[] = [];
  const notice = (sentence: string): void => void said.push(sentence);
  const report = await (await reporters[name]())(many, context({ notice }));
  expect(`${report}${said.join('')}`).toMatch(/HTTP 503 after 3 tries|could not be checked completely/);
});

test.each(formatNames)('%s: the same input gives the same bytes', async (name) => {
  const report = await reporters[name]();
  expect(await report(structuredClone(hostileResult), context())).toBe(
    await report(structuredClone(hostileResult), context()),
  );
});
