import { hashOfText, hashText } from '../../packaging/file-hash.ts';
import type { IndexFile } from '../index-answer.ts';
import type { ProjectPage } from '../project-page.ts';
import { keptRemarks } from '../remarks.ts';
import type { KeptForm } from './kept-documents.ts';

/** What {@link pageText} writes; a change of it, or of what is read from an answer, needs a new number. */
export const PAGE_FORMAT = 2;

/** What is kept of pages. */
export const pageForm: KeptForm<ProjectPage> = {
  write: pageText,
  read: pageOfText,
  files: ({ files }) => files.length,
};

/** A page as a text that is quick to read: each field of all files in a list, which needs few objects. */
export function pageText({ files, complete, version, remarks }: ProjectPage): string {
  return JSON.stringify([
    complete,
    version ?? null,
    files.map(({ filename }) => filename),
    files.map(({ url }) => url),
    files.map(({ size }) => size ?? null),
    files.map(({ sha256, otherHash }) => sha256 ?? (otherHash === undefined ? null : hashText(otherHash))),
    files.map(({ yanked }) => yanked),
    files.map(({ requiresPython }) => requiresPython ?? null),
    files.map(({ uploadTime }) => uploadTime ?? null),
    files.map(({ coreMetadata }) => coreMetadata ?? null),
    remarks ?? null,
  ]);
}

/** @returns `undefined` for a text that {@link pageText} did not write */
export function pageOfText(text: string): ProjectPage | undefined {
  const value = parsed(text);
  if (!Array.isArray(value)) return undefined;
  const [complete, version, ...columns]: unknown[] = value;
  const remarks = columns.pop();
  if (typeof complete !== 'boolean' || !isTextOrNull(version)) return undefined;
  const [filenames, ...others] = columns.filter(isList);
  if (filenames === undefined || others.length !== 7) return undefined;
  if (others.some(({ length }) => length !== filenames.length)) return undefined;

  const [urls = [], sizes = [], hashes = [], yanks = [], pythons = [], times = [], metadata = []] = others;
  const files: IndexFile[] = [];
  for (const [place, filename] of filenames.entries()) {
    const url = urls[place];
    const size = sizes[place];
    const hash = hashes[place];
    const yanked = yanks[place];
    const requiresPython = pythons[place];
    const uploadTime = times[place];
    const coreMetadata = metadata[place];
    if (typeof filename !== 'string' || typeof url !== 'string') return undefined;
    if (typeof size !== 'number' && size !== null) return undefined;
    if (typeof yanked !== 'string' && typeof yanked !== 'boolean') return undefined;
    if (!isTextOrNull(hash) || !isTextOrNull(requiresPython) || !isTextOrNull(uploadTime)) return undefined;
    if (typeof coreMetadata !== 'string' && coreMetadata !== true && coreMetadata !== null) return undefined;
    files.push({
      filename,
      url,
      size: size ?? undefined,
      ...keptHash(hash),
      yanked,
      requiresPython: requiresPython ?? undefined,
      uploadTime: uploadTime ?? undefined,
      ...(coreMetadata !== null && { coreMetadata }),
    });
  }
  return { files, complete, version: version ?? undefined, remarks: keptRemarks(remarks) };
}

function keptHash(hash: string | null): Pick<IndexFile, 'sha256' | 'otherHash'> {
  const other = hash === null || !hash.includes('=') ? undefined : hashOfText(hash);
  return other === undefined ? { sha256: hash ?? undefined } : { sha256: undefined, otherHash: other };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
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
