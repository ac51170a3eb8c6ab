import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { buildWheelhouse } from '../fixtures/build-wheelhouse.ts';
import { parseDeclaration, type WheelhouseDeclaration } from '../fixtures/declaration.ts';
import { sharedRequest } from '../src/cli/config-request.ts';
import type { ExplainFlags } from '../src/cli/explain-command.ts';
import { addExplainOptions } from '../src/cli/options.ts';
import { loadSources } from '../src/config/config.ts';
import { allowedFormats } from '../src/config/pip/format-control.ts';
import { defaultIndex } from '../src/config/source-settings.ts';
import { explain } from '../src/engine/explain/explain.ts';
import { readRequest } from '../src/engine/explain/read-request.ts';
import type { PackageIndex } from '../src/index/index-answer.ts';
import { openIndex } from '../src/index/open-index.ts';
import { explanationTable } from '../src/report/explain/table.ts';

const example = /(<!-- example: (\S+) -->\n+```console\n\$ wheelhouse-lint explain (.*)\n)[\s\S]*?(```\n)/g;

/** A guide with the output of its examples made anew: each names a wheelhouse of `fixtures/guide/`. */
export async function withExamples(guide: string, fixtures: URL): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const match of guide.matchAll(example)) {
    const [whole, start = '', name = '', command = '', fence = ''] = match;
    const declaration = parseDeclaration(readFileSync(new URL(`${name}.toml`, fixtures), 'utf8'));
    const output = await outputOf(command, declaration);
    // The legend that ends every output is told once.
    const shown = parts.length === 0 ? output : `${output.slice(0, output.lastIndexOf('\n\n') + 1)}`;
    parts.push(guide.slice(end, match.index), start, shown, fence);
    end = match.index + whole.length;
  }
  return parts.join('') + guide.slice(end);
}

/** What the command prints in a folder with these wheels, where indexes answer as declared. */
async function outputOf(words: string, declaration: WheelhouseDeclaration): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wheelhouse-lint-guide-')));
  try {
    const { wheels } = await buildWheelhouse({ ...declaration, index: [] });
    for (const {
      declaration: { folder: place, filename },
      bytes,
    } of wheels) {
      await write(join(folder, place, filename), bytes);
    }
    const stacks = declaration.stack.map(
      ({ name, 'find-links': places }) =>
        `[[stack]]\nname = ${JSON.stringify(name)}\nfind-links = ${JSON.stringify(places)}\n`,
    );
    await write(join(folder, 'wheelhouse-lint.toml'), stacks.join('\n'));
    const indexes = await declaredIndexes(declaration, folder);
    const [requirement = '', paths, flags] = parseCommand(words);
    const { sources, targets } = await loadSources(sharedRequest(flags, folder), folder);
    const request = readRequest(requirement, {
      ...sources,
      formatsOf: (project) => allowedFormats(sources.formats, project),
    });
    const located = (
      paths.length > 0
        ? [{ name: undefined, folders: paths }]
        : sources.stacks.map(({ name, findLinks }) => ({
            name,
            folders: findLinks.map(({ display }) => display.replace(`${folder}/`, '')),
          }))
    ).map(({ name, folders }) => ({
      name,
      findLinks: folders.map((display) => ({
        kind: 'folder' as const,
        folder: { path: join(folder, display), display },
      })),
    }));
    const { installers, places } = targets;
    const explanation = await explain({ requirement, request, stacks: located, indexes, installers, places });
    return explanationTable(explanation, false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseCommand(words: string): [requirement: string, paths: readonly string[], flags: ExplainFlags] {
  const command = addExplainOptions(new Command().argument('<requirement>').argument('[paths...]'));
  command.parse(words.split(' '), { from: 'user' });
  const [requirement = '', ...paths] = command.args;
  return [requirement.replaceAll("'", ''), paths, command.opts()];
}

/** Recorded answers under the names of the indexes that readers know. */
async function declaredIndexes({ index }: WheelhouseDeclaration, folder: string): Promise<PackageIndex[]> {
  const { answers, elsewhere } = await buildWheelhouse({
    wheel: [],
    index,
    stack: [],
    lock: [],
    target: { manylinux: true },
  });
  const byUrl = [[defaultIndex, answers] as const, ...elsewhere].filter(([, known]) => known.size > 0);
  const indexes: PackageIndex[] = [];
  for (const [place, [url, known]] of byUrl.entries()) {
    const answersFolder = join(folder, `.answers-${place}`);
    for (const [project, answer] of known) {
      await write(join(answersFolder, `${project}.json`), JSON.stringify(answer));
    }
    const recorded = openIndex(`file://${answersFolder}`, { concurrency: 1, timeout: 1000, userAgent: '' });
    indexes.push({
      source: { url },
      ask: async (project, versions) => ({ ...(await recorded.ask(project, versions)), source: { url } }),
      close: () => recorded.close(),
    });
  }
  return indexes;
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
