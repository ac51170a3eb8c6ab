import { parseJson } from './bounded-json.ts';
import type { IndexFile } from './index-answer.ts';
import { isRecord, listOf, textOf } from './json-shape.ts';
import { refuseOtherProject } from './other-project.ts';
import type { ProjectPage } from './project-page.ts';
import { readFileObject } from './pypi-file.ts';
import type { RawAnswer } from './raw-answers.ts';
import { isSimpleJson } from './simple/simple-json.ts';
import { Unanswered } from './unanswered.ts';

/**
 * Reads an answer of the PyPI JSON API, project or version route.
 * @throws {Unanswered} @see https://docs.pypi.org/api/json/
 */
export function readPypiPage(raw: RawAnswer, project: string): ProjectPage {
  return pypiPage(parseJson(raw.body, raw.type), raw.url, project);
}

/**
 * The same, parsed. `releases` (all versions) is deprecated and missing on the version route; `urls` has the files of
 * the version shown. `{"releases": {…}}` alone, as some static indexes write it, will do. No file name comes twice.
 * @throws {Unanswered}
 */
export function pypiPage(json: unknown, url: string, project: string): ProjectPage {
  if (!isRecord(json)) throw notPypi('it is not an object');
  const { info, urls, releases } = json;
  if (!isRecord(releases) && !Array.isArray(urls)) {
    throw notPypi(isSimpleJson(json) ? 'it is of the Simple API' : 'it has neither "releases" nor "urls"');
  }
  if (isRecord(info)) refuseOtherProject(info.name, project);

  const files = new Map<string, IndexFile>();
  const take = (values: readonly unknown[]): void => {
    for (const value of values) {
      const file = readFileObject(value, url);
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

function notPypi(why: string): Unanswered {
  return new Unanswered(`answer is not PyPI JSON (${why})`);
}
