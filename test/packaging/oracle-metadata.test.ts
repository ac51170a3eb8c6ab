import fc from 'fast-check';
import * as v from 'valibot';
import { describe, it } from 'vitest';
import { licenseExpressionProblem } from '../../src/packaging/license-expression.ts';
import { valueChecks } from '../../src/packaging/metadata-values.ts';
import { isLicensePath } from '../../src/wheel/dist-info/license-files.ts';
import { expectSame, samples } from './differences.ts';
import { oracle } from './oracle.ts';

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const joined = (separator: string, part: fc.Arbitrary<string>, most = 5) =>
  fc.array(part, { minLength: 1, maxLength: most }).map((parts) => parts.join(separator));

const license = joined(
  ' ',
  pick(
    ...[
      'MIT',
      'mit',
      'Apache-2.0',
      'GPL-2.0+',
      'GPL-3.0-only',
      'LicenseRef-Our',
      'licenseref-a_b',
      'LicenseRef-',
    ],
    ...[
      'AND',
      'or',
      'OR',
      'WITH',
      'with',
      '(',
      ')',
      '(MIT',
      'MIT)',
      '((',
      'Nonsense',
      'Classpath-exception-2.0',
    ],
    ...['Apache', '2.0', '+', 'MIT+', 'MIT AND BSD-3-Clause', '(MIT OR Zlib)'],
  ),
  7,
);

const parameter = pick(
  ...[
    'charset=UTF-8',
    'charset="UTF-8"',
    'charset=utf-8',
    'Charset=UTF-8',
    'variant=GFM',
    'variant="CommonMark"',
  ],
  ...['variant=x', 'VARIANT=GFM', 'other=x'],
);
const contentType = fc
  .tuple(
    pick(
      'text/markdown',
      'text/plain',
      'text/x-rst',
      'TEXT/Markdown',
      'text/html',
      'text',
      'markdown',
      'text/rst',
    ),
    fc.uniqueArray(parameter, { maxLength: 2, selector: (text) => text.slice(0, 3).toLowerCase() }),
    pick(';', '; '),
  )
  .map(([type, parameters, separator]) => [type, ...parameters].join(separator));

const name = joined('', pick('a', 'B', '1', '-', '.', '_', ' ', 'é', '--'), 6);
const dynamic = pick(
  'Name',
  'version',
  'Metadata-Version',
  'Requires-Dist',
  'license',
  'Home-page',
  'x',
  'Requires',
);
const importName = joined(
  '',
  pick('a', '_b', '1', '.', 'class', 'match', 'None', 'é', '-', ';', ' ; ', 'private', ' private', 'public'),
);
const path = joined('', pick('LICENSE', 'a', '/', '..', '*', '\\', 'C:/', ' ', '//', './', '/.'));

describe.skipIf(oracle.missing !== undefined)(`beside Python's packaging (${oracle.label})`, () => {
  it('takes the same license expressions', () => {
    const texts = samples(license, 4000);
    const answers = oracle.ask({ license: texts.map((text) => [text]) }, 'license', v.boolean());
    expectSame(
      texts,
      (text) => licenseExpressionProblem(text) === undefined,
      (_, i) => answers[i] === true,
    );
  });

  it.each([
    ['description-content-type', contentType],
    ['provides-extra', name],
    ['dynamic', dynamic],
    ['import-name', importName],
    ['import-namespace', importName],
    ['license-file', path],
  ] as const)('takes the same values of %s', (field, texts) => {
    const values = samples(texts, 2000)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const answers = oracle.ask({ field: values.map((value) => [field, value]) }, 'field', v.boolean());
    const check = valueChecks.get(field);
    expectSame(
      values,
      (value) => (check === undefined ? isLicensePath(value) : check(value) === undefined),
      (_, i) => answers[i] === true,
    );
  });
});
