import rule from '../../rules/duplicate-content.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const text = 'a = 1\n'.repeat(2000);

testRule(rule, {
  valid: [
    { name: 'other content', wheelhouse: declaredFiles({ 'a.py': text, 'b.py': `${text}b = 2\n` }) },
    {
      name: 'empty files',
      wheelhouse: declaredFiles({ 'a.py': '', 'b.py': '' }),
      options: { 'min-size': 0 },
    },
    { name: 'small files', wheelhouse: declaredFiles({ 'a.py': 'a = 1', 'b.py': 'a = 1' }) },
    {
      name: 'a licence in every __init__.py',
      wheelhouse: declaredFiles({ 'a/__init__.py': text, 'a/b/__init__.py': text }),
    },
    {
      name: 'licences in dist-info folders',
      wheelhouse: declaredFiles({
        'demo-1.0.dist-info/LICENSE': text,
        'demo-1.0.dist-info/NOTICE.txt': text,
        'demo/_vendor/six-1.0.dist-info/LICENSE': text,
      }),
    },
    { name: 'libraries', wheelhouse: declaredFiles({ 'a/x.so': text, 'a/y.so.1': text, 'a/z.pyd': text }) },
    {
      name: 'an allowed copy',
      wheelhouse: declaredFiles({ 'a.py': text, 'sub/b.py': text }),
      options: { allow: ['sub/**'] },
    },
  ],
  invalid: [
    {
      name: 'two files',
      wheelhouse: declaredFiles({ 'foo.py': text, 'foo/duplicate.py': text }),
      findings: [
        {
          message: 'found',
          member: 'foo/duplicate.py',
          data: { size: '12 kB', members: 'foo/duplicate.py' },
        },
      ],
    },
    {
      name: 'three, of which two are too many',
      wheelhouse: declaredFiles({ 'foo.py': text, 'foo/a.py': text, 'foo/bar.py': 'b', 'foo/c.py': text }),
      findings: [{ message: 'found', data: { size: '24 kB', members: 'foo/a.py, foo/c.py' } }],
    },
    {
      name: 'a script in the data folder',
      wheelhouse: declaredFiles({ 'foo/__main__.py': text, 'demo-1.0.data/scripts/command': text }),
      findings: [{ message: 'found', member: 'demo-1.0.data/scripts/command' }],
    },
    {
      name: 'small files, asked for',
      wheelhouse: declaredFiles({ 'a.py': 'a = 1', 'b.py': 'a = 1' }),
      options: { 'min-size': '1 B' },
      findings: [{ message: 'found', data: { size: '5 bytes' } }],
    },
  ],
});
