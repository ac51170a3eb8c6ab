import type { IndexFile } from './index-answer.ts';
import { fileUrl, indexFile } from './index-file.ts';
import { isRecord, type JsonRecord, textOf } from './json-shape.ts';

/**
 * One file object of the PyPI JSON API, reduced to what we keep; `undefined` where it names no file.
 * @param page URL of the answer @see https://docs.pypi.org/api/json/
 */
export function readFileObject(value: unknown, page: string): IndexFile | undefined {
  if (!isRecord(value)) return undefined;
  const url = fileUrl(value.url, page);
  if (url === undefined) return undefined;
  const { filename, size, digests } = value;
  const claims = {
    filename,
    size,
    sha256: isRecord(digests) ? digests.sha256 : undefined,
    otherHashes: digests,
    yanked: yankedOf(value),
    requiresPython: value.requires_python,
    uploadTime: value.upload_time_iso_8601,
    coreMetadata: value['core-metadata'],
  };
  return indexFile(claims, url);
}

/** PEP 592: a reason may come along; an index that copies the Simple API puts it into `yanked` itself. */
function yankedOf(file: JsonRecord): boolean | string {
  const { yanked } = file;
  if (yanked !== true) return textOf(yanked) ?? false;
  return textOf(file.yanked_reason) ?? true;
}
