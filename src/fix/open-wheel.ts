import type { WheelFilename } from '../wheel/filename.ts';
import { readContent } from './archive/content.ts';
import { type Archive, hasDescriptor, type PlacedEntry } from './archive/entry.ts';
import { readArchive } from './archive/read-archive.ts';
import type { SourceFile } from './archive/source-file.ts';
import { type ByteText, fromBytes } from './byte-text.ts';
import { digestMember } from './digest-member.ts';
import { splitLines } from './plan/line-edits.ts';
import { type PlannedWheel, signatures } from './plan/planned-wheel.ts';
import type { FileDigest } from './plan/record.ts';
import { readRow } from './plan/record-rows.ts';
import { Refused } from './refused.ts';

/** Bytes past which a text is not read; the largest seen are 233 KB, 1 KB and 1.3 MB. */
const bounds = { METADATA: 16 * 1024 * 1024, WHEEL: 1024 * 1024, RECORD: 64 * 1024 * 1024 } as const;

/** What only the archive knows of a wheel. */
export interface OpenedWheel {
  readonly archive: Archive;
  readonly facts: Omit<PlannedWheel, 'hasNative' | 'suggestedTags'>;
}

/**
 * Reads what a plan needs.
 * @param withDigests of every file, for which every byte is read
 * @throws {Refused}
 */
export async function openWheel(
  source: SourceFile,
  name: WheelFilename,
  withDigests: boolean,
): Promise<OpenedWheel> {
  const archive = await readArchive(source);
  const members = archive.entries.map((entry) => entry.name);
  const distInfo = onlyDistInfo(members);
  const byName = new Map(archive.entries.map((entry) => [entry.name, entry]));
  const text = async (file: keyof typeof bounds): Promise<ByteText | undefined> => {
    const entry = byName.get(`${distInfo}/${file}`);
    return entry && fromBytes(await readContent(source, entry, bounds[file]));
  };
  const [metadata, wheelFile, record] = [await text('METADATA'), await text('WHEEL'), await text('RECORD')];
  if (metadata === undefined || wheelFile === undefined) {
    throw new Refused(`it has no ${metadata === undefined ? 'METADATA' : 'WHEEL'}`);
  }
  const own = `${distInfo}/RECORD`;
  const digests = withDigests ? await digestAll(source, archive, own, record ?? '') : undefined;
  const isStreamed = archive.entries.some((entry) => hasDescriptor(entry) || entry.hasComment);
  return {
    archive,
    facts: { name, members, distInfo, metadata, wheelFile, record, isStreamed, digests },
  };
}

function onlyDistInfo(members: readonly ByteText[]): ByteText {
  const folders = new Set<ByteText>();
  for (const member of members) {
    const slash = member.indexOf('/');
    if (slash !== -1 && member.endsWith('.dist-info', slash)) folders.add(member.slice(0, slash));
  }
  const [folder] = folders;
  if (folder === undefined || folders.size > 1) {
    throw new Refused(`it has ${folders.size === 0 ? 'no' : folders.size} "*.dist-info" folders`);
  }
  return folder;
}

/** The digests of all files that RECORD has to list, in the algorithm that it states where that is a good one. */
async function digestAll(
  source: SourceFile,
  { entries }: Archive,
  own: ByteText,
  record: ByteText,
): Promise<ReadonlyMap<ByteText, FileDigest>> {
  const stated = new Map<ByteText, string>();
  for (const line of splitLines(record)) {
    const row = readRow(line);
    const algorithm = /^(sha384|sha512)=/.exec(row?.rest ?? '')?.[1];
    if (row !== undefined && algorithm !== undefined) stated.set(row.path, algorithm);
  }
  const folder = own.slice(0, own.indexOf('/'));
  const unlisted = new Set([own, ...signatures.map((file) => `${folder}/${file}`)]);
  const files = entries.filter(({ name }: PlacedEntry) => !name.endsWith('/') && !unlisted.has(name));
  const digests = new Map<ByteText, FileDigest>();
  for (const entry of files) {
    digests.set(entry.name, await digestMember(source, entry, stated.get(entry.name) ?? 'sha256'));
  }
  return digests;
}
