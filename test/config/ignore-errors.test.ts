import { describe, expect, test } from 'vitest';
import { complaint, loadText } from './load.ts';

const file = 'wheelhouse-lint.toml';

function ignore(...lines: readonly string[]): string {
  return ['[[ignore]]', 'rule = "same-filename"', 'wheel = "six-*"', ...lines].join('\n');
}

describe('ignores', () => {
  test.each([
    ['without reason', ignore(), "the key 'ignore.0.reason' is missing."],
    [
      'with an empty reason',
      ignore('reason = " "'),
      "'ignore.0.reason' does not fit: a reason is needed, so that others know why.",
    ],
    [
      'with an unknown key',
      ignore('reson = "x"'),
      "there is no key 'ignore.0.reson'. Did you mean 'reason'?",
    ],
    [
      'with a text that is no day',
      ignore('reason = "x"', 'until = "soon"'),
      "'ignore.0.until' does not fit: a day is written 2027-01-31.",
    ],
    [
      'with a day that does not exist',
      ignore('reason = "x"', 'until = "2026-02-30"'),
      "'ignore.0.until' does not fit: a day is written 2027-01-31.",
    ],
    [
      'with a number for a day',
      ignore('reason = "x"', 'until = 2027'),
      "'ignore.0.until' has to be a date, not 2027.",
    ],
    ['in single brackets', '[ignore]', "'ignore' has to be a list of tables: write [[ignore]]."],
    [
      'for an unknown rule',
      '[[ignore]]\nrule = "WHL401"\nwheel = "x"\nreason = "x"\n[[ignore]]\nrule = "sames"\nwheel = "x"\nreason = "x"',
      "There is no rule 'sames'. 'wheelhouse-lint rules' lists them.",
    ],
    [
      'for several rules',
      '[[ignore]]\nrule = "WHL1"\nwheel = "x"\nreason = "x"',
      "An ignore names one rule, not 'WHL1'.",
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await complaint(text)).toBe(`${file}: ${expected}`);
  });
});

describe('the last day of an ignore', () => {
  test.each([
    ['a date', '2027-01-31'],
    ['a text', '"2027-01-31"'],
    ['a date with a time', '2027-01-31T12:00:00Z'],
  ])('may be %s', async (_name, until) => {
    const { ignores } = await loadText(ignore('reason = "x"', `until = ${until}`));
    expect(ignores).toMatchObject([{ code: 'WHL101', wheel: 'six-*', reason: 'x', until: '2027-01-31' }]);
  });
});
