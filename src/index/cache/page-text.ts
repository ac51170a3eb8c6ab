import type { IndexFile } from '../index-answer.ts';
import { isRecord } from '../json-shape.ts';
import type { ProjectPage } from '../project-page.ts';
import { keptRemarks } from '../remarks.ts';
import type { KeptForm } from './kept-documents.ts';
import { fileLine, fileOfLine } from './kept-file.ts';

/** What {@link pageText} writes; a change of it, or of what is read from an answer, needs a new number. */
export const PAGE_FORMAT = 2;

/** What is kept of pages. */
export const pageForm: KeptForm<ProjectPage> = {
  write: pageText,
  read: pageOfText,
  files: ({ files }) => files.length,
};

/** A page as a text that is quick to read: a line for it, and one for each file. */
export function pageText({ files, complete, version, remarks }: ProjectPage): string {
  return [JSON.stringify([complete, version ?? null, remarks ?? null]), ...files.map(fileLine)].join('\n');
}

/** @returns `undefined` for a text that {@link pageText} did not write */
export function pageOfText(text: string): ProjectPage | undefined {
  const [head = '', ...lines] = text.split('\n');
  const value = parsed(head);
  if (!Array.isArray(value)) return undefined;
  const [complete, version, remarks]: unknown[] = value;
  if (typeof complete !== 'boolean' || (typeof version !== 'string' && version !== null)) return undefined;
  if (remarks !== null && !isRecord(remarks)) return undefined;
  const files: IndexFile[] = [];
  for (const line of lines) {
    const file = fileOfLine(line);
    if (file === undefined) return undefined;
    files.push(file);
  }
  return { files, complete, version: version ?? undefined, remarks: keptRemarks(remarks) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
