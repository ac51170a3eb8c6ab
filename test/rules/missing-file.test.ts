import rule from '../../rules/missing-file.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const wheelhouse = declaredFiles(['demo/__init__.py', 'demo/data/.keep', 'demo/libdemo.so']);

testRule(rule, {
  valid: [
    { name: 'no expectation', wheelhouse },
    { name: 'files', wheelhouse, options: { expect: ['demo/lib*.so', '*.dist-info/METADATA'] } },
    { name: 'a hidden file', wheelhouse, options: { expect: ['**/.keep'] } },
    { name: 'a folder', wheelhouse, options: { expect: ['demo/data/'] } },
    { name: 'of another project', wheelhouse, options: { projects: { other: { expect: ['gone'] } } } },
    {
      name: 'an archive that cannot be read',
      wheelhouse: '[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nraw = "x"\n',
      options: { expect: ['a'] },
    },
  ],
  invalid: [
    {
      name: 'those that match nothing',
      wheelhouse,
      options: { expect: ['*.so', 'demo/*.so', 'demo/tests/'] },
      findings: [{ message: 'found', data: { patterns: '*.so, demo/tests/' } }],
    },
  ],
});
