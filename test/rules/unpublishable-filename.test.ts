import rule from '../../rules/unpublishable-filename.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const tagged = (...platforms: readonly string[]) =>
  platforms.map((platform) => wheel(`demo-1.0-cp312-cp312-${platform}.whl`)).join('');

testRule(rule, {
  valid: [
    {
      name: 'platforms that PyPI knows',
      wheelhouse:
        wheel('demo_pkg-1.0-py3-none-any.whl') +
        tagged(
          ...['win32', 'win_arm64', 'linux_armv7l', 'manylinux1_i686', 'manylinux2014_s390x'],
          ...['manylinux_2_17_x86_64.manylinux2014_x86_64', 'manylinux_2_28_ppc64', 'musllinux_1_2_aarch64'],
          ...['macosx_10_9_universal2', 'macosx_11_0_arm64', 'macosx_26_0_arm64', 'ios_13_0_arm64_iphoneos'],
          ...['android_24_arm64_v8a', 'pyemscripten_2026_0_wasm32'],
        ),
    },
    { name: 'another spelling of the version', wheelhouse: wheel('demo-1.0.0-py3-none-any.whl') },
    { name: 'a name that does not parse', wheelhouse: wheel('Demo-1.0+a-b-py3-none-any.whl') },
  ],
  invalid: [
    {
      name: 'a label',
      wheelhouse: wheel('demo-1.0+My_Site-py3-none-any.whl'),
      findings: [{ message: 'label', severity: 'warning', data: { label: 'my.site' } }],
    },
    {
      name: 'platforms that it does not know',
      wheelhouse: tagged(
        'linux_x86_64',
        'manylinux_2_36_loongarch64',
        'macosx_14_2_arm64',
        'musllinux_1_2_ppc64',
      ),
      findings: [
        { message: 'platform', data: { platform: 'linux_x86_64' } },
        { message: 'platform', data: { platform: 'macosx_14_2_arm64' } },
        { message: 'platform', data: { platform: 'manylinux_2_36_loongarch64' } },
        { message: 'platform', data: { platform: 'musllinux_1_2_ppc64' } },
      ],
    },
    {
      name: 'a name that is not normalised',
      wheelhouse: wheel('Demo.Pkg-1.0-py3-none-any.whl'),
      findings: [{ message: 'spelling', data: { expected: 'demo_pkg', name: 'Demo.Pkg' } }],
    },
  ],
});
