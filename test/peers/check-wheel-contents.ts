import { declaredFiles } from '../support/declared-files.ts';
import type { PeerTable } from '../support/peer-table.ts';

const text = 'a = 1\n'.repeat(2000);
const wheelFile = (line: string) => ({
  'dist-info': { WHEEL: `Wheel-Version: 1.0\n${line}Tag: py3-none-any\n` },
});

export default {
  peer: 'check-wheel-contents',
  url: 'https://github.com/jwodder/check-wheel-contents#checks',
  checks: [
    {
      check: 'W001 Wheel contains .pyc/.pyo files',
      rules: ['WHL701'],
      wheelhouse: declaredFiles(['foo.py', 'foo.pyc', '__pycache__/foo.cpython-36.opt-1.pyc']),
    },
    {
      check: 'W002 Wheel contains duplicate files',
      rules: ['WHL702', 'WHL703'],
      wheelhouse: declaredFiles({
        'foo.py': text,
        'foo/duplicate.py': text,
        '_motion.pyd': 'binary: pe amd64',
        'foo/_motion.pyd': 'binary: pe amd64',
      }),
    },
    {
      check: 'W003 Wheel contains non-module at library toplevel',
      rules: ['WHL704'],
      wheelhouse: declaredFiles(['foo.py', 'README.rst', 'demo-1.0.data/platlib/METADATA']),
    },
    {
      check: 'W004 Module is not located at importable path',
      rules: ['WHL705'],
      wheelhouse: declaredFiles(['def.py', 'has-hyphen.py', 'bar/is.py', 'in-dir/foo.py']),
    },
    {
      check: 'W005 Wheel contains common toplevel name in library',
      rules: ['WHL706'],
      wheelhouse: declaredFiles(['tests/foo.py', 'src/foo.py']),
    },
    {
      check: 'W006 __init__.py at top level of library',
      rules: ['WHL707'],
      wheelhouse: declaredFiles(['__init__.py']),
    },
    {
      check: 'W007 Wheel library is empty',
      rules: ['WHL708'],
      wheelhouse: declaredFiles(['demo-1.0.data/scripts/foo.py']),
    },
    { check: 'W008 Wheel is empty', rules: ['WHL709'], wheelhouse: declaredFiles([]) },
    {
      check: 'W009 Wheel contains multiple toplevel library entries',
      rules: ['WHL710'],
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.data/platlib/bar/__init__.py']),
    },
    {
      check: 'W010 Toplevel library directory contains no Python modules',
      rules: ['WHL711'],
      wheelhouse: declaredFiles(['foo/README.txt']),
    },
    {
      check: 'W101 Wheel library is missing files in package tree',
      leftOut:
        'needs the sources beside the wheel, which a wheelhouse has not; missing-file takes a list of files',
    },
    {
      check: 'W102 Wheel library contains files not in package tree',
      leftOut:
        'needs the sources beside the wheel, which a wheelhouse has not; leftover-file takes a list to deny',
    },
    {
      check: 'W201 Wheel library is missing specified toplevel entry',
      rules: ['WHL712'],
      wheelhouse: declaredFiles(['foo.py']),
      options: { WHL712: { expect: ['foo.py', 'bar'] } },
    },
    {
      check: 'W202 Wheel library has undeclared toplevel entry',
      rules: ['WHL712'],
      wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py']),
      options: { WHL712: { expect: ['foo.py'] } },
    },
    {
      check: 'wheel has invalid filename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['foo.py'], { filename: 'badname-1.0.whl' }),
    },
    {
      check: 'no or several .dist-info directories',
      rules: ['WHL601'],
      wheelhouse: declaredFiles(['foo.py', 'other-1.0.dist-info/METADATA']),
    },
    {
      check: 'several .data directories, or one of another name',
      rules: ['WHL741'],
      wheelhouse: declaredFiles(['demo-2.0.data/scripts/a']),
    },
    {
      check: 'No WHEEL file in wheel, no RECORD file in wheel',
      rules: ['WHL601'],
      wheelhouse: '[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nomit = ["WHEEL", "RECORD"]\n',
    },
    {
      check: 'Root-Is-Purelib header not found',
      rules: ['WHL405'],
      wheelhouse: declaredFiles(['foo.py'], wheelFile('')),
    },
    {
      check: 'Invalid Root-Is-Purelib value',
      rules: ['WHL405'],
      wheelhouse: declaredFiles(['foo.py'], wheelFile('Root-Is-Purelib: purelib\n')),
    },
    {
      check: 'Wheel is purelib yet contains *.data/purelib',
      rules: ['WHL742'],
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.data/purelib/bar.py']),
    },
    {
      check: 'Wheel is platlib yet contains *.data/platlib',
      rules: ['WHL742'],
      wheelhouse: declaredFiles({ 'foo.so': 'binary: elf x86_64', 'demo-1.0.data/platlib/bar.py': '' }),
    },
    {
      check: '*.data/purelib or *.data/platlib is not a directory',
      rules: ['WHL741'],
      wheelhouse: declaredFiles(['demo-1.0.data/platlib']),
    },
    {
      check: 'RECORD row errors',
      leftOut: 'the rules about RECORD (WHL65x) find more of them, and the table of wheel-inspect lists each',
    },
    {
      check: 'issue 6: ignores for single files',
      leftOut:
        'no check but a setting: [[ignore]] takes globs for wheels and members, allow and projects the rest',
    },
    {
      check: 'issue 8: version control files',
      rules: ['WHL731', 'WHL732'],
      wheelhouse: declaredFiles(['foo/.git/HEAD', 'foo/.gitignore']),
    },
    {
      check: 'issue 9: garbage files',
      rules: ['WHL731', 'WHL733'],
      wheelhouse: declaredFiles(['foo/.DS_Store', 'foo/bar.py~', 'foo/bar.o']),
    },
    {
      check: 'issue 13: development files',
      rules: ['WHL732'],
      wheelhouse: declaredFiles(['foo/tox.ini', '.travis.yml']),
    },
    {
      check: 'issue 14: .pyi without .py',
      rules: ['WHL715'],
      wheelhouse: declaredFiles(['foo/__init__.py', 'foo/bar.pyi']),
    },
    {
      check: 'issue 15: .pyi without py.typed',
      rules: ['WHL716'],
      wheelhouse: declaredFiles(['foo/__init__.py', 'foo/__init__.pyi']),
    },
    {
      check: 'issue 19: a module beside a package of the same name',
      rules: ['WHL714'],
      wheelhouse: declaredFiles(['foo/__init__.py', 'foo/bar.py', 'foo/bar/__init__.py']),
    },
  ],
} satisfies PeerTable;
