import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { buildWheelhouse } from '../../fixtures/build-wheelhouse.ts';
import { declareWheel, parseDeclaration } from '../../fixtures/declaration.ts';

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** An empty folder without links in its path, open to all users; removed after the test file. */
export async function tempFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'wheelhouse-lint-test-')));
  made.push(folder);
  await chmod(folder, 0o755);
  return folder;
}

/** Writes files by path below a folder, and the folders that they need. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

type DeclaredWheel = Parameters<typeof declareWheel>[0];

/** Builds wheels and writes them below a folder; a text is the path of a plain one. @returns their bytes by path */
export async function writeWheels(
  folder: string,
  ...wheels: readonly (string | DeclaredWheel)[]
): Promise<ReadonlyMap<string, Buffer>> {
  const built = new Map<string, Buffer>();
  for (const wheel of wheels) {
    const declaration = declareWheel(typeof wheel === 'string' ? atPath(wheel) : wheel);
    const path = join(declaration.folder, declaration.filename);
    const bytes = await buildWheel(declaration);
    built.set(path, bytes);
    await writeFiles(folder, { [path]: bytes });
  }
  return built;
}

function atPath(path: string): DeclaredWheel {
  return { filename: path.slice(path.lastIndexOf('/') + 1), folder: dirname(path) };
}

/** The arguments that lint such a wheelhouse. */
export const recorded: readonly string[] = ['--index-url', 'file:answers', 'wheels'];

/**
 * Writes a declared wheelhouse: its wheels into `wheels/`, the answers of its index into `answers/`, those of others into
 * `more-answers/`, its lock files.
 */
export async function tempWheelhouse(toml: string): Promise<string> {
  const folder = await tempFolder();
  const declared = parseDeclaration(toml);
  const { wheels, answers, elsewhere, metadata, locks } = await buildWheelhouse(declared);
  for (const { declaration, bytes } of wheels) {
    const path = join('wheels', declaration.folder, declaration.filename);
    await writeFiles(folder, { [path]: bytes });
    if (declaration.mode !== undefined) await chmod(join(folder, path), declaration.mode);
  }
  for (const { name, mode, files } of declared.folder ?? []) {
    const path = join(folder, 'wheels', name);
    await writeFiles(path, Object.fromEntries(files.map((file) => [file, ''])));
    await chmod(path, mode);
  }
  await mkdir(join(folder, 'answers'));
  await writeAnswers(folder, answers);
  for (const more of elsewhere.values()) await writeAnswers(folder, more, 'more-answers');
  for (const [path, text] of metadata) await writeFiles(folder, { [join('answers', path)]: text });
  await writeFiles(folder, Object.fromEntries(locks));
  return folder;
}

/** Writes recorded answers of an index into `answers/`, or another folder below. */
export async function writeAnswers(
  folder: string,
  answers: ReadonlyMap<string, unknown>,
  name = 'answers',
): Promise<void> {
  for (const [project, answer] of answers) {
    await writeFiles(folder, { [`${name}/${project}.json`]: JSON.stringify(answer) });
  }
}
