import { createHash } from 'node:crypto';
import type { Finding } from '../engine/finding.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import { readContent } from './archive/content.ts';
import { hasDescriptor } from './archive/entry.ts';
import type { Layout } from './archive/layout.ts';
import { readArchive } from './archive/read-archive.ts';
import { SourceFile } from './archive/source-file.ts';
import { type ByteText, fromBytes } from './byte-text.ts';
import { splitLines } from './plan/line-edits.ts';
import type { Plan } from './plan/plan.ts';
import { readRow } from './plan/record-rows.ts';
import { Refused } from './refused.ts';

/**
 * Reads a written wheel back and compares it with what was planned.
 * @throws {Refused} where anything is not as it should be: the disk, or a fault of this program
 */
export async function verifyArchive(path: string, plan: Plan, layout: Layout): Promise<void> {
  const source = await SourceFile.open(path);
  try {
    if (source.size !== layout.size) throw new Refused('what was written is not as long as it should be');
    const { entries } = await readArchive(source);
    if (entries.some(hasDescriptor)) throw new Refused('what was written has data descriptors');
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    const newName = (member: ByteText): ByteText => plan.renames.get(member) ?? member;
    for (const member of plan.dropped) {
      if (byName.has(member)) throw new Refused('what was written has a member that had to go');
    }
    for (const member of plan.renames.keys()) {
      if (!plan.dropped.has(member) && !byName.has(newName(member))) {
        throw new Refused('what was written lacks a renamed member');
      }
    }
    for (const { member, content } of plan.texts) {
      const entry = byName.get(newName(member));
      const written = entry && (await readContent(source, entry, content.length));
      if (written === undefined || !written.equals(content)) {
        throw new Refused('a text that was written is not what it should be');
      }
    }
    verifyRecord(plan, newName);
  } finally {
    await source.close();
  }
}

/** RECORD speaks of every changed text and every renamed file, and truly. */
function verifyRecord(plan: Plan, newName: (member: ByteText) => ByteText): void {
  const record = plan.texts.find(({ member }) => member.endsWith('.dist-info/RECORD'));
  if (record === undefined) return;
  const rows = new Map<ByteText, ByteText | undefined>();
  for (const line of splitLines(fromBytes(record.content))) {
    const row = readRow(line);
    if (row !== undefined) rows.set(row.path, row.rest);
  }
  for (const { member, content } of plan.texts) {
    const digest = createHash('sha256').update(content).digest('base64url');
    const expected = member === record.member ? undefined : `sha256=${digest},${content.length}`;
    const says = rows.get(newName(member));
    if (says === undefined || (expected !== undefined && says !== expected)) {
      throw new Refused('RECORD does not say what was written');
    }
  }
  const stale = [...plan.renames.keys()].find((member) => rows.has(member));
  if (stale !== undefined) throw new Refused('RECORD still lists a renamed member');
}

/** @throws {Refused} where the new wheel has an error that the old one did not have */
export function refuseNewErrors(before: readonly Finding[], after: readonly Finding[]): void {
  const known = new Set(before.map(({ code, messageId }) => `${code} ${messageId}`));
  const fresh = after.find(
    ({ severity, code, messageId }) => severity === 'error' && !known.has(`${code} ${messageId}`),
  );
  if (fresh !== undefined) throw new Refused(`it would become worse: ${fresh.message}`);
}

/** @throws {Refused} where a name is too long for a file system, or leads out of the folder */
export function refuseOddName({ filename }: Pick<WheelFilename, 'filename'>): void {
  if (Buffer.byteLength(filename) > 255) throw new Refused('its new name would be longer than 255 bytes');
}
