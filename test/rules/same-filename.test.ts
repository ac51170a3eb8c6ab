import { createHash } from 'node:crypto';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import rule from '../../rules/same-filename.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = '[[wheel]]\nfilename = "six-1.17.0-py2.py3-none-any.whl"\nfiles = { "six.py" = "" }\n';
const bytes = await buildWheel(
  declareWheel({ filename: 'six-1.17.0-py2.py3-none-any.whl', files: { 'six.py': '' } }),
);
const own = createHash('sha256').update(bytes).digest('hex');
const other = 'b'.repeat(64);
const listed = (more: string) => `${wheel}[[index]]\nfilename = "six-1.17.0-py2.py3-none-any.whl"\n${more}\n`;

testRule(rule, {
  valid: [
    { name: 'the same sha256', wheelhouse: listed('sha256 = "same"\nsize = "same"') },
    { name: 'the same sha256, size not stated', wheelhouse: listed('sha256 = "same"') },
    { name: 'no such project on the index', wheelhouse: wheel },
    { name: 'no index was asked', wheelhouse: listed(`sha256 = "${other}"`), index: 'offline' },
    { name: 'the index did not answer', wheelhouse: listed(`sha256 = "${other}"`), index: 'unchecked' },
    {
      name: 'another version, another build, another label',
      wheelhouse: `${wheel}${[
        'six-1.17.1-py2.py3-none-any.whl',
        'six-1.17.0-1-py2.py3-none-any.whl',
        'six-1.17.0+x-py2.py3-none-any.whl',
      ]
        .map((filename) => `[[index]]\nfilename = "${filename}"\nsha256 = "${other}"\n`)
        .join('')}`,
    },
    {
      name: 'another spelling of the name is the business of same-priority',
      wheelhouse: `${wheel}[[index]]\nfilename = "Six-1.17.0-py2.py3-none-any.whl"\nsha256 = "${other}"\n`,
    },
  ],
  invalid: [
    {
      name: 'the same size and another hash gives both hashes',
      wheelhouse: listed(`sha256 = "${other}"\nsize = "same"`),
      findings: [
        {
          message: 'different',
          severity: 'warning',
          data: {
            index: 'https://index.example/pypi',
            indexSha256: other,
            sha256: own,
          },
        },
      ],
    },
    {
      name: 'another size is another file, without a hash of it',
      wheelhouse: listed(`sha256 = "${other}"\nsize = 5`),
      findings: [{ message: 'different', data: { indexSize: '5' } }],
    },
    {
      name: 'another size without any hash',
      wheelhouse: listed('size = 5'),
      findings: [{ message: 'different', data: { indexSize: '5' } }],
    },
    {
      name: 'no hash on the index',
      wheelhouse: listed(''),
      findings: [{ message: 'unknown', severity: 'warning' }],
    },
    {
      name: 'the same size and no hash leaves it open',
      wheelhouse: listed('size = "same"'),
      findings: [{ message: 'unknown' }],
    },
    {
      name: 'a file that the index has yanked loses, and is softer',
      wheelhouse: listed(`sha256 = "${other}"\nyanked = "broken"`),
      findings: [{ message: 'yanked', severity: 'info' }],
    },
  ],
});
