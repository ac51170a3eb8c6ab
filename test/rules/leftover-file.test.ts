import rule from '../../rules/leftover-file.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'files that are called alike',
      wheelhouse: declaredFiles(['a/git/x.py', 'a/idea.txt', 'a/._', '~a']),
    },
    { name: 'files of developers', wheelhouse: declaredFiles(['a/.gitignore', '.github/workflows/x.yml']) },
    { name: 'what every extension of JupyterLab has', wheelhouse: declaredFiles(['a/package.json.orig']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/data~']), options: { allow: ['a/data~'] } },
    {
      name: 'denied, and allowed all the same',
      wheelhouse: declaredFiles(['a/x.ipynb']),
      options: { deny: ['**/*.ipynb'], projects: { demo: { allow: ['a/**'], deny: ['**/*.ipynb'] } } },
    },
  ],
  invalid: [
    {
      name: 'of version control, once for a folder',
      wheelhouse: declaredFiles(['a.py', 'x/.git/HEAD', 'x/.git/objects/ab/cdef', '.hg/store']),
      findings: [{ message: 'found', member: 'x/.git/', data: { members: 'x/.git/, .hg/' } }],
    },
    {
      name: 'of editors, desktops and merges',
      wheelhouse: declaredFiles(['a/.b.py.swp', 'a/c.txt~', '.DS_Store', 'a/._b', '.idea/x.xml', 'a/d.rej']),
      findings: [{ message: 'found', data: { members: 'a/.b.py.swp, a/c.txt~, a/._b and 3 more' } }],
    },
    {
      name: 'what the configuration denies, folders too',
      wheelhouse: declaredFiles(['a/x.ipynb', 'a/tests/b.py', 'c.py']),
      options: { deny: ['**/*.ipynb', '**/tests/**'] },
      findings: [{ message: 'denied', member: 'a/x.ipynb', data: { members: 'a/x.ipynb, a/tests/b.py' } }],
    },
  ],
});
