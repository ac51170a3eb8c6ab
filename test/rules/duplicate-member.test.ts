import rule from '../../rules/duplicate-member.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const filename = 'demo-1.0-py3-none-any.whl';
const named = (...names: readonly string[]) =>
  wheel(
    filename,
    `archive.members = [${names.map((name) => `{ name = ${JSON.stringify(name)} }`).join(', ')}]`,
  );

testRule(rule, {
  valid: [
    { name: 'no member', wheelhouse: wheel(filename) },
    { name: 'one name in two folders', wheelhouse: named('a/x.py', 'b/x.py', 'x.py') },
    { name: 'names that differ in case', wheelhouse: named('demo/A.py', 'demo/a.py') },
    { name: 'a folder and its file', wheelhouse: named('demo/', 'demo/a/', 'demo/a/b.py') },
    { name: 'a name that begins like a folder', wheelhouse: named('demo/a.py', 'demo/a', 'demo/ab/c.py') },
  ],
  invalid: [
    {
      name: 'one name twice',
      wheelhouse: named('demo/a.py', 'demo/b.py', 'demo/a.py', 'demo/a.py'),
      findings: [
        { message: 'twice', severity: 'error', member: 'demo/a.py', data: { members: 'demo/a.py' } },
      ],
    },
    {
      name: 'METADATA twice',
      wheelhouse: named('demo-1.0.dist-info/METADATA'),
      findings: [{ message: 'twice', member: 'demo-1.0.dist-info/METADATA' }],
    },
    {
      name: 'many names twice are one finding',
      wheelhouse: named('a', 'b', 'c', 'a', 'b', 'c'),
      findings: [{ message: 'twice', data: { members: 'a and 2 more' } }],
    },
    {
      name: 'a file under the name of a folder, however deep',
      wheelhouse: named('demo/a', 'x/y/z.py', 'demo/a/b/c/d.py', 'demo/a/e.py'),
      findings: [
        {
          message: 'file-and-folder',
          member: 'demo/a',
          data: { file: 'demo/a', members: 'demo/a/b/c/d.py' },
        },
      ],
    },
  ],
});
