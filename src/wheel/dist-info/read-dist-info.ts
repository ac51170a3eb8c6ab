import { memberRange, readMember } from '../archive/content.ts';
import type { Extents, Range } from '../archive/extents.ts';
import { ArchiveError, type ArchiveProblem, isRefusedRead } from '../archive/problem.ts';
import type { DistInfoBytes, DistInfoHeaders, WheelPart } from '../contents.ts';
import type { DistInfoFacts } from '../facts.ts';
import { type DistInfoFile, type DistInfoMembers, distInfoFiles } from './find-dist-info.ts';
import { parseHeaders } from './headers.ts';
import { metadataFacts } from './metadata.ts';
import { wheelFileFacts } from './wheel-file.ts';

/** Bytes past which a file is not inflated; the largest seen are 233 KB, 1 KB and 1.3 MB. */
const bounds: Readonly<Record<DistInfoFile, number>> = {
  METADATA: 16 * 1024 * 1024,
  WHEEL: 1024 * 1024,
  RECORD: 64 * 1024 * 1024,
  'entry_points.txt': 4 * 1024 * 1024,
};

/** @param parts what is read besides what every wheel must have */
function filesToRead(parts: ReadonlySet<WheelPart>): readonly DistInfoFile[] {
  return parts.has('entry-points') ? [...distInfoFiles, 'entry_points.txt'] : distInfoFiles;
}

/** The stretches of the file that {@link readDistInfo} will ask for; members past their bound are left out. */
export function distInfoRanges({ files }: DistInfoMembers, parts: ReadonlySet<WheelPart>): Range[] {
  return filesToRead(parts).flatMap((file) => {
    const member = files[file];
    return member !== undefined && member.compressedSize <= bounds[file] ? [memberRange(member)] : [];
  });
}

/** What is read of a `*.dist-info` folder. */
export interface DistInfoContents {
  readonly distInfo: DistInfoFacts;
  readonly bytes: DistInfoBytes;
  readonly headers: DistInfoHeaders;
  readonly problems: readonly ArchiveProblem[];
}

/**
 * Reads METADATA and WHEEL, the bytes of RECORD and what else is asked for; what is missing or unreadable is a problem, the
 * others are read all the same.
 */
export async function readDistInfo(
  extents: Extents,
  { directory, files, dataFolders }: DistInfoMembers,
  parts: ReadonlySet<WheelPart>,
): Promise<DistInfoContents> {
  const problems: ArchiveProblem[] = [];
  const bytes: Partial<Record<DistInfoFile, Buffer>> = {};
  for (const file of filesToRead(parts)) {
    const member = files[file];
    if (member === undefined) {
      if (file === 'entry_points.txt') continue;
      problems.push({ kind: 'missing-member', member: `${directory}/${file}`, detail: 'it is missing' });
      continue;
    }
    try {
      bytes[file] = await readMember(extents, member, bounds[file]);
    } catch (error) {
      if (!(error instanceof ArchiveError) || isRefusedRead(error)) throw error;
      problems.push(error.problem);
    }
  }
  const read = <Read>(file: DistInfoFile, parse: (text: string) => Read): Read | undefined => {
    const text = bytes[file]?.toString('utf8');
    return text === undefined ? undefined : parse(text);
  };
  const headers = { METADATA: read('METADATA', parseHeaders), WHEEL: read('WHEEL', parseHeaders) };
  return {
    distInfo: {
      directory,
      dataFolders,
      metadata: headers.METADATA && metadataFacts(`${directory}/METADATA`, headers.METADATA),
      wheel: headers.WHEEL && wheelFileFacts(`${directory}/WHEEL`, headers.WHEEL),
    },
    bytes,
    headers,
    problems,
  };
}
