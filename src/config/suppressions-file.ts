import { readFile, writeFile } from 'node:fs/promises';
import type { Suppressions } from '../engine/suppressions.ts';
import { UsageError } from '../errors.ts';

/** What the file is called where nobody says otherwise. */
export const suppressionsName = 'wheelhouse-lint-suppressions.json';

/** @returns `undefined` where there is no such file @throws {UsageError} where it cannot be read or understood */
export async function readSuppressions(path: string): Promise<Suppressions | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`The suppressions file '${path}' cannot be read: ${reasonOf(error)}`);
  });
  return text === undefined ? undefined : parseSuppressions(text, path);
}

function parseSuppressions(text: string, path: string): Suppressions {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The suppressions file '${path}' is not JSON: ${reasonOf(error)}`);
  }
  // Written out, because the schema library drops keys such as `constructor`, which is a project.
  const suppressions = new Map<string, ReadonlyMap<string, number>>();
  for (const [project, table] of entriesOf(value) ?? fail(path, '')) {
    const rules = new Map<string, number>();
    for (const [rule, entry] of entriesOf(table) ?? fail(path, project)) {
      rules.set(rule, countOf(entry) ?? fail(path, `${project}.${rule}`));
    }
    suppressions.set(project, rules);
  }
  return suppressions;
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : undefined;
}

/** `{ "count": 3 }` and nothing else. */
function countOf(entry: unknown): number | undefined {
  const [[key, count] = [], ...others] = entriesOf(entry) ?? [];
  const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
  return key === 'count' && isCount && others.length === 0 ? count : undefined;
}

function fail(path: string, place: string): never {
  const where = place === '' ? '' : ` at '${place}'`;
  throw new UsageError(
    `The suppressions file '${path}' is damaged${where}: it holds projects, rules and counts, as in {"six": {"same-filename": {"count": 1}}}.`,
  );
}

/** Sorted, so that a diff shows what changed. @throws {UsageError} where it cannot be written */
export async function writeSuppressions(path: string, suppressions: Suppressions): Promise<void> {
  const file = Object.fromEntries(
    sorted(suppressions).map(([project, rules]) => [
      project,
      Object.fromEntries(sorted(rules).map(([rule, count]) => [rule, { count }])),
    ]),
  );
  await writeFile(path, `${JSON.stringify(file, undefined, 2)}\n`).catch((error: unknown) => {
    throw new UsageError(`The suppressions file '${path}' cannot be written: ${reasonOf(error)}`);
  });
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
