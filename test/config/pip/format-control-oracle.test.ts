import fc from 'fast-check';
import * as v from 'valibot';
import { describe, it } from 'vitest';
import {
  allowedFormats,
  anyFormat,
  type FormatOption,
  restrictFormats,
} from '../../../src/config/pip/format-control.ts';
import { UsageError } from '../../../src/errors.ts';
import { expectSame, samples } from '../../packaging/differences.ts';
import { oracle } from './oracle.ts';

const answer = v.object({
  only: v.array(v.string()),
  no: v.array(v.string()),
  allowed: v.array(v.tuple([v.boolean(), v.boolean()])),
});

const option = fc.constantFrom<FormatOption>('only-binary', 'no-binary');
const name = fc.constantFrom(
  'six',
  'numpy',
  'Foo_Bar',
  'foo--bar',
  ':all:',
  ':none:',
  ':ALL:',
  ' six',
  '',
  '-x',
);
const value = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(','));
const uses = fc.array(fc.tuple(option, value), { maxLength: 4 });

describe.skipIf(oracle.missing !== undefined)(`beside pip's FormatControl (${oracle.label})`, () => {
  it('allows the same formats after any row of options', () => {
    const rows = samples(uses, 6000);
    const answers = oracle.ask(
      'formats',
      rows.map((row) => [row]),
      answer,
    );
    expectSame(rows, seenIn, (_, i) => answers[i]);
  });
});

function seenIn(row: readonly (readonly [FormatOption, string])[]): v.InferOutput<typeof answer> | null {
  try {
    const control = row.reduce((before, [own, text]) => restrictFormats(before, own, text), anyFormat);
    return {
      only: [...control.onlyBinary].sort(),
      no: [...control.noBinary].sort(),
      allowed: ['foo-bar', 'numpy', 'six'].map((project) => {
        const { wheels, sdists } = allowedFormats(control, project);
        return [wheels, sdists];
      }),
    };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
