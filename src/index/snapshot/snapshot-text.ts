import type { IndexFile } from '../index-answer.ts';
import type { Remarks } from '../remarks.ts';
import { type RecordedFacts, SNAPSHOT } from './snapshot.ts';

/**
 * A snapshot as text: JSON with one file a line, so that a diff shows what changed. Indexes keep their order, and files
 * that of their page, as both decide ties; projects are sorted. The same facts give the same bytes.
 */
export function* snapshotText(indexes: readonly RecordedFacts[]): Generator<string> {
  const { format, version } = SNAPSHOT;
  yield `{\n"format": ${JSON.stringify(format)},\n"version": ${version},\n"indexes": [`;
  for (const [place, { url, projects, remarks, metadata }] of indexes.entries()) {
    yield `${place === 0 ? '' : ','}\n{\n"url": ${JSON.stringify(url)},\n"projects": {`;
    for (const [order, [project, files]] of sorted(projects).entries()) {
      yield `${order === 0 ? '' : ','}\n${JSON.stringify(project)}: ${filesText(files)}`;
    }
    yield '\n}';
    if (remarks.size > 0) yield `,\n"remarks": {\n${sorted(remarks).map(remarkText).join(',\n')}\n}`;
    if (metadata.size > 0) yield `,\n"metadata": {\n${sorted(metadata).map(metadataText).join(',\n')}\n}`;
    yield '\n}';
  }
  yield '\n]\n}\n';
}

function sorted<Value>(byProject: ReadonlyMap<string, Value>): [string, Value][] {
  return [...byProject].sort(([a], [b]) => (a < b ? -1 : 1));
}

function remarkText([project, { projectStatus, newerApi }]: [string, Remarks]): string {
  const { status, reason } = projectStatus ?? {};
  return `${JSON.stringify(project)}: ${JSON.stringify({ status, reason, 'api-version': newerApi })}`;
}

/** A field a line. */
function metadataText([filename, text]: [string, string]): string {
  const lines = text.split('\n').map((line) => JSON.stringify(line));
  return `${JSON.stringify(filename)}: [\n${lines.join(',\n')}\n]`;
}

function filesText(files: readonly IndexFile[] | undefined): string {
  if (files === undefined) return 'null';
  if (files.length === 0) return '[]';
  return `[\n${files.map((file) => JSON.stringify(recorded(file))).join(',\n')}\n]`;
}

/** With the names of the Simple API; what the index does not say is left out. */
function recorded({
  filename,
  url,
  size,
  sha256,
  otherHash,
  yanked,
  requiresPython,
  uploadTime,
  coreMetadata,
}: IndexFile) {
  return {
    filename,
    url,
    size,
    sha256,
    ...(otherHash && { hashes: { [otherHash.algorithm]: otherHash.hex } }),
    ...(yanked !== false && { yanked }),
    'requires-python': requiresPython,
    'upload-time': uploadTime,
    'core-metadata': typeof coreMetadata === 'string' ? { sha256: coreMetadata } : coreMetadata,
  };
}
