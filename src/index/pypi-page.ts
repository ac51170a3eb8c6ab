import { isValidName, normalizeName } from '../packaging/name.ts';
import { parseJson } from './bounded-json.ts';
import type { IndexFile } from './index-answer.ts';
import { isRecord, listOf, textOf } from './json-shape.ts';
import { oneLine } from './one-line.ts';
import { readFileObject } from './pypi-file.ts';
import type { RawAnswer } from './raw-answers.ts';
import { Unanswered } from './unanswered.ts';

/** What one answer of the PyPI JSON API says about a project's files. */
export interface PypiPage {
  /** No file name twice. */
  readonly files: readonly IndexFile[];
  /** All files of the project, or only those of one version. */
  readonly complete: boolean;
  /** The version that the answer describes, as the index spells it. */
  readonly version: string | undefined;
}

/**
 * Reads an answer of the project or version route. `releases` (all versions) is deprecated and missing on the
 * version route; `urls` has the files of the version shown. `{"releases": {…}}` alone, as some static indexes write
 * it, will do.
 * @throws {Unanswered} @see https://docs.pypi.org/api/json/
 */
export function readPypiPage(raw: RawAnswer, project: string): PypiPage {
  const json = parseJson(raw.body, raw.type);
  if (!isRecord(json)) throw notPypi('it is not an object');
  const { info, urls, releases } = json;
  if (!isRecord(releases) && !Array.isArray(urls)) {
    throw notPypi(
      'files' in json && 'meta' in json ? 'it is of the Simple API' : 'it has neither "releases" nor "urls"',
    );
  }
  refuseOtherProject(info, project);

  const files = new Map<string, IndexFile>();
  const take = (values: readonly unknown[]): void => {
    for (const value of values) {
      const file = readFileObject(value, raw.url);
      if (file !== undefined && !files.has(file.filename)) files.set(file.filename, file);
    }
  };
  for (const release of isRecord(releases) ? Object.values(releases) : []) take(listOf(release));
  // An index that empties the deprecated key instead of dropping it has told nothing about the other versions.
  const complete = isRecord(releases) && (files.size > 0 || listOf(urls).length === 0);
  take(listOf(urls));
  return {
    files: [...files.values()],
    complete,
    version: isRecord(info) ? textOf(info.version) : undefined,
  };
}

/** A redirect or a catch-all answer must not pass off another project's files. */
function refuseOtherProject(info: unknown, project: string): void {
  const name = isRecord(info) ? textOf(info.name) : undefined;
  if (name === undefined || !isValidName(name) || normalizeName(name) === project) return;
  throw new Unanswered(`answer is about another project ("${oneLine(name)}")`);
}

function notPypi(why: string): Unanswered {
  return new Unanswered(`answer is not PyPI JSON (${why})`);
}
