import { normalizeName } from '../../packaging/name.ts';
import { parseJson } from '../bounded-json.ts';
import type { IndexFile } from '../index-answer.ts';
import { refuseOtherProject } from '../other-project.ts';
import type { ProjectPage } from '../project-page.ts';
import type { RawAnswer } from '../raw-answers.ts';
import type { Remarks } from '../remarks.ts';
import { Unanswered } from '../unanswered.ts';
import { type HtmlPage, readHtmlPage } from './html-page.ts';
import { HTML, SIMPLE_HTML, SIMPLE_JSON } from './media-types.ts';
import { readSimpleJson } from './simple-json.ts';

/**
 * Reads an answer of the Simple API about a project, by the media type that the server names. As in pip and uv, an
 * answer under any other name is none.
 * @throws {Unanswered}
 */
export async function readSimplePage(raw: RawAnswer, project: string): Promise<ProjectPage> {
  if (raw.type === SIMPLE_JSON) return simpleJsonPage(parseJson(raw.body, raw.type), raw.url, project);
  if (!isHtml(raw)) throw notSimple(raw);
  const page = await readHtmlPage(raw);
  refuseWebPage(page, ({ filename }) => normalizeName(filename).startsWith(`${project}-`), 'of the project');
  return complete(page.files, page.remarks);
}

/** The same for parsed JSON. @throws {Unanswered} */
export function simpleJsonPage(json: unknown, url: string, project: string): ProjectPage {
  const { files, name, remarks } = readSimpleJson(json, url);
  refuseOtherProject(name, project);
  return complete(files, remarks);
}

/** Whether an answer is HTML by the media type that the server names. */
export function isHtml({ type }: RawAnswer): boolean {
  return type === HTML || type === SIMPLE_HTML;
}

/**
 * A log-in page or a page for people comes with status 200, too; it must not pass for a page without files.
 * @param of words for the message
 * @throws {Unanswered}
 */
export function refuseWebPage(
  { files, hasForm }: Pick<HtmlPage, 'files' | 'hasForm'>,
  isOurs: (file: IndexFile) => boolean,
  of: string,
): void {
  if (files.some(isOurs) || (files.length === 0 && !hasForm)) return;
  throw new Unanswered(`answer is a web page without a link to a file ${of}`);
}

export function notSimple({ type }: RawAnswer): Unanswered {
  return new Unanswered(`answer is not of the Simple API (${type ?? 'no media type'})`);
}

function complete(files: readonly IndexFile[], remarks: Remarks | undefined): ProjectPage {
  return { files, complete: true, version: undefined, remarks };
}
