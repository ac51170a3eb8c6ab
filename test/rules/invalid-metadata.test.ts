import rule from '../../rules/invalid-metadata.ts';
import { wheel, wheelWith, wheelWithMetadata } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const member = 'demo-1.0.dist-info/METADATA';
const head = ['Metadata-Version: 2.4', 'Name: demo', 'Version: 1.0'];

testRule(rule, {
  valid: [
    { name: 'made by a backend', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'requires = ["six"]') },
    {
      name: 'fields that may stand often, and folded ones',
      wheelhouse: wheelWithMetadata(
        ...['Classifier: A :: B', 'Classifier: A :: C', 'License: first', '        second', ' ', '  third'],
        ...['Requires-Dist: six', 'CLASSIFIER: A :: D', '', 'Text'],
      ),
    },
    { name: 'letters beyond ASCII', wheelhouse: wheelWithMetadata('Author: Jürgen 漢字 \uFFFD', '', 'ß') },
    {
      name: 'carriage returns',
      wheelhouse: wheelWithMetadata('Summary: a\r', 'Author: b\r', '\r', 'Text\r'),
    },
    {
      name: 'a description about METADATA',
      wheelhouse: wheelWithMetadata('Requires-Dist: six', '', '```', 'Requires-Dist: numpy', '```'),
    },
    {
      name: 'such a description behind a license',
      wheelhouse: wheelWithMetadata('Requires-Dist: six', 'License: MIT', '', 'Requires-Dist: numpy'),
    },
    {
      name: 'a description without a blank line before it',
      wheelhouse: wheelWithMetadata('Requires-Dist: six', 'This is demo.', '', 'Note: it is good.'),
    },
    {
      name: 'extras that are declared, in other spellings',
      wheelhouse: wheelWithMetadata(
        'Provides-Extra: Foo_Bar',
        "Requires-Dist: six; extra == 'foo-bar'",
        "Requires-Dist: six; extra == 'none' or sys_platform == 'linux'",
        "Requires-Dist: six; extra != 'other'",
      ),
    },
    { name: 'no METADATA', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["METADATA"]') },
  ],
  invalid: [
    {
      name: 'bytes of Latin-1',
      wheelhouse: wheelWith('METADATA', ['latin-1:', ...head, 'Author: ascii', 'Maintainer: Jürgen']),
      findings: [{ message: 'encoding', severity: 'warning', member, line: 5 }],
    },
    {
      name: 'a byte order mark',
      wheelhouse: wheelWith('METADATA', ['\uFEFFMetadata-Version: 2.4', 'Name: demo', 'Version: 1.0']),
      findings: [{ message: 'mark', line: 1 }],
    },
    {
      name: 'a license that was pasted in, with a blank line',
      wheelhouse: wheelWithMetadata(
        'License: BSD',
        '        All rights',
        '',
        'You may',
        'Requires-Dist: numpy',
      ),
      findings: [{ message: 'lost', line: 6, data: { field: 'Requires-Dist' } }],
    },
    {
      name: 'a line that is no header',
      wheelhouse: wheelWithMetadata('License: BSD', 'All rights', 'Classifier: A :: B', '', 'Text'),
      findings: [{ message: 'lost', line: 5, data: { field: 'Classifier' } }],
    },
    {
      name: 'lines of no field',
      wheelhouse: wheelWith('METADATA', [' folded', ...head, ': nothing']),
      findings: [{ message: 'skipped', severity: 'info', line: 1, data: { line: '" folded"' } }],
    },
    {
      name: 'fields that stand twice',
      wheelhouse: wheelWithMetadata('Summary: a', 'SUMMARY: b', 'Summary: c', 'License: x', 'License: y'),
      findings: [
        { message: 'twice', line: 5, data: { field: 'Summary' } },
        { message: 'twice', line: 8, data: { field: 'License' } },
      ],
    },
    {
      name: 'extras that are not declared, each once',
      wheelhouse: wheelWithMetadata(
        'Provides-Extra: test',
        "Requires-Dist: six; extra == 'dev'",
        "Requires-Dist: idna; extra == 'dev'",
        "Requires-Dist: attrs; sys_platform == 'linux' and extra == 'all'",
      ),
      findings: [
        { message: 'undeclared', line: 5, data: { extra: 'dev', requirement: "six; extra == 'dev'" } },
        { message: 'undeclared', line: 7, data: { extra: 'all' } },
      ],
    },
  ],
});
