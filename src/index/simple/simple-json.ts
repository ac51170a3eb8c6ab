import type { IndexFile } from '../index-answer.ts';
import { isRecord, type JsonRecord, listOf, textOf } from '../json-shape.ts';
import { type Remarks, remarksOf } from '../remarks.ts';
import { Unanswered } from '../unanswered.ts';
import { refuseOtherVersion } from './api-version.ts';
import { filesOfLinks, type Link } from './files-of-links.ts';

/** An answer of the Simple API as JSON (PEP 691). */
export interface SimpleJson {
  readonly files: readonly IndexFile[];
  /** The project that it is about, not checked. */
  readonly name: unknown;
  readonly remarks: Remarks | undefined;
}

/** Whether JSON is of the Simple API rather than of the PyPI JSON API. */
export function isSimpleJson(json: unknown): boolean {
  return isRecord(json) && 'files' in json && 'meta' in json;
}

/**
 * Reads an answer about one project. Keys that are not known are passed over.
 * @param url of the answer
 * @throws {Unanswered} @see https://packaging.python.org/en/latest/specifications/simple-repository-api/#json-based-simple-api-for-python-package-indexes
 */
export function readSimpleJson(json: unknown, url: string): SimpleJson {
  if (!isRecord(json)) throw new Unanswered('answer is not of the Simple API (it is not an object)');
  const version = isRecord(json.meta) ? json.meta['api-version'] : undefined;
  refuseOtherVersion(version);
  if (!Array.isArray(json.files)) throw new Unanswered('answer is not of the Simple API (it has no "files")');
  const links = listOf(json.files).filter(isRecord).map(linkOf);
  const said = json['project-status'];
  const { status, reason } = isRecord(said) ? said : {};
  return { files: filesOfLinks(links, url), name: json.name, remarks: remarksOf(version, status, reason) };
}

function linkOf(file: JsonRecord): Link {
  const { url, filename, size, hashes, yanked } = file;
  return {
    url,
    filename,
    size,
    sha256: isRecord(hashes) ? hashes.sha256 : undefined,
    otherHashes: hashes,
    yanked: yanked === true || (textOf(yanked) ?? false),
    requiresPython: file['requires-python'],
    uploadTime: file['upload-time'],
    // PEP 714: the old name counts only where the new one is missing.
    coreMetadata: file['core-metadata'] ?? file['dist-info-metadata'],
  };
}
