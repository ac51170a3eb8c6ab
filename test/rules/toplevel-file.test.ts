import rule from '../../rules/toplevel-file.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const found = (members: string) => [{ message: 'found', data: { members } }];

testRule(rule, {
  valid: [
    { name: 'a folder that is called like a file', wheelhouse: declaredFiles(['weirdo.txt/notpython.c']) },
    {
      name: 'modules',
      wheelhouse: declaredFiles([
        'foo.pth',
        'foo.py',
        'foo.so',
        'foo.cpython-38-x86_64-linux-gnu.so',
        'foo.cp38-win_amd64.pyd',
        'demo-1.0.data/platlib/foo.abi3.so',
      ]),
    },
    {
      name: 'outside of site-packages',
      wheelhouse: declaredFiles([
        'demo-1.0.dist-info/README.rst',
        'demo-1.0.data/scripts/README.rst',
        'demo-1.0.data/data/empty',
      ]),
    },
    { name: 'what has a rule of its own', wheelhouse: declaredFiles(['foo.pyc', '.gitignore', '.pypirc']) },
    { name: 'an allowed file', wheelhouse: declaredFiles(['NOTICE']), options: { allow: ['NOTICE'] } },
  ],
  invalid: [
    {
      name: 'a suffix in another case',
      wheelhouse: declaredFiles(['foo.PY', 'foo.py', 'bar/foo.PY']),
      findings: found('foo.PY'),
    },
    {
      name: 'at the root',
      wheelhouse: declaredFiles(['README.rst', 'METADATA', 'empty']),
      findings: found('README.rst, METADATA, empty'),
    },
    {
      name: 'in the library of the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/platlib/README.rst', 'demo-1.0.data/purelib/b.txt']),
      findings: found('demo-1.0.data/platlib/README.rst, demo-1.0.data/purelib/b.txt'),
    },
    {
      name: 'marks of typing, which belong to packages',
      wheelhouse: declaredFiles(['foo.py', 'foo.pyi', 'py.typed']),
      findings: found('foo.pyi, py.typed'),
    },
  ],
});
