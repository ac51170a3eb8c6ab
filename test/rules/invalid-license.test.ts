import rule from '../../rules/invalid-license.ts';
import { wheel, wheelWith } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const licensed = (version: string, lines: readonly string[], ...files: readonly string[]) =>
  wheel(
    'demo-1.0-py3-none-any.whl',
    `[wheel.dist-info]\nMETADATA = ${JSON.stringify([`Metadata-Version: ${version}`, ...lines, ''].join('\n'))}\n${files
      .map((file) => `"${file}" = "text"\n`)
      .join('')}`,
  );
const expression = (text: string) => licensed('2.4', [`License-Expression: ${text}`]);

testRule(rule, {
  valid: [
    { name: 'none', wheelhouse: wheel('demo-1.0-py3-none-any.whl') },
    { name: 'whatever License says', wheelhouse: licensed('2.1', ['License: anything', 'License: at all']) },
    {
      name: 'expressions',
      wheelhouse: [
        ...['MIT', 'mit or apache-2.0', '(MIT AND (GPL-2.0+ OR BSD-3-Clause))', 'LicenseRef-Our.Own'],
        ...['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-3.0'],
      ]
        .map(expression)
        .join(''),
    },
    {
      name: 'an empty License beside it',
      wheelhouse: licensed('2.4', ['License-Expression: MIT', 'License:']),
    },
    {
      name: 'files where they belong',
      wheelhouse: licensed(
        '2.4',
        ['License-File: LICENSE', 'License-File: vendor/LICENSE'],
        ...['licenses/LICENSE', 'licenses/vendor/LICENSE'],
      ),
    },
    {
      name: 'files where setuptools put them',
      wheelhouse: licensed('2.1', ['License-File: LICENSE'], 'LICENSE'),
    },
    {
      name: 'a broken archive, whose members are not known',
      wheelhouse: licensed('2.4', ['License-File: LICENSE']).replace(
        '[wheel.dist-info]',
        'damaged = ["demo-1.0.dist-info/WHEEL"]\n$&',
      ),
    },
    { name: 'no METADATA', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["METADATA"]') },
  ],
  invalid: [
    {
      name: 'expressions that are none',
      wheelhouse: [
        'Apache 2.0',
        'MIT OR',
        '(MIT',
        'MIT)',
        'AND MIT',
        'Nonsense',
        'MIT WITH Nonsense',
        'LicenseRef-a_b',
      ]
        .map(expression)
        .join(''),
      findings: [
        { message: 'expression', data: { reason: "AND or OR is missing between 'apache' and '2.0'" } },
        { message: 'expression', data: { reason: 'a license is missing at its end' } },
        { message: 'expression', data: { reason: "a '(' has no ')'" } },
        { message: 'expression', data: { reason: "a ')' has no '('" } },
        { message: 'expression', data: { reason: "a license is missing before 'and'" } },
        { message: 'expression', data: { reason: "'nonsense' is not a license that SPDX lists" } },
        { message: 'expression', data: { reason: "'nonsense' is not an exception that SPDX lists" } },
        { message: 'expression', data: { reason: "'licenseref-a_b' is not a license that SPDX lists" } },
      ],
    },
    {
      name: 'an empty one',
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 2.4', 'License-Expression:']),
      findings: [{ message: 'expression', data: { reason: 'it is empty' } }],
    },
    {
      name: 'License beside it',
      wheelhouse: licensed('2.4', ['License: MIT', 'License-Expression: MIT']),
      findings: [{ message: 'both', severity: 'warning', line: 2 }],
    },
    {
      name: 'files that are not there, or not where they belong',
      wheelhouse: licensed('2.4', ['License-File: LICENSE', 'License-File: NOTICE'], 'LICENSE'),
      findings: [{ message: 'missing', line: 2, data: { files: "LICENSE', 'NOTICE" } }],
    },
    {
      name: 'many of them',
      wheelhouse: licensed(
        '2.1',
        ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `License-File: ${name}`),
      ),
      findings: [{ message: 'left', severity: 'info', data: { files: "a', 'b', 'c', 'd', '2 more" } }],
    },
    {
      name: 'paths that lead elsewhere',
      wheelhouse: licensed('2.4', ['License-File: ../LICENSE', 'License-File: C:/x', 'License-File: LICEN*']),
      findings: [{ message: 'path', line: 2, data: { files: "../LICENSE', 'C:/x', 'LICEN*" } }],
    },
  ],
});
