import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answers, buildWheelhouse } from '../../../fixtures/build-wheelhouse.ts';
import { parseDeclaration } from '../../../fixtures/declaration.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');
let checkout = '';

/** What `npm run demo` makes in a checkout. */
beforeAll(async () => {
  checkout = await tempFolder();
  const { wheels, answers, elsewhere } = await buildWheelhouse(
    parseDeclaration(await read('fixtures/example/wheelhouse.toml')),
  );
  await writeFiles(checkout, {
    'fixtures/example/wheelhouse-lint.toml': await read('fixtures/example/wheelhouse-lint.toml'),
    ...Object.fromEntries(
      wheels.map(({ declaration: { filename }, bytes }) => [
        join('fixtures/build/wheelhouse', filename),
        bytes,
      ]),
    ),
    ...answersIn('fixtures/build/index', answers),
    ...Object.assign({}, ...[...elsewhere.values()].map((more) => answersIn('fixtures/build/mirror', more))),
  });
});

function answersIn(folder: string, answers: Answers): Record<string, string> {
  const files = Array.from(answers, ([project, answer]) => [
    join(folder, `${project}.json`),
    JSON.stringify(answer),
  ]);
  return Object.fromEntries(files);
}

describe('an example of explain is what it prints', () => {
  test.each(['README.md', 'docs/command-line.md'])('in %s', async (path) => {
    const examples = (await read(path)).matchAll(
      /^```console\n\$ wheelhouse-lint (explain .*)\n([^`]*)```$/gm,
    );
    const shown = Array.from(examples, ([, command = '', output = '']) => ({ command, output }));
    expect(shown).toHaveLength(1);
    for (const { command, output } of shown) {
      const { stdout } = await wheelhouseLint(command.split(' '), { cwd: checkout });
      expect(stdout).toBe(output);
    }
  });
});
