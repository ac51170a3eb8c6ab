import { oneLine } from '../../one-line.ts';
import { isValidName, normalizeName } from '../../packaging/name.ts';
import type { IndexFile } from '../index-answer.ts';
import { fileUrl, indexFile } from '../index-file.ts';
import { IndexUrlError, parseIndexUrl } from '../index-url.ts';
import { isRecord, type JsonRecord } from '../json-shape.ts';
import { type Remarks, remarksOf } from '../remarks.ts';
import { Unanswered } from '../unanswered.ts';
import { type RecordedFacts, SNAPSHOT } from './snapshot.ts';

/**
 * Reads parsed JSON that `snapshotText` wrote, or somebody else.
 * @throws {Unanswered} where it is no snapshot, or one that makes no sense
 */
export function readSnapshot(json: unknown): RecordedFacts[] {
  if (!isRecord(json) || json.format !== SNAPSHOT.format) throw new Unanswered('it is not a snapshot');
  if (json.version !== SNAPSHOT.version) {
    throw new Unanswered(
      `it is of version ${JSON.stringify(json.version)}, and only ${SNAPSHOT.version} is known`,
    );
  }
  if (!Array.isArray(json.indexes)) throw new Unanswered('it has no "indexes"');
  return json.indexes.map(readIndex);
}

function readIndex(index: unknown): RecordedFacts {
  if (!isRecord(index) || typeof index.url !== 'string' || !isRecord(index.projects)) {
    throw new Unanswered('an index in it has no "url" or no "projects"');
  }
  const url = urlOf(index.url);
  const projects = Object.entries(index.projects).map(([project, files]) => {
    if (!isValidName(project) || normalizeName(project) !== project) {
      throw new Unanswered(`"${oneLine(project)}" is not a normalised project name`);
    }
    return [project, files === null ? undefined : readFiles(files, url, project)] as const;
  });
  return {
    url,
    projects: new Map(projects),
    remarks: new Map(readRemarks(index.remarks)),
    metadata: new Map(readMetadata(index.metadata)),
  };
}

function readRemarks(remarks: unknown): [string, Remarks][] {
  return Object.entries(isRecord(remarks) ? remarks : {}).flatMap(([project, said]) => {
    const read = isRecord(said) ? remarksOf(said['api-version'], said.status, said.reason) : undefined;
    return read === undefined ? [] : [[project, read]];
  });
}

function readMetadata(metadata: unknown): [string, string][] {
  return Object.entries(isRecord(metadata) ? metadata : {}).flatMap(([filename, lines]) =>
    Array.isArray(lines) && lines.every((line) => typeof line === 'string')
      ? [[filename, lines.join('\n')]]
      : [],
  );
}

/** As an index of that name is called in reports. */
function urlOf(text: string): string {
  try {
    return parseIndexUrl(text).url.href;
  } catch (error) {
    if (error instanceof IndexUrlError) throw new Unanswered(error.message);
    throw error;
  }
}

function readFiles(files: unknown, index: string, project: string): IndexFile[] {
  if (!Array.isArray(files)) throw new Unanswered(`"${project}" has no list of files`);
  return files.map((value) => {
    const file = isRecord(value) ? readFile(value, index) : undefined;
    if (file === undefined)
      throw new Unanswered(`a file of "${project}" has no name, or a URL that cannot be`);
    return file;
  });
}

function readFile(value: JsonRecord, index: string): IndexFile | undefined {
  const { filename, size, sha256, yanked } = value;
  const url = fileUrl(value.url, index);
  const claims = {
    filename,
    size,
    sha256,
    otherHashes: value.hashes,
    yanked: typeof yanked === 'string' ? yanked : yanked === true,
    requiresPython: value['requires-python'],
    uploadTime: value['upload-time'],
    coreMetadata: value['core-metadata'],
  };
  return url && indexFile(claims, url);
}
