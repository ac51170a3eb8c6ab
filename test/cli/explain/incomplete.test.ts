import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson, onlyTarget, orderOf } from '../../support/explanation.ts';
import { startStandIn } from '../../support/stand-in-index.ts';
import { startStandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const wheel = 'demo-1.0-py3-none-any.whl';

async function wheelhouse(): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, `wheels/${wheel}`);
  return cwd;
}

test('an index that fails: status 3, and the table says that another file may win', async () => {
  const answer = projectAnswer('demo', [{ filename: 'demo-2.0-py3-none-any.whl' }]);
  const server = await startStandIn({ demo: { answer, always: { status: 418 } } });
  onTestFinished(() => server.close());
  const cwd = await wheelhouse();
  const args = ['demo', 'wheels', '--index-url', server.url];
  const table = await wheelhouseLint(['explain', ...args], { cwd });
  expect(table).toMatchObject({ status: 3, stderr: '' });
  expect(table.stdout).toContain(`  ✔ 1  ${wheel}  wheels  is the only file that fits\n`);
  expect(table.stdout).toContain(
    `\n1 project could not be checked completely, so another file may win:\n  ${server.url}: HTTP 418 (demo)\n`,
  );
  const { status, explanation } = await explainToJson([...args, '--installer=uv'], { cwd });
  expect(status).toBe(3);
  expect(explanation.unchecked).toEqual([{ project: 'demo', source: server.url, reason: 'HTTP 418' }]);
  expect(orderOf(onlyTarget(explanation))).toEqual([`* wheels: ${wheel}`]);
});

test('a page of links that fails is told once, in however many stacks it is', async () => {
  const server = await startStandInSimple({ '/links.html': { status: 403 } });
  onTestFinished(() => server.close());
  const cwd = await wheelhouse();
  await writeWheels(cwd, 'other/demo-1.1-py3-none-any.whl');
  const page = `${server.origin}/links.html`;
  const stack = (name: string, folder: string): string =>
    `[[stack]]\nname = "${name}"\nfind-links = ["${folder}"]\n`;
  await writeFiles(cwd, { 'wheelhouse-lint.toml': `${stack('a', 'wheels')}${stack('b', 'other')}` });
  const { status, explanation } = await explainToJson(['demo', '--no-index', '-f', page], { cwd });
  expect(status).toBe(3);
  expect(explanation.unchecked).toEqual([{ project: 'demo', source: page, reason: 'HTTP 403' }]);
});

test.skipIf(process.getuid?.() !== 0)(
  'a folder that cannot be listed (skipped unless run by root, as it becomes nobody)',
  async () => {
    const cwd = await wheelhouse();
    await writeWheels(cwd, `wheels/secret/${wheel}`);
    await chmod(join(cwd, 'wheels/secret'), 0o700);
    await chmod(cwd, 0o755);
    const args = ['demo', 'wheels', '--no-index', '--installer=uv'];
    const { status, explanation } = await explainToJson(args, { cwd, uid: 65534 });
    expect(status).toBe(3);
    expect(explanation.unchecked).toEqual([
      { project: null, source: 'wheels/secret', reason: 'permission denied' },
    ]);
    expect(orderOf(onlyTarget(explanation))).toEqual([`* wheels: ${wheel}`]);
  },
);

test('a project that the index does not have is no failure', async () => {
  const server = await startStandIn({});
  onTestFinished(() => server.close());
  const args = ['demo', 'wheels', '--installer=uv', '--index-url', server.url];
  const { status, explanation } = await explainToJson(args, { cwd: await wheelhouse() });
  expect({ status, unchecked: explanation.unchecked }).toEqual({ status: 0, unchecked: [] });
});
