import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWheelhouse } from '../../fixtures/build-wheelhouse.ts';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { runProgram, sourceMain } from '../support/command-line.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

const example = /<!-- run -->\n```console\n\$ (wheelhouse-lint .*)\n([^`]*)```/g;

test('every example of the guide, run by a shell, prints what the guide says', async () => {
  const cwd = await tempFolder();
  await writeFiles(cwd, {
    'bin/wheelhouse-lint': `#!/bin/sh\nexec '${process.execPath}' '${sourceMain}' "$@"\n`,
  });
  await chmod(join(cwd, 'bin/wheelhouse-lint'), 0o755);
  const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` };
  const { wheels } = await buildWheelhouse(parseDeclaration(await read('fixtures/guide/fixing.toml')));
  for (const { declaration, bytes } of wheels) {
    await writeFiles(cwd, { [join(declaration.folder, declaration.filename)]: bytes });
  }
  const guide = await read('docs/fixing-wheels.md');
  const shown = Array.from(guide.matchAll(example), ([, command = '', output = '']) => ({ command, output }));
  expect(shown.length).toBeGreaterThan(8);
  for (const { command, output } of shown) {
    // In order: later examples begin with what earlier ones left.
    const { stdout, stderr } = await runProgram('sh', ['-c', command], { cwd, env });
    expect({ command, output: stderr + stdout }).toEqual({ command, output });
  }
});

test('the guide leads to pages that are there', async () => {
  const guide = await read('docs/fixing-wheels.md');
  const links = Array.from(guide.matchAll(/\]\(([^)#]+)/g), ([, link = '']) => link);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect((await read(`docs/${link}`)).length).toBeGreaterThan(0);
});
