import { expect, test } from 'vitest';
import { concise } from '../../src/report/concise.ts';
import {
  context,
  hostileResult,
  nativeLibrary,
  notices,
  result,
  sixConflict,
  unchecked,
  usual,
} from './samples.ts';

test('a line for each finding, the numbers last', async () => {
  expect(
    await concise(
      result(usual.slice(2), {
        ignored: 12,
        unchecked: unchecked.slice(-1),
        notices,
        notRun: [{ need: 'index', codes: ['WHL101'] }],
      }),
      context(),
    ),
  ).toBe(`wheels/six-1.17.0-py2.py3-none-any.whl: warning WHL101 same-filename: 'six-1.17.0-py2.py3-none-any.whl' is also on 'https://index.example/pypi' with other contents, and pip takes that one.
wheels/six-1.17.0-py2.py3-none-any.whl: info WHL408 unsorted-tags: The tag set 'py3.py2' is not in sorted order.
wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl: warning WHL501 nvidia-requirement: 'nvidia-cublas-cu12==12.8.4.1' pulls CUDA libraries from an index, 'nvidia-cublas-cu12==12.8.4.1' is not met by a module. [torch-2.9.1+computecanada.dist-info/METADATA:27]
unchecked: generic: permission denied
note: 1 rule did not run, because no index was asked (WHL101)
note: Unused ignore: 'same-filename' for 'six-*.whl' matches no finding (rebuilt on purpose)
note: Expired ignore: 'WHL501' for 'torch-*.whl', until 2026-01-01 (until the CUDA module is out)
3 problems (0 errors, 2 warnings, 1 info); 966 wheels, 840 projects, 1 unchecked, 12 ignored
`);
});

test('a clean run has one line', async () => {
  expect(await concise(result([]), context())).toBe('no problems; 966 wheels, 840 projects\n');
});

test('numbers by rule in the place of findings', async () => {
  const given = result([nativeLibrary, sixConflict, sixConflict]);
  expect(
    await concise(given, context({ statistics: true })),
  ).toBe(`2  warning  same-filename (WHL101)  in 1 wheel
1  error    native-in-any (WHL401)  in 1 wheel, 1 fixable
3 problems (1 error, 2 warnings); 966 wheels, 840 projects
`);
});

test('quiet says so', async () => {
  expect(await concise(result([sixConflict]), context({ quiet: true }))).toBe(
    '1 problem (0 errors, 1 warning); 966 wheels, 840 projects; only errors are listed\n',
  );
});

test('a hostile name makes no line and no command of a CI system', async () => {
  const report = await concise(hostileResult, context());
  expect(report).not.toMatch(/^\s*::|##\[/m);
  expect(report.match(/: error WHL401 native-in-any: /g)).toHaveLength(hostileResult.findings.length);
});
