import { expect, test } from 'vitest';
import { github } from '../../src/report/github.ts';
import { context, hostileResult, manyFindings, notices, result, unchecked, usual } from './samples.ts';
import { isAnnotation, readCommand } from './support/workflow-command.ts';

const repository = { folder: '', url: undefined, revision: undefined, branch: undefined };

test('a usual run', async () => {
  expect(
    await github(
      result(usual.slice(2), { unchecked: unchecked.slice(-2), notices }),
      context({ repository }),
    ),
  ).toBe(`::warning file=wheels/six-1.17.0-py2.py3-none-any.whl,line=1,title=same-filename (WHL101)::'six-1.17.0-py2.py3-none-any.whl' is also on 'https://index.example/pypi' with other contents, and pip takes that one.
::notice file=wheels/six-1.17.0-py2.py3-none-any.whl,line=1,title=unsorted-tags (WHL408)::The tag set 'py3.py2' is not in sorted order.
::warning file=wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl,line=1,title=nvidia-requirement (WHL501)::'nvidia-cublas-cu12==12.8.4.1' pulls CUDA libraries from an index, 'nvidia-cublas-cu12==12.8.4.1' is not met by a module. (torch-2.9.1+computecanada.dist-info/METADATA:27)
::warning title=Not checked::https://download.example.org/simple: the answer is not a Simple index page (torch)
::warning title=Not checked::generic: permission denied
Unused ignore: 'same-filename' for 'six-*.whl' matches no finding (rebuilt on purpose)
Expired ignore: 'WHL501' for 'torch-*.whl', until 2026-01-01 (until the CUDA module is out)
wheelhouse-lint: 3 problems (0 errors, 2 warnings, 1 info); 966 wheels, 840 projects, 2 unchecked
`);
});

test('what GitHub does not show is counted', async () => {
  const report = await github(result(manyFindings(1000)), context());
  expect(report).toContain(
    '\nGitHub shows 10 annotations of each kind for a step: 970 more in this log only.\n',
  );
  expect(await github(result(usual), context())).not.toContain('GitHub shows');
});

test('a file outside the repository is named in the message instead', async () => {
  const outside = usual.slice(0, 1).map((finding) => ({ ...finding, wheel: '../old/a.whl' }));
  const report = await github(result(outside), context({ repository }));
  expect(report).toMatch(/^::error title=native-in-any \(WHL401\)::\.\.\/old\/a\.whl: /);
  const inside = await github(
    result(outside),
    context({ repository: { ...repository, folder: 'new/wheels' } }),
  );
  expect(inside).toMatch(/^::error file=new\/old\/a\.whl,line=1,/);
});

test('a hostile name makes no command, no property and no line', async () => {
  const lines = (await github(hostileResult, context())).trimEnd().split('\n');
  const commands = lines.filter(isAnnotation).map(readCommand);
  const groups = new Set(hostileResult.unchecked.map(({ source, reason }) => `${source} ${reason}`)).size;
  expect(commands).toHaveLength(hostileResult.findings.length + groups);
  for (const { name, properties, message } of commands) {
    expect(['error', 'warning']).toContain(name);
    expect(['title', 'file,line,title']).toContain(Object.keys(properties).join());
    expect(message).not.toMatch(/[\r\n]/);
  }
  for (const line of lines) expect(line).not.toMatch(/##\[|^\s+::/);
  expect(commands.some(({ message }) => message.includes('%0A::error::injected'))).toBe(true);
});
