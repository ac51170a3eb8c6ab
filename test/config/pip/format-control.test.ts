import { describe, expect, it, test } from 'vitest';
import {
  allowedFormats,
  anyFormat,
  type FormatControl,
  type FormatOption,
  restrictFormats,
} from '../../../src/config/pip/format-control.ts';
import { UsageError } from '../../../src/errors.ts';

type Use = readonly [option: FormatOption, value: string];

function after(...uses: readonly Use[]): FormatControl {
  return uses.reduce((control, [option, value]) => restrictFormats(control, option, value), anyFormat);
}

function allowed(project: string, ...uses: readonly Use[]): string {
  const { wheels, sdists } = allowedFormats(after(...uses), project);
  return [wheels ? 'wheels' : '', sdists ? 'sdists' : ''].filter(Boolean).join(' and ') || 'nothing';
}

test('without an option everything is allowed', () => {
  expect(allowed('six')).toBe('wheels and sdists');
});

describe('what is allowed of numpy', () => {
  test.each<[string, readonly Use[]]>([
    ['wheels', [['only-binary', 'numpy,scipy']]],
    ['wheels and sdists', [['only-binary', 'scipy']]],
    ['wheels', [['only-binary', ':all:']]],
    ['sdists', [['no-binary', ':all:']]],
    ['sdists', [['no-binary', 'NumPy']]],
    ['wheels and sdists', [['only-binary', ' numpy']]],
    // The project's own name is stronger, whatever comes first.
    [
      'sdists',
      [
        ['only-binary', ':all:'],
        ['no-binary', 'numpy'],
      ],
    ],
    [
      'wheels',
      [
        ['no-binary', ':all:'],
        ['only-binary', 'numpy'],
      ],
    ],
    [
      'wheels',
      [
        ['no-binary', 'numpy'],
        ['only-binary', ':all:'],
      ],
    ],
    // The last option that names a project has it.
    [
      'wheels',
      [
        ['no-binary', 'numpy'],
        ['only-binary', 'numpy'],
      ],
    ],
    [
      'sdists',
      [
        ['only-binary', 'numpy'],
        ['no-binary', 'numpy'],
      ],
    ],
    [
      'sdists',
      [
        ['only-binary', ':all:'],
        ['no-binary', ':all:'],
      ],
    ],
    // Values add up.
    [
      'wheels',
      [
        ['only-binary', 'numpy'],
        ['only-binary', 'scipy'],
      ],
    ],
    ['wheels', [['only-binary', ':all:,scipy']]],
    [
      'wheels and sdists',
      [
        ['only-binary', 'numpy'],
        ['only-binary', ':none:'],
      ],
    ],
    ['wheels and sdists', [['only-binary', ':all:,:none:']]],
    ['wheels', [['only-binary', ':all:,:none:,numpy']]],
    ['wheels and sdists', [['only-binary', 'numpy,:none:']]],
    [
      'sdists',
      [
        ['no-binary', 'numpy'],
        ['only-binary', ':none:'],
      ],
    ],
    [
      'wheels and sdists',
      [
        ['no-binary', 'numpy'],
        ['only-binary', 'numpy,:none:'],
      ],
    ],
  ])('%s: %j', (formats, uses) => {
    expect(allowed('numpy', ...uses)).toBe(formats);
  });
});

it('does not change the value that it is given', () => {
  const before = after(['only-binary', 'numpy']);
  restrictFormats(before, 'no-binary', ':all:');
  expect([...before.onlyBinary]).toEqual(['numpy']);
});

test('an option in the place of the value is refused', () => {
  expect(() => after(['only-binary', '--no-index'])).toThrow(
    new UsageError("'only-binary' takes project names, ':all:' or ':none:', no option."),
  );
});
