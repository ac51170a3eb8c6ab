import rule from '../../rules/false-size.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const member = (more: string) => wheel('demo-1.0-py3-none-any.whl', `archive.members = [{ ${more} }]`);

testRule(rule, {
  valid: [
    { name: 'a true size', wheelhouse: member('name = "a", text = "abc", method = 0') },
    { name: 'an empty member', wheelhouse: member('name = "a"') },
    { name: 'an empty folder', wheelhouse: member('name = "a/", method = 0') },
    { name: 'as much as deflate can make', wheelhouse: member('name = "a", text = "abc", size = 5160') },
    {
      name: 'an encrypted member',
      wheelhouse: member('name = "a", text = "abc", method = 0, size = 2, flags = 1'),
    },
  ],
  invalid: [
    {
      name: 'a stored member that says less',
      wheelhouse: member('name = "a", text = "abc", method = 0, size = 2'),
      findings: [
        {
          message: 'stored',
          severity: 'error',
          member: 'a',
          data: { members: 'a', size: '2', compressed: '3' },
        },
      ],
    },
    {
      name: 'a stored member that says more',
      wheelhouse: member('name = "a", text = "abc", method = 0, size = 4'),
      findings: [{ message: 'stored', data: { size: '4', compressed: '3' } }],
    },
    {
      name: 'more than deflate can make',
      wheelhouse: member('name = "a", text = "abc", size = 5161'),
      findings: [{ message: 'deflated', data: { members: 'a', size: '5161', compressed: '5' } }],
    },
    {
      name: 'a folder with contents',
      wheelhouse: member('name = "demo/", text = "abc", method = 0'),
      findings: [{ message: 'folder', member: 'demo/', data: { members: 'demo/', size: '3' } }],
    },
  ],
});
