import rule from '../../rules/ambiguous-name.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const member = (more: string) => wheel('demo-1.0-py3-none-any.whl', `archive.members = [${more}]`);

testRule(rule, {
  valid: [
    { name: 'other letters with the flag', wheelhouse: member('{ name = "grüße.py" }') },
    { name: 'plain letters without it', wheelhouse: member('{ name = "gruesse.py", flags = 0 }') },
    {
      name: 'a second name that is the first',
      wheelhouse: member('{ name = "a.py", unicode-path = "a.py" }'),
    },
    { name: 'an empty second name', wheelhouse: member('{ name = "a.py", unicode-path = "" }') },
  ],
  invalid: [
    {
      name: 'other letters without the flag',
      wheelhouse: member('{ name = "grüße.py", flags = 0 }, { name = "漢.py", flags = 2 }'),
      findings: [
        {
          message: 'flagless',
          severity: 'error',
          member: 'grüße.py',
          data: { members: 'grüße.py and 1 more' },
        },
      ],
    },
    {
      name: 'bytes that are not UTF-8, flag or not',
      // The declaration is text: what stands for a byte that cannot be read is such a byte to the rule.
      wheelhouse: member('{ name = "gr\ufffde.py" }, { name = "\ufffd", flags = 0 }'),
      findings: [{ message: 'undecodable', severity: 'error', data: { members: 'gr\ufffde.py and 1 more' } }],
    },
    {
      name: 'another second name',
      wheelhouse: member('{ name = "demo/a.py", unicode-path = "demo/b.py" }'),
      findings: [
        {
          message: 'unicode-path',
          severity: 'error',
          member: 'demo/a.py',
          data: { members: 'demo/a.py', other: 'demo/b.py' },
        },
      ],
    },
  ],
});
