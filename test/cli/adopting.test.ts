import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

const guide = new URL('../../docs/adopting.md', import.meta.url);

test('the guide to adopting it works as it is written', async () => {
  const cwd = await tempFolder();
  const native = (path: string) => {
    const slash = path.lastIndexOf('/');
    const files = { 'lib.so': 'binary: elf x86_64' };
    return { filename: path.slice(slash + 1), folder: path.slice(0, slash), files };
  };
  await writeWheels(
    cwd,
    native('v4/a-1.0+mysite-py3-none-any.whl'),
    native('generic/b-1.0+mysite-py3-none-any.whl'),
  );
  const commands = Array.from(
    (await readFile(guide, 'utf8')).matchAll(/^```sh\n(.*?)```/gms),
    ([, lines = '']) => lines,
  )
    .flatMap((lines) => lines.trim().split('\n'))
    .map((line) =>
      line
        .replace(/^wheelhouse-lint ?/, '')
        .split(' ')
        .filter(Boolean),
    );
  const run = (args: readonly string[] = []): Promise<Outcome> =>
    // No index, so that nothing of the world outside has a part in it.
    wheelhouseLint(args, { cwd, env: { PIP_NO_INDEX: '1' } });
  const [init, look, accept, check, fresh, list, prune, ...more] = commands;
  expect(more).toEqual([]);

  expect(await run(init)).toMatchObject({ status: 0 });
  expect(await run(look)).toMatchObject({ status: 0, stdout: '' });
  expect(await readFile(join(cwd, 'report.html'), 'utf8')).toContain('<h1>2 errors in 2 wheels</h1>');

  expect(await run(accept)).toMatchObject({ status: 0 });
  const checked = await run(check);
  expect(checked).toMatchObject({ status: 0, stderr: '' });
  expect(checked.stdout).toMatch(/\b2\b.* in the baseline/);

  await writeWheels(cwd, native('dist/a-1.1+mysite-py3-none-any.whl'));
  expect(await run(fresh)).toMatchObject({ status: 1 });
  await rm(join(cwd, 'dist'), { recursive: true });

  await rm(join(cwd, 'generic'), { recursive: true });
  const listed = await run(list);
  expect(listed.status).toBe(0);
  expect(listed.stdout).toContain('v4/a-1.0+mysite-py3-none-any.whl');
  expect((await run(check)).stdout).toContain(
    "Stale in the baseline: 'native-in-any' in 'b', none instead of 1",
  );
  expect((await run(prune)).stderr).toContain('1 stale count pruned');
  expect((await run(check)).stdout).not.toContain('Stale');
});

test('what the guide links to is there', async () => {
  const text = await readFile(guide, 'utf8');
  for (const [, page = '', anchor = ''] of text.matchAll(/\]\(([\w.-]+)(?:#([\w-]+))?\)/g)) {
    const headings = (await readFile(new URL(page, guide), 'utf8')).match(/^#+ .*$/gm) ?? [];
    const anchors = headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    if (anchor !== '') expect(anchors, `${page}#${anchor}`).toContain(anchor);
  }
});
