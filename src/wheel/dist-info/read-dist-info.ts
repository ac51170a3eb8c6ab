import { memberRange, readMember } from '../archive/content.ts';
import type { Extents, Range } from '../archive/extents.ts';
import { ArchiveError, type ArchiveProblem } from '../archive/problem.ts';
import type { DistInfoBytes } from '../contents.ts';
import type { DistInfoFacts } from '../facts.ts';
import { type DistInfoFile, type DistInfoMembers, distInfoFiles } from './find-dist-info.ts';
import { readMetadata } from './metadata.ts';
import { readWheelFile } from './wheel-file.ts';

/** Bytes past which a file is not inflated; the largest seen are 233 KB, 1 KB and 1.3 MB. */
const bounds: Readonly<Record<DistInfoFile, number>> = {
  METADATA: 16 * 1024 * 1024,
  WHEEL: 1024 * 1024,
  RECORD: 64 * 1024 * 1024,
};

/** The stretches of the file that {@link readDistInfo} will ask for; members past their bound are left out. */
export function distInfoRanges({ files }: DistInfoMembers): Range[] {
  return distInfoFiles.flatMap((file) => {
    const member = files[file];
    return member !== undefined && member.compressedSize <= bounds[file] ? [memberRange(member)] : [];
  });
}

/** What is read of a `*.dist-info` folder. */
export interface DistInfoContents {
  readonly distInfo: DistInfoFacts;
  readonly bytes: DistInfoBytes;
  readonly problems: readonly ArchiveProblem[];
}

/**
 * Reads METADATA and WHEEL, and the bytes of RECORD; what is missing or unreadable is a problem, the others are read all
 * the same.
 */
export async function readDistInfo(
  extents: Extents,
  { directory, files }: DistInfoMembers,
): Promise<DistInfoContents> {
  const problems: ArchiveProblem[] = [];
  const bytes: Partial<Record<DistInfoFile, Buffer>> = {};
  for (const file of distInfoFiles) {
    const member = files[file];
    if (member === undefined) {
      problems.push({ kind: 'missing-member', member: `${directory}/${file}`, detail: 'it is missing' });
      continue;
    }
    try {
      bytes[file] = await readMember(extents, member, bounds[file]);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      problems.push(error.problem);
    }
  }
  const read = <Facts>(
    file: DistInfoFile,
    parse: (member: string, text: string) => Facts,
  ): Facts | undefined => {
    const text = bytes[file]?.toString('utf8');
    return text === undefined ? undefined : parse(`${directory}/${file}`, text);
  };
  return {
    distInfo: {
      directory,
      metadata: read('METADATA', readMetadata),
      wheel: read('WHEEL', readWheelFile),
    },
    bytes,
    problems,
  };
}
