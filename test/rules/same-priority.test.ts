import rule from '../../rules/same-priority.ts';
import { testRule } from '../support/rule-tester.ts';

const pair = (local: string, listed: string, more = `sha256 = "${'b'.repeat(64)}"`) =>
  `[[wheel]]\nfilename = "${local}"\n[[index]]\nfilename = "${listed}"\n${more}\n`;
const tie = (name: string, local: string, listed: string) => ({
  name,
  wheelhouse: pair(local, listed),
  findings: [{ message: 'tie', severity: 'warning', data: { other: listed } } as const],
});

testRule(rule, {
  valid: [
    {
      name: 'the same name to the letter',
      wheelhouse: pair('demo-1.0-py3-none-any.whl', 'demo-1.0-py3-none-any.whl'),
    },
    { name: 'another version', wheelhouse: pair('demo-1.0-py3-none-any.whl', 'demo-1.0.1-py3-none-any.whl') },
    { name: 'a label', wheelhouse: pair('demo-1.0+x-py3-none-any.whl', 'demo-1.0.0-py3-none-any.whl') },
    { name: 'another build', wheelhouse: pair('demo-1.0-1-py3-none-any.whl', 'demo-1.0-2-py3-none-any.whl') },
    {
      name: 'a better tag in every environment that takes both',
      wheelhouse: pair(
        'demo-1.0-cp311-cp311-manylinux2014_x86_64.whl',
        'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      ),
    },
    {
      name: 'linux and manylinux are never equal',
      wheelhouse: pair(
        'demo-1.0-cp311-cp311-linux_x86_64.whl',
        'demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl',
      ),
    },
    {
      name: 'tags for other machines',
      wheelhouse: pair('demo-1.0-cp311-cp311-linux_x86_64.whl', 'demo-1.0-cp311-cp311-linux_aarch64.whl'),
    },
    {
      name: 'a yanked file loses',
      wheelhouse: pair('demo-1.0-py3-none-any.whl', 'demo-1.0.0-py3-none-any.whl', 'yanked = true'),
    },
    {
      name: 'an untouched copy, whose twin is on the index as well',
      wheelhouse: `${pair('demo-1.0-py3-none-any.whl', 'demo-1.0-py3-none-any.whl', 'sha256 = "same"')}
[[index]]
filename = "demo-1.0-py2.py3-none-any.whl"`,
    },
  ],
  invalid: [
    tie('trailing zeros', 'demo-1.0-py3-none-any.whl', 'demo-1.0.0-py3-none-any.whl'),
    tie('py2.py3 against py3', 'demo-1.0-py3-none-any.whl', 'demo-1.0-py2.py3-none-any.whl'),
    tie('build 01 against 1', 'demo-1.0-1-py3-none-any.whl', 'demo-1.0-01-py3-none-any.whl'),
    tie('old spelling of the name', 'demo_pkg-1.0-py3-none-any.whl', 'Demo.Pkg-1.0-py3-none-any.whl'),
    tie(
      'old spelling of the label',
      'demo-1.0+my.site-py3-none-any.whl',
      'demo-1.0+My_Site-py3-none-any.whl',
    ),
    tie(
      'order of a compressed tag set',
      'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'demo-1.0-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
    ),
    tie(
      'an alias beside the tag that it stands for',
      'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl',
      'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    ),
    tie(
      'equal on older machines only',
      'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl',
      'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl',
    ),
    tie(
      'musl',
      'demo-1.0-cp311-cp311-musllinux_1_1_x86_64.whl',
      'demo-1.0.0-cp311-cp311-musllinux_1_1_x86_64.whl',
    ),
    tie(
      'macOS',
      'demo-1.0-cp311-cp311-macosx_11_0_arm64.whl',
      'demo-1.0-cp311-cp311-macosx_10_9_x86_64.macosx_11_0_arm64.whl',
    ),
    {
      name: 'no hash on the index',
      wheelhouse: pair('demo-1.0-py3-none-any.whl', 'demo-1.0.0-py3-none-any.whl', ''),
      findings: [{ message: 'unknown' }],
    },
  ],
});
