import rule from '../../rules/prefix-clutter.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'folders of an environment',
      wheelhouse: declaredFiles(['demo-1.0.data/data/share/a/b.c', 'demo-1.0.data/data/etc/x.conf']),
    },
    {
      name: 'other schemes',
      wheelhouse: declaredFiles(['demo-1.0.data/scripts/x', 'demo-1.0.data/purelib/x.txt']),
    },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['demo-1.0.data/data/cmeel.prefix/lib/x']),
      options: { allow: ['*.data/data/cmeel.prefix/**'] },
    },
  ],
  invalid: [
    {
      name: 'a file and a folder',
      wheelhouse: declaredFiles(['demo-1.0.data/data/README.md', 'demo-1.0.data/data/docs/a.md']),
      findings: [
        {
          message: 'found',
          member: 'demo-1.0.data/data/README.md',
          data: { members: 'demo-1.0.data/data/README.md, demo-1.0.data/data/docs/a.md' },
        },
      ],
    },
  ],
});
