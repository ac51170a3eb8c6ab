import { describe, expect, test } from 'vitest';
import { stylish } from '../../src/report/stylish.ts';
import {
  context,
  finding,
  hostileResult,
  missingLocalLabel,
  nativeInAny,
  nativeLibrary,
  notices,
  result,
  sixConflict,
  unchecked,
  unsortedTags,
  usual,
} from './samples.ts';

const plain = context();
const coloured = context({ color: true });
const SGR = /\x1b\[\d+m/g;

test('a usual run', async () => {
  const report = await stylish(
    result(usual, {
      ignored: 12,
      unchecked,
      notices,
      notRun: [{ need: 'index', codes: ['WHL101', 'WHL102'] }],
    }),
    plain,
  );
  expect(report).toBe(`wheels/cffi-1.17.1-py3-none-any.whl
  error    '_cffi_backend.cpython-312-x86_64-linux-gnu.so' is a native 'ELF' library for 'linux_x86_64', so 'any' is not true  native-in-any (WHL401) [*]
  warning  The version '1.17.1' has no local version label; rename it to 'cffi-1.17.1+computecanada-py3-none-any.whl'  missing-local-label (WHL302) [*]

wheels/six-1.17.0-py2.py3-none-any.whl
  warning  'six-1.17.0-py2.py3-none-any.whl' is also on 'https://index.example/pypi' with other contents, and pip takes that one  same-filename (WHL101)
           the file on the index: https://files.example/packages/six-1.17.0-py2.py3-none-any.whl
           the same in another folder: generic/six-1.17.0-py2.py3-none-any.whl
  info     The tag set 'py3.py2' is not in sorted order  unsorted-tags (WHL408)

wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl
  warning  'nvidia-cublas-cu12==12.8.4.1' pulls CUDA libraries from an index, 'nvidia-cublas-cu12==12.8.4.1' is not met by a module  nvidia-requirement (WHL501)
           torch-2.9.1+computecanada.dist-info/METADATA:27

✖ 5 problems (1 error, 3 warnings, 1 info)
  [*] 2 problems can be fixed with \`wheelhouse-lint fix\`.
  966 wheels, 840 projects, 7 unchecked, 12 ignored
  6 projects and 1 folder could not be checked completely:
    https://index.example/pypi: HTTP 503 after 3 tries (numpy, scipy, torch and 3 more)
    https://download.example.org/simple: the answer is not a Simple index page (torch)
    generic: permission denied
  2 rules did not run, because no index was asked (WHL101 and WHL102)
  Unused ignore: 'same-filename' for 'six-*.whl' matches no finding (rebuilt on purpose)
  Expired ignore: 'WHL501' for 'torch-*.whl', until 2026-01-01 (until the CUDA module is out)
`);
});

test.each([
  ['clean', result([]), '✔ No problems in 966 wheels of 840 projects.\n'],
  ['one wheel', result([], { wheels: 1 }), '✔ No problems in 1 wheel of 1 project.\n'],
  [
    'clean but for what is ignored',
    result([], { ignored: 1 }),
    '✔ No problems in 966 wheels of 840 projects.\n  966 wheels, 840 projects, 1 ignored\n',
  ],
  [
    'clean as far as is known',
    result([], { unchecked: unchecked.slice(-2, -1) }),
    `⚠ No problems in 966 wheels of 840 projects, as far as they could be checked.
  966 wheels, 840 projects, 1 unchecked
  1 project could not be checked completely:
    https://download.example.org/simple: the answer is not a Simple index page (torch)
`,
  ],
  ['nothing', result([], { wheels: 0 }), '⚠ No wheel was checked.\n'],
])('%s', async (_name, given, report) => {
  expect(await stylish(given, plain)).toBe(report);
});

test("the summary has ESLint's words", async () => {
  const report = await stylish(result([sixConflict]), plain);
  expect(report).toContain('\n✖ 1 problem (0 errors, 1 warning)\n  966 wheels, 840 projects\n');
});

test('quiet lists errors and says so', async () => {
  const report = await stylish(result(usual), context({ quiet: true }));
  expect(report).not.toContain('same-filename');
  expect(report).toContain('native-in-any');
  expect(report).toContain('✖ 5 problems (1 error, 3 warnings, 1 info)\n  Only errors are listed.\n');
  const errors = await stylish(result([nativeLibrary]), context({ quiet: true }));
  expect(errors).not.toContain('Only errors');
});

test('rule names are aligned, but not by a message that is too long for it', async () => {
  const wheel = 'a.whl';
  const long = { version: '1'.repeat(80), suggestion: 'x' };
  const report = await stylish(
    result([
      finding(unsortedTags, { wheel, messageId: 'unsorted', data: { tags: 'py3' } }),
      finding(unsortedTags, { wheel, messageId: 'unsorted', data: { tags: 'py3.py2' } }),
      finding(missingLocalLabel, { wheel, messageId: 'missing', data: long }),
    ]),
    plain,
  );
  const [, first, second, third] = report.split('\n');
  expect(first?.indexOf('unsorted-tags')).toBe(second?.indexOf('unsorted-tags'));
  expect(third).toMatch(/'x' {2}missing-local-label/);
});

describe('details', () => {
  const base = { wheel: 'a.whl', messageId: 'sharedLibrary' };
  const data = { member: 'pkg/_a.so', format: 'ELF', platform: 'linux_x86_64' };
  const lines = async (change: Partial<typeof nativeLibrary>) => {
    const report = await stylish(result([finding(nativeInAny, { ...base, data, ...change })]), plain);
    return report.split('\n').slice(2, report.split('\n').indexOf(''));
  };

  test('a member stands below where the message does not name it, or with its line', async () => {
    expect(await lines({ member: 'pkg/_a.so' })).toEqual([]);
    expect(await lines({ member: 'pkg/_b.so' })).toEqual(['           pkg/_b.so']);
    expect(await lines({ member: 'pkg/_a.so', line: 7 })).toEqual(['           pkg/_a.so:7']);
  });

  test('many related locations are counted after the fifth', async () => {
    const related = (amount: number) =>
      Array.from({ length: amount }, (_, index) => ({ location: `${index}.whl`, message: 'the other' }));
    expect(await lines({ related: related(6) })).toHaveLength(6);
    const many = await lines({ related: related(9) });
    expect(many).toHaveLength(6);
    expect(many.at(-1)).toBe('           and 4 more');
  });
});

describe('a terminal of known width', () => {
  const lines = async (width: number) =>
    (
      await stylish(
        result(usual, { unchecked, notices, notRun: [{ need: 'index', codes: ['WHL101'] }] }),
        context({ width }),
      )
    ).split('\n');

  test('lines are wrapped to it, where words allow', async () => {
    for (const width of [60, 80, 100, 120]) {
      for (const line of await lines(width)) {
        // Paths, URLs and names of files stay whole, and so do rule names.
        if (line.length > width) expect(line).toMatch(/^ *\S+(?: \(WHL\d{3}\))?$/);
      }
    }
  });

  test('the rule stands behind the message, or below it where it has no room', async () => {
    const text = (await lines(84)).join('\n');
    expect(text).toContain(`
  error    '_cffi_backend.cpython-312-x86_64-linux-gnu.so' is a native 'ELF' library
           for 'linux_x86_64', so 'any' is not true  native-in-any (WHL401) [*]
`);
    expect((await lines(80)).join('\n')).toContain(`
           library for 'linux_x86_64', so 'any' is not true
           native-in-any (WHL401) [*]
`);
  });

  test('nothing but line breaks is different', async () => {
    const flat = (text: string): string => text.replace(/\s+/g, ' ');
    const narrow = await stylish(hostileResult, context({ width: 50 }));
    expect(narrow.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(narrow).not.toMatch(/^\s*::|##\[/m);
    const usualRun = result(usual, { unchecked, notices });
    expect(flat(await stylish(usualRun, context({ width: 60 })))).toBe(flat(await stylish(usualRun, plain)));
  });

  test('a width in which nothing could be read changes nothing', async () => {
    expect(await stylish(result(usual), context({ width: 12 }))).toBe(await stylish(result(usual), plain));
  });
});

test('rule names are links to their pages, where links are shown', async () => {
  const report = await stylish(result([sixConflict]), context({ links: true }));
  const page = 'https://github.com/wheelhouse-lint/wheelhouse-lint/blob/main/docs/rules/same-filename.md';
  expect(report).toContain(`\x1b]8;;${page}\x1b\\same-filename (WHL101)\x1b]8;;\x1b\\`);
  expect(report.replace(/\x1b\]8;;.*?\x1b\\/g, '')).toBe(await stylish(result([sixConflict]), plain));
  const odd = { ...sixConflict, rule: 'a\x1b\\b' };
  expect(await stylish(result([odd]), context({ links: true }))).not.toContain('\x1b]8;;');
});

test('statistics: numbers by rule, the most frequent first', async () => {
  const given = result([...usual, sixConflict, { ...sixConflict, wheel: 'other.whl', fixable: true }]);
  expect(
    await stylish(given, context({ statistics: true })),
  ).toBe(`  3  warning  same-filename (WHL101)        in 2 wheels, 1 fixable
  1  warning  missing-local-label (WHL302)  in 1 wheel, 1 fixable
  1  error    native-in-any (WHL401)        in 1 wheel, 1 fixable
  1  info     unsorted-tags (WHL408)        in 1 wheel
  1  warning  nvidia-requirement (WHL501)   in 1 wheel

✖ 7 problems (1 error, 5 warnings, 1 info)
  3 problems can be fixed with \`wheelhouse-lint fix\`.
  966 wheels, 840 projects
`);
  const quiet = await stylish(given, context({ statistics: true, quiet: true }));
  expect(quiet).toMatch(/^ {2}1 {2}error {4}native-in-any \(WHL401\) {2}in 1 wheel, 1 fixable\n\n✖/);
  expect(quiet).toContain('  Only errors are counted above.\n');
  expect(await stylish(result([]), context({ statistics: true }))).toBe(await stylish(result([]), plain));
});

describe('terminal', () => {
  test('colours change nothing but the colours', async () => {
    for (const given of [result(usual, { unchecked, notices }), result([]), hostileResult]) {
      const report = await stylish(given, coloured);
      expect(report).toMatch(SGR);
      expect(report.replace(SGR, '')).toBe(await stylish(given, plain));
    }
  });

  test('hostile text stays visible on its own line', async () => {
    const report = await stylish(hostileResult, plain);
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(report).not.toMatch(/^\s*::/m);
    expect(report).toContain('\\x1b[2J');
    const rows = report.split('\n').filter((line) => line.startsWith('  error    '));
    expect(rows).toHaveLength(hostileResult.findings.length);
  });
});

test('10,000 findings are a report like any other', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...sixConflict, wheel: `${index >> 1}.whl` }));
  const report = await stylish(result(many), coloured);
  expect(report).toContain('10000 problems');
});
