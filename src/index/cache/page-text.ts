import type { IndexFile } from '../index-answer.ts';
import type { ProjectPage } from '../project-page.ts';

/** What {@link pageText} writes; a change of it, or of what is read from an answer, needs a new number. */
export const PAGE_FORMAT = 1;

/** A page as a text that is quick to read: of each file the fields in the order of `IndexFile`, without their names. */
export function pageText({ files, complete, version }: ProjectPage): string {
  return JSON.stringify([complete, version ?? null, files.map(fieldsOf)]);
}

/** @returns `undefined` for a text that {@link pageText} did not write */
export function pageOfText(text: string): ProjectPage | undefined {
  const value = parsed(text);
  if (!Array.isArray(value)) return undefined;
  const [complete, version, rows]: unknown[] = value;
  if (typeof complete !== 'boolean' || !isTextOrNull(version) || !Array.isArray(rows)) return undefined;
  const files: IndexFile[] = [];
  for (const row of rows) {
    const file = Array.isArray(row) ? fileOf(row) : undefined;
    if (file === undefined) return undefined;
    files.push(file);
  }
  return { files, complete, version: version ?? undefined };
}

function fieldsOf({ filename, url, size, sha256, yanked, requiresPython, uploadTime }: IndexFile): unknown[] {
  return [filename, url, size ?? null, sha256 ?? null, yanked, requiresPython ?? null, uploadTime ?? null];
}

function fileOf(row: readonly unknown[]): IndexFile | undefined {
  const [filename, url, size, sha256, yanked, requiresPython, uploadTime] = row;
  if (typeof filename !== 'string' || typeof url !== 'string') return undefined;
  if (typeof size !== 'number' && size !== null) return undefined;
  if (typeof yanked !== 'string' && typeof yanked !== 'boolean') return undefined;
  if (!isTextOrNull(sha256) || !isTextOrNull(requiresPython) || !isTextOrNull(uploadTime)) return undefined;
  return {
    filename,
    url,
    size: size ?? undefined,
    sha256: sha256 ?? undefined,
    yanked,
    requiresPython: requiresPython ?? undefined,
    uploadTime: uploadTime ?? undefined,
  };
}

function isTextOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
