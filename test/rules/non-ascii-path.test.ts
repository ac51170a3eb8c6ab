import rule from '../../rules/non-ascii-path.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'ASCII', wheelhouse: declaredFiles(['a/b~c.txt', 'd e.py']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/é.txt']), options: { allow: ['a/*'] } },
  ],
  invalid: [
    {
      name: 'in a file and in a folder',
      wheelhouse: declaredFiles(['a/été.txt', 'ключ/a.txt', 'ключ/b.txt', 'plain.py']),
      findings: [
        { message: 'found', member: 'a/été.txt', data: { members: 'a/été.txt, ключ/a.txt, ключ/b.txt' } },
      ],
    },
  ],
});
