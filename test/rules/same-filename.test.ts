import { createHash } from 'node:crypto';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import rule from '../../rules/same-filename.ts';
import { everyEra, installers, listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const six = 'six-1.17.0-py2.py3-none-any.whl';
const bytes = await buildWheel(declareWheel({ filename: six }));
const own = createHash('sha256').update(bytes).digest('hex');
const other = 'b'.repeat(64);
const both = (more?: string) => wheel(six) + listed(six, more);
const cp = (python: string, platform = 'linux_x86_64') => `demo-1.0-${python}-${python}-${platform}.whl`;
const any = 'demo-1.0-py3-none-any.whl';

testRule(rule, {
  valid: [
    { name: 'the same sha256', wheelhouse: both('sha256 = "same"\nsize = "same"') },
    { name: 'the same sha256, size not stated', wheelhouse: both('sha256 = "same"') },
    { name: 'an index that gives md5 has the same', wheelhouse: both('md5 = "same"\nsize = "same"') },
    { name: 'no such project on the index', wheelhouse: wheel(six) },
    { name: 'no index was asked', wheelhouse: both(), index: 'offline' },
    { name: 'the index did not answer', wheelhouse: both(), index: 'unchecked' },
    { name: 'a name that does not parse', wheelhouse: wheel('six.whl') + listed('six.whl') },
    {
      name: 'another version, another build, another label',
      wheelhouse:
        wheel(six) +
        listed('six-1.17.1-py2.py3-none-any.whl') +
        listed('six-1.17.0-1-py2.py3-none-any.whl') +
        listed('six-1.17.0+x-py2.py3-none-any.whl'),
    },
    { name: 'the wheel of another Python', wheelhouse: wheel(cp('cp310')) + listed(cp('cp311')) },
    {
      name: 'another spelling of the name is the business of same-priority',
      wheelhouse: wheel(six) + listed('Six-1.17.0-py2.py3-none-any.whl'),
    },
  ],
  invalid: [
    {
      name: 'an index that gives md5 has another',
      wheelhouse: everyEra + both(`md5 = "${'c'.repeat(32)}"\nsize = "same"`),
      findings: [
        {
          message: 'split',
          data: { md5: createHash('md5').update(bytes).digest('hex'), indexMd5: 'c'.repeat(32) },
        },
      ],
    },
    {
      name: 'pip 20.3 turned the tie around, uv did not follow',
      wheelhouse: everyEra + both(),
      findings: [
        {
          message: 'split',
          severity: 'warning',
          data: { theirs: 'pip 21.0, pip 26.2 and pip 26.3', mine: 'pip 20.2 and uv' },
        },
      ],
    },
    {
      name: 'for pip alone',
      wheelhouse: installers('pip@26.2', 'pip@26.3') + both(),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2 and pip 26.3', mine: '' } }],
    },
    {
      name: 'for uv alone',
      wheelhouse: installers('uv') + both(),
      findings: [{ message: 'mine', data: { theirs: '', mine: 'uv' } }],
    },
    {
      name: 'the same size and another hash gives both hashes',
      wheelhouse: both(`sha256 = "${other}"\nsize = "same"`),
      findings: [
        {
          message: 'split',
          data: { index: 'https://index.example/pypi', indexSha256: other, sha256: own },
        },
      ],
    },
    {
      name: 'another size is another file, without a hash of it',
      wheelhouse: both('size = 5'),
      findings: [{ message: 'split', data: { indexSize: '5', size: String(bytes.length) } }],
    },
    {
      name: 'no hash on the index',
      wheelhouse: both(''),
      findings: [{ message: 'unknown', severity: 'warning' }],
    },
    {
      name: 'the same size and no hash leaves it open',
      wheelhouse: both('size = "same"'),
      findings: [{ message: 'unknown' }],
    },
    {
      name: 'a file that the index has yanked loses, and is softer',
      wheelhouse: both(`sha256 = "${other}"\nyanked = "broken"`),
      findings: [{ message: 'yanked', severity: 'info' }],
    },
    {
      name: 'one finding for each wheel of several Pythons',
      wheelhouse: [cp('cp310'), cp('cp311')].map((name) => wheel(name) + listed(name)).join(''),
      findings: [
        { message: 'split', wheel: cp('cp310'), data: { theirs: 'pip 26.2 and pip 26.3', mine: 'uv' } },
        { message: 'split', wheel: cp('cp311'), data: { theirs: 'pip 26.2 and pip 26.3', mine: 'uv' } },
      ],
    },
    {
      name: 'the Python for which the index has it is named',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.10", "3.11"]\n' +
        wheel(any) +
        listed(any, `sha256 = "${other}"\nrequires-python = ">=3.11"`),
      findings: [
        {
          message: 'split',
          data: {
            theirs: 'pip 26.2 (Python 3.11 on linux_x86_64)',
            mine: 'pip 26.2 (Python 3.10 on linux_x86_64)',
          },
        },
      ],
    },
    ...['cp313-cp313t-linux_x86_64', 'cp311-cp311-macosx_11_0_universal2', 'cp311-cp311-win_amd64'].map(
      (tags) => ({
        name: `for ${tags}`,
        wheelhouse: wheel(`demo-1.0-${tags}.whl`) + listed(`demo-1.0-${tags}.whl`),
        findings: [{ message: 'split', data: { theirs: 'pip 26.2 and pip 26.3', mine: 'uv' } }],
      }),
    ),
    {
      name: 'Python 2, which nobody installs for',
      wheelhouse: wheel('demo-1.0-py2-none-any.whl') + listed('demo-1.0-py2-none-any.whl'),
      findings: [{ message: 'either' }],
    },
    {
      name: 'a manylinux wheel where manylinux is refused',
      wheelhouse:
        '[target]\nmanylinux = false\n' +
        wheel(cp('cp311', 'manylinux_2_17_x86_64')) +
        listed(cp('cp311', 'manylinux_2_17_x86_64')),
      findings: [{ message: 'either' }],
    },
    {
      name: 'both lose to a third file, of the index or of the wheelhouse',
      wheelhouse:
        wheel(any) +
        listed(any) +
        listed('demo-1.0-py313-none-any.whl') +
        wheel('other-1.0-py3-none-any.whl') +
        listed('other-1.0-py3-none-any.whl') +
        wheel('other-1.0+mysite-py3-none-any.whl'),
      findings: [
        { message: 'either', wheel: any },
        { message: 'either', wheel: 'other-1.0-py3-none-any.whl' },
      ],
    },
    {
      name: 'METADATA that pip discards and uv fails on: yours is not installed in any case',
      wheelhouse: wheel(any, 'version = "2.0"') + listed(any),
      findings: [{ message: 'either' }],
    },
  ],
});
