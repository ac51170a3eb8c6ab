import { parseJson } from './bounded-json.ts';
import type { IndexApi } from './index-options.ts';
import type { PageReader, ProjectPage } from './project-page.ts';
import { pypiPage, readPypiPage } from './pypi-page.ts';
import { HTML } from './simple/media-types.ts';
import { isSimpleJson } from './simple/simple-json.ts';
import { readSimplePage, simpleJsonPage } from './simple/simple-page.ts';

/** How the files of a folder of recorded answers are read: a file tells its API by what is in it. */
export const recordedPageReaders: Readonly<Record<IndexApi, PageReader>> = {
  'pypi-json': readPypiPage,
  simple: (raw, project) =>
    raw.type === HTML
      ? readSimplePage(raw, project)
      : simpleJsonPage(parseJson(raw.body, raw.type), raw.url, project),
  auto: (raw, project) =>
    raw.type === HTML
      ? readSimplePage(raw, project)
      : eitherJson(parseJson(raw.body, raw.type), raw.url, project),
};

function eitherJson(json: unknown, url: string, project: string): ProjectPage {
  return isSimpleJson(json) ? simpleJsonPage(json, url, project) : pypiPage(json, url, project);
}
