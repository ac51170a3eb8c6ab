import rule from '../../rules/many-files.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const wheelhouse = declaredFiles(['a.py', 'b.py']);

testRule(rule, {
  valid: [
    { name: 'a usual wheel', wheelhouse },
    { name: 'just as many', wheelhouse, options: { max: 5 } },
    {
      name: 'a project that may have more',
      wheelhouse,
      options: { max: 1, projects: { demo: { max: 10 } } },
    },
  ],
  invalid: [
    {
      name: 'one too many',
      wheelhouse,
      options: { max: 4 },
      findings: [{ message: 'found', data: { count: '5', max: '4' } }],
    },
  ],
});
