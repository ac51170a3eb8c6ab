import rule from '../../rules/editable-wheel.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const found = (member: string) => [{ message: 'hook', member }];

testRule(rule, {
  valid: [
    { name: 'another path file', wheelhouse: declaredFiles(['demo.pth', 'uneditable.pth', 'a/editable.py']) },
    { name: 'a build tag', wheelhouse: declaredFiles(['a.py'], { filename: 'demo-1.0-0-py3-none-any.whl' }) },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['demo-editable.pth']),
      options: { allow: ['demo-editable.pth'] },
    },
  ],
  invalid: [
    {
      name: 'of setuptools, with its build tag too',
      wheelhouse: declaredFiles(['__editable__.demo-1.0.pth'], {
        filename: 'demo-1.0-0.editable-py3-none-any.whl',
      }),
      findings: found('__editable__.demo-1.0.pth'),
    },
    {
      name: 'of editables',
      wheelhouse: declaredFiles(['_editable_impl_demo.pth', '_editable_impl_demo.py']),
      findings: found('_editable_impl_demo.pth'),
    },
    {
      name: 'of meson-python',
      wheelhouse: declaredFiles(['demo-editable.pth', '_demo_editable_loader.py']),
      findings: found('demo-editable.pth'),
    },
    {
      name: 'of scikit-build-core',
      wheelhouse: declaredFiles(['_demo_editable.pth', '_demo_editable.py']),
      findings: found('_demo_editable.pth'),
    },
    {
      name: 'a build tag and nothing else',
      wheelhouse: declaredFiles(['demo.pth'], { filename: 'demo-1.0-0.editable-py3-none-any.whl' }),
      findings: [{ message: 'build' }],
    },
  ],
});
