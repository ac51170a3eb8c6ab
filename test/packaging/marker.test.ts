import { describe, expect, it } from 'vitest';
import { evaluateMarker, extrasOf } from '../../src/packaging/marker.ts';
import { marker } from './parsed.ts';

const environment = {
  python_version: '3.11',
  python_full_version: '3.11.9',
  implementation_version: '3.11.9',
  platform_release: '6.1.0-25-amd64',
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'x86_64',
  platform_system: 'Linux',
  platform_python_implementation: 'CPython',
  extra: 'foo-bar',
};

const holds: string[] = [
  "python_version >= '3.8'",
  "python_version < '3.12' and python_version != '3.10'",
  "'3.8' <= python_version",
  "python_version in '3.10, 3.11'",
  "python_version not in '2.7'",
  "python_version == '3.*'",
  "python_version ~= '3.8'",
  "python_full_version > '3.11.8rc1'",
  "python_full_version<'3.11.10'",
  "platform_release == '6.1.0-25-amd64'",
  "sys_platform == 'linux'",
  'sys_platform == "linux"',
  "'linux' == sys_platform",
  "'lin' in sys_platform",
  "sys_platform in 'linux linux2'",
  "sys_platform not in 'win32'",
  "sys_platform\tnot \t in\t'win32'",
  "sys_platform!='win32'",
  "sys_platform >= 'linux' and sys_platform <= 'linux'",
  "os.name == 'posix' and sys.platform == 'linux' and platform.machine == 'x86_64'",
  "python_implementation == 'CPython' and platform.python_implementation == 'CPython'",
  "os_name == 'nt' and sys_platform == 'win32' or sys_platform == 'linux'",
  "sys_platform == 'linux' or os_name == 'nt' and sys_platform == 'win32'",
  "(sys_platform == 'linux' or os_name == 'nt') and (os_name == 'posix')",
  "( ( sys_platform=='linux' ) )",
  "extra == 'Foo.Bar'",
  "'FOO_bar' == extra",
  "extra != 'other'",
  "'foo_bar' in extras",
  "'foo' not in extras",
];

const fails: string[] = [
  "python_version >= '3.12'",
  "python_version < '3.9'",
  "'3.8' >= python_version",
  "python_version in '2.7, 3.8'",
  "python_version >= '3.8,<4'",
  "platform_release >= '6.1'",
  "sys_platform == 'Linux'",
  "sys_platform > 'a' or sys_platform < 'z'",
  "sys_platform >= 'a' or sys_platform ~= 'linux'",
  "(sys_platform == 'linux' or os_name == 'nt') and os_name == 'nt'",
  "extra == 'foo'",
  "'foo' in extras",
  "'foo-bar' not in extras",
];

describe('evaluateMarker', () => {
  it.each(holds)('finds that %s holds', (text) => {
    expect(evaluateMarker(marker(text), environment)).toBe(true);
  });

  it.each(fails)('finds that %s does not hold', (text) => {
    expect(evaluateMarker(marker(text), environment)).toBe(false);
  });

  it.each([
    ['unknown and false', "python_version > '3' and os_name == 'nt'", false],
    ['false and unknown', "os_name == 'nt' and python_version > '3'", false],
    ['unknown and true', "python_version > '3' and os_name == 'posix'", undefined],
    ['unknown or true', "python_version > '3' or os_name == 'posix'", true],
    ['true or unknown', "os_name == 'posix' or python_version > '3'", true],
    ['unknown or false', "python_version > '3' or os_name == 'nt'", undefined],
    ['unknown or unknown or true', "extra == 'a' or python_version > '3' or os_name == 'posix'", true],
    ['unknown and unknown and false', "extra == 'a' and python_version > '3' and os_name == 'nt'", false],
    ['unknown', "python_version > '3'", undefined],
    ['unknown, reversed', "'3' < python_version", undefined],
    ['unknown within parentheses', "(python_version > '3' or extra == 'a') and os_name == 'nt'", false],
    ['an unknown set of extras', "'a' in extras", undefined],
  ])('decides as far as it can: %s', (_, text, expected) => {
    expect(evaluateMarker(marker(text), { os_name: 'posix' })).toBe(expected);
  });

  it('takes no extra as an empty name', () => {
    expect(evaluateMarker(marker("extra == 'a'"), { extra: '' })).toBe(false);
    expect(evaluateMarker(marker("extra != 'a'"), { extra: '' })).toBe(true);
    expect(evaluateMarker(marker("'a' in extras"), { extra: '' })).toBe(false);
  });
});

describe('extrasOf', () => {
  it.each([
    ["extra == 'Foo_Bar'", ['foo-bar']],
    ["'Foo.Bar' == extra", ['foo-bar']],
    ["'gpu' in extras", ['gpu']],
    ["os_name == 'nt' and (extra == 'a' or extra == 'b')", ['a', 'b']],
    ["extra != 'a' or extra not in 'b'", []],
    ["os_name == 'nt'", []],
  ])('finds in %s %j', (text, extras) => {
    expect(extrasOf(marker(text))).toEqual(extras);
  });
});
