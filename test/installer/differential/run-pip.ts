import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Pip } from './find-pip.ts';
import { callPip, lastWords } from './pip-command.ts';
import type { ProjectDeclaration } from './scenario.ts';
import type { WrittenWorld } from './write-world.ts';

/** A file that pip took. */
export interface Taken {
  /** `algorithm=hex`. */
  readonly hash: string;
  /** Where it took it from; pips that cannot tell leave a file, and its content has to do. */
  readonly url: string | undefined;
}

/** What came of one call of pip: a file for each project, or its last words. */
export type PipOutcome = { readonly taken: readonly Taken[] } | { readonly error: string };

/** Asks pip for some projects of a world at once. */
export async function runPip(
  pip: Pip,
  world: WrittenWorld,
  projects: readonly ProjectDeclaration[],
): Promise<PipOutcome> {
  const out = await mkdtemp(join(tmpdir(), 'wheelhouse-lint-pip-'));
  try {
    const { root, declaration } = world;
    await writeFile(
      join(out, 'requirements.txt'),
      projects.map((project) => lineOf(project, world)).join(''),
    );
    const command = pip.hasReport
      ? ['install', '--dry-run', '--ignore-installed', '--report', join(out, 'report.json')]
      : ['download', '--dest', join(out, 'files')];
    const requirements = ['--requirement', join(out, 'requirements.txt')];
    const outcome = await callPip(pip.command, [...command, ...optionsOf(pip, world), ...requirements], {
      cwd: root,
      modules: declaration.manylinux ? undefined : join(root, 'off'),
      // A pip that does not find what it was said to find may try all versions of all projects against each other.
      timeout: 60_000 + 3000 * projects.length,
    });
    if (outcome.status !== 0) return { error: lastWords(outcome) };
    return { taken: pip.hasReport ? await readReport(out) : await readFiles(join(out, 'files')) };
  } finally {
    await rm(out, { recursive: true });
  }
}

/** The options of a world, as a person would write them. */
export function optionsOf({ installer }: Pick<Pip, 'installer'>, world: WrittenWorld): string[] {
  const { sourceOptions, declaration } = world;
  return [
    ...['--no-deps', '--quiet'],
    ...(installer.id.endsWith(':legacy-resolver') ? ['--use-deprecated', 'legacy-resolver'] : []),
    ...(sourceOptions.includes('--index-url') ? [] : ['--no-index']),
    ...sourceOptions,
    ...(declaration.preferBinary ? ['--prefer-binary'] : []),
    ...(declaration.onlyBinary ? ['--only-binary', ':all:'] : []),
    ...(declaration.prereleases ? ['--pre'] : []),
  ];
}

function lineOf({ name, specifier, hashes }: ProjectDeclaration, { files }: WrittenWorld): string {
  const allowed = hashes.map((file) => ` --hash=sha256:${files.get(file)?.sha256}`);
  return `${name}${specifier}${allowed.join('')}\n`;
}

const report = v.object({
  install: v.array(
    v.object({
      download_info: v.object({
        url: v.string(),
        archive_info: v.object({
          hash: v.optional(v.string()),
          hashes: v.optional(v.record(v.string(), v.string())),
        }),
      }),
    }),
  ),
});

async function readReport(out: string): Promise<Taken[]> {
  const text = await readFile(join(out, 'report.json'), 'utf8');
  return v.parse(report, JSON.parse(text)).install.map(({ download_info: { url, archive_info } }) => {
    // Before 22.3 only the first, perhaps one day only the second.
    const { hash, hashes } = archive_info;
    const { sha256, md5 } = hashes ?? {};
    return { url, hash: (sha256 ? `sha256=${sha256}` : md5 && `md5=${md5}`) ?? hash ?? '' };
  });
}

async function readFiles(folder: string): Promise<Taken[]> {
  return Promise.all(
    (await readdir(folder)).map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { url: undefined, hash: `sha256=${createHash('sha256').update(bytes).digest('hex')}` };
    }),
  );
}
