import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildWheelhouse } from '../../../fixtures/build-wheelhouse.ts';
import { rules } from '../../../rules/index.ts';
import { lint } from '../../../src/engine/lint.ts';
import { openIndex } from '../../../src/index/open-index.ts';
import { reportContext } from '../../../src/report/context.ts';
import { json } from '../../../src/report/json.ts';
import { tool } from '../../../src/tool.ts';
import { arbitraryWheelhouse } from '../../support/arbitrary-wheelhouse.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { parseReport } from '../../support/json-report.ts';
import { tempFolder, writeAnswers, writeFiles } from '../../support/temp-wheelhouse.ts';

/** Writes a wheelhouse of chance. @returns its folder */
async function written(declaration: Parameters<typeof buildWheelhouse>[0]): Promise<string> {
  const folder = await tempFolder();
  await mkdir(join(folder, 'answers'));
  const { wheels, answers } = await buildWheelhouse(declaration);
  for (const { declaration: wheel, bytes } of wheels)
    await writeFiles(folder, { [join('wheels', wheel.folder, wheel.filename)]: bytes });
  await writeAnswers(folder, new Map([...answers].filter(([project]) => project !== '')));
  return folder;
}

async function reportOf(
  folder: string,
  paths: readonly string[],
  label: string | undefined,
): Promise<string> {
  const url = pathToFileURL(join(folder, 'answers')).href;
  const index = openIndex(url, { concurrency: 4, timeout: 1000, userAgent: 'test' });
  const settings = rules.map((rule) => ({ rule, severity: rule.severity, options: {} }));
  const options = { paths, workingDirectory: folder, rules: settings, indexes: [index], label };
  const result = await lint({ ...options, today: '2026-01-01' });
  await index.close();
  return json(result, reportContext({ tool, rules }));
}

test('no wheelhouse ends a run, and the same one gives the same report whatever the order of paths', async () => {
  const label = fc.constantFrom(undefined, 'mysite');
  await fc.assert(
    fc.asyncProperty(arbitraryWheelhouse, label, async (declaration, own) => {
      const folder = await written(declaration);
      const paths = ['wheels', 'wheels/**/*.whl'];
      const first = await reportOf(folder, paths, own);
      expect(await reportOf(folder, paths, own)).toBe(first);
      expect(await reportOf(folder, ['wheels/**/*.whl', 'wheels'], own)).toBe(first);
      const { summary, findings } = parseReport(first);
      expect(summary.wheels).toBe(declaration.wheel.length);
      const prints = findings.map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(prints.length);
    }),
    { numRuns: 60 },
  );
});

test('the command line prints the same bytes twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryWheelhouse,
      fc.constantFrom('json', 'sarif', 'stylish'),
      async (declaration, format) => {
        const cwd = await written(declaration);
        const args = ['--no-config', '--index-url', 'file:answers', '--format', format, 'wheels'];
        const [first, second] = await Promise.all([
          wheelhouseLint(args, { cwd }),
          wheelhouseLint(args, { cwd }),
        ]);
        expect(second).toEqual(first);
        expect(first).toMatchObject({ stderr: '' });
        expect([0, 1, 3]).toContain(first.status);
      },
    ),
    { numRuns: 8 },
  );
});
