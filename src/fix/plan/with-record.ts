import { createHash } from 'node:crypto';
import { type ByteText, toBytes } from '../byte-text.ts';
import { Refused } from '../refused.ts';
import { applyEdits, sortEdits, splitLines } from './line-edits.ts';
import type { Plan } from './plan.ts';
import { type PlannedWheel, signatures } from './planned-wheel.ts';
import { editRecord, type FileDigest } from './record.ts';

/** RECORD says what became of the others; a signature of the old one is void. */
export function withRecord(plan: Plan, wheel: PlannedWheel): Plan {
  const { texts } = plan;
  const own = `${wheel.distInfo}/RECORD`;
  if (texts.length === 0 && plan.renames.size === 0 && wheel.digests === undefined) return plan;
  if (wheel.record === undefined && wheel.digests === undefined) throw new Refused('it has no RECORD');
  const signed = signatures.map((file) => `${wheel.distInfo}/${file}`);
  const dropped = new Set(signed.filter((member) => wheel.members.includes(member)));
  const digests = new Map(wheel.digests);
  for (const { member, content } of texts) digests.set(member, digestOf(content));
  const isComplete = wheel.digests !== undefined;
  const name = recordName(own, plan);
  const renames = new Map(plan.renames).set(own, name);
  const edits = editRecord(wheel.record ?? '', { own, renames, dropped, digests, isComplete });
  if (edits.length === 0) return plan;
  const content = toBytes(applyEdits(splitLines(wheel.record ?? ''), edits));
  const isNew = wheel.record === undefined;
  const member = isNew ? name : own;
  return {
    ...plan,
    dropped,
    texts: [...texts, { member, isNew, edits: sortEdits(edits), content }],
    notes: [
      ...plan.notes,
      ...[...dropped].map((signature) => `'${signature}' is left out: it signed the old RECORD.`),
    ],
  };
}

function recordName(own: ByteText, { folders }: Plan): ByteText {
  const slash = own.indexOf('/');
  return `${folders.get(own.slice(0, slash)) ?? own.slice(0, slash)}/RECORD`;
}

function digestOf(content: Buffer): FileDigest {
  const digest = createHash('sha256').update(content).digest('base64url');
  return { algorithm: 'sha256', digest, size: content.length };
}
