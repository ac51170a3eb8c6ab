import rule from '../../rules/unimportable-module.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const found = (members: string) => [{ message: 'found', data: { members } }];

testRule(rule, {
  valid: [
    {
      name: 'identifiers',
      wheelhouse: declaredFiles(['foo.py', '_x/__init__.py', 'été/naïve.py', 'match.py']),
    },
    {
      name: 'outside of site-packages',
      wheelhouse: declaredFiles([
        'demo-1.0.data/scripts/has-hyphen.py',
        'demo-1.0.data/scripts/in-dir/foo.py',
      ]),
    },
    { name: 'files that are no modules', wheelhouse: declaredFiles(['foo/has-hyphen.txt', 'in-dir/x.json']) },
    {
      name: 'libraries that are linked',
      wheelhouse: declaredFiles(['demo.libs/libopenblas-r0-1.3.so', 'demo/libfoo-1.so']),
    },
    {
      name: 'what is found by code',
      wheelhouse: declaredFiles(['demo/migrations/0001_initial.py', '30fc__mypyc.cpython-311-darwin.so']),
    },
    {
      name: 'an allowed folder',
      wheelhouse: declaredFiles(['demo/templates/my-app/main.py']),
      options: { allow: ['demo/templates/**'] },
    },
  ],
  invalid: [
    {
      name: 'keywords, hyphens and dots',
      wheelhouse: declaredFiles(['def.py', 'has-hyphen.py', 'extra.ext.py', 'foo.py']),
      findings: found('def.py, has-hyphen.py, extra.ext.py'),
    },
    {
      name: 'in packages',
      wheelhouse: declaredFiles(['bar/__init__.py', 'bar/is.py', 'bar/hyphen-ated.py', 'bar/glarch.quux.py']),
      findings: found('bar/is.py, bar/hyphen-ated.py, bar/glarch.quux.py'),
    },
    {
      name: 'folders',
      wheelhouse: declaredFiles(['with/foo.py', 'in-dir/foo.py', 'demo-1.0.data/platlib/in.pkg/foo.py']),
      findings: found('with/foo.py, in-dir/foo.py, demo-1.0.data/platlib/in.pkg/foo.py'),
    },
    {
      name: 'an extension module, and a migration by hand',
      wheelhouse: declaredFiles(['a-b.cpython-311-x86_64-linux-gnu.so', 'demo/migrations/1_x-y.py']),
      findings: found('a-b.cpython-311-x86_64-linux-gnu.so, demo/migrations/1_x-y.py'),
    },
  ],
});
