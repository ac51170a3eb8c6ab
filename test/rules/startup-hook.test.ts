import rule from '../../rules/startup-hook.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'in a package', wheelhouse: declaredFiles(['a/b.pth', 'a/sitecustomize.py', '.pth']) },
    { name: 'an editable installation', wheelhouse: declaredFiles(['__editable__.demo-1.0.pth']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a.pth']), options: { allow: ['a.pth'] } },
  ],
  invalid: [
    {
      name: 'every kind',
      wheelhouse: declaredFiles([
        'a.pth',
        'sitecustomize.py',
        'demo-1.0.data/purelib/usercustomize/__init__.py',
      ]),
      findings: [
        {
          message: 'found',
          data: { members: 'a.pth, sitecustomize.py, demo-1.0.data/purelib/usercustomize/' },
        },
      ],
    },
  ],
});
