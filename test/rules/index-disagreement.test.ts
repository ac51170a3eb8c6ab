import rule from '../../rules/index-disagreement.ts';
import { listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const mine = 'demo-1.0+mysite-py3-none-any.whl';
const mirror = 'https://mirror.example/simple';
const third = 'https://third.example/simple';
const hash = (digit: string, more = '') => `sha256 = "${digit.repeat(64)}"\n${more}`;
const at = (url: string) => `at = "${url}"`;

testRule(rule, {
  valid: [
    { name: 'one index', wheelhouse: wheel(any) + listed(any, hash('a')) },
    { name: 'no index', wheelhouse: wheel(any) },
    {
      name: 'both list the same file',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed(any, hash('a', at(mirror))),
    },
    {
      name: 'one gives no sha256',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed(any, `size = 7\n${at(mirror)}`),
    },
    {
      name: 'hashes of two kinds',
      wheelhouse:
        wheel(any) + listed(any, hash('a')) + listed(any, `md5 = "${'b'.repeat(32)}"\n${at(mirror)}`),
    },
    {
      name: 'one index lists two files under one name',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed(any, hash('b')),
    },
    {
      name: 'another version',
      wheelhouse:
        wheel('demo-1.1-py3-none-any.whl') + listed(any, hash('a')) + listed(any, hash('b', at(mirror))),
    },
    {
      name: 'different names',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed('demo-1.0.tar.gz', hash('b', at(mirror))),
    },
    {
      name: 'a name that is no version',
      wheelhouse:
        wheel(any) +
        listed('demo-odd-py3-none-any.whl', hash('a')) +
        listed('demo-odd-py3-none-any.whl', hash('b', at(mirror))),
    },
    {
      name: 'no index was asked',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed(any, hash('b', at(mirror))),
      index: 'offline',
    },
    {
      name: 'no index answered',
      wheelhouse: wheel(any) + listed(any, hash('a')) + listed(any, hash('b', at(mirror))),
      index: 'unchecked',
    },
  ],
  invalid: [
    {
      name: 'hashes of one kind that is not sha256',
      wheelhouse:
        wheel(any) +
        listed(any, `md5 = "${'a'.repeat(32)}"`) +
        listed(any, `md5 = "${'b'.repeat(32)}"\n${at(mirror)}`),
      findings: [{ message: 'one' }],
    },
    {
      name: 'a wheel, whatever the local one is',
      wheelhouse: wheel(mine) + listed(any, hash('a')) + listed(any, hash('b', at(mirror))),
      findings: [
        {
          message: 'one',
          severity: 'warning',
          data: { index: 'https://index.example/pypi', other: mirror, filename: any },
        },
      ],
    },
    {
      name: 'a copy of one of them',
      wheelhouse: wheel(any) + listed(any, 'sha256 = "same"') + listed(any, hash('b', at(mirror))),
      findings: [{ message: 'one' }],
    },
    {
      name: 'an sdist of an equal version',
      wheelhouse:
        wheel(any) +
        listed('demo-1.0.0.tar.gz', hash('a')) +
        listed('demo-1.0.0.tar.gz', hash('b', at(mirror))),
      findings: [{ message: 'one', data: { filename: 'demo-1.0.0.tar.gz' } }],
    },
    {
      name: 'the third of three',
      wheelhouse:
        wheel(any) +
        listed(any, hash('a')) +
        listed(any, hash('a', at(mirror))) +
        listed(any, hash('b', at(third))),
      findings: [{ message: 'one', data: { index: 'https://index.example/pypi', other: third } }],
    },
    {
      name: 'several names, for each wheel of the version once',
      wheelhouse: [
        wheel(any),
        wheel(mine),
        wheel('demo-2.0-py3-none-any.whl'),
        listed(any, hash('a')),
        listed('demo-1.0.tar.gz', hash('a')),
        listed(any, hash('b', at(mirror))),
        listed('demo-1.0.tar.gz', hash('b', at(mirror))),
      ].join(''),
      findings: [
        { message: 'several', wheel: mine, data: { count: '2', filename: any } },
        { message: 'several', wheel: any, data: { count: '2', filename: any } },
      ],
    },
  ],
});
