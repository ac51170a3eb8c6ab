import rule from '../../rules/space-in-path.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'none', wheelhouse: declaredFiles(['a/b_c.txt']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/b c.txt']), options: { allow: ['a/*'] } },
  ],
  invalid: [
    {
      name: 'in a file and in a folder',
      wheelhouse: declaredFiles(['a/b c.txt', 'd e/f.txt', 'plain.py']),
      findings: [{ message: 'found', member: 'a/b c.txt', data: { members: 'a/b c.txt, d e/f.txt' } }],
    },
  ],
});
