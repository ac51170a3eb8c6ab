import rule from '../../rules/mixed-extensions.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'one suffix for each kind',
      wheelhouse: declaredFiles(['a.yml', 'b/c.yml', 'd.txt', 'e.html', 'f.py']),
    },
    {
      name: 'another suffix is allowed',
      wheelhouse: declaredFiles(['a.yml', 'b/c.yaml']),
      options: { allow: ['b/**'] },
    },
    { name: 'suffixes of other kinds', wheelhouse: declaredFiles(['a.jpg', 'a.png', 'a.md', 'a.rst']) },
  ],
  invalid: [
    {
      name: 'two',
      wheelhouse: declaredFiles(['a.yml', 'b.yaml', 'c/d.yaml']),
      findings: [{ message: 'found', member: 'b.yaml', data: { suffixes: '.yaml (2), .yml (1)' } }],
    },
    {
      name: 'in another case',
      wheelhouse: declaredFiles(['a.txt', 'b.TXT', 'c.text']),
      findings: [{ message: 'found', data: { suffixes: '.TXT (1), .text (1), .txt (1)' } }],
    },
    {
      name: 'of several kinds',
      wheelhouse: declaredFiles(['a.cc', 'b.cpp', 'c.jpg', 'd.jpeg']),
      findings: [
        { message: 'found', data: { suffixes: '.cc (1), .cpp (1)' } },
        { message: 'found', data: { suffixes: '.jpeg (1), .jpg (1)' } },
      ],
    },
  ],
});
