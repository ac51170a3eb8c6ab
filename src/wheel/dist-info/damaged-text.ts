import { isUtf8 } from 'node:buffer';
import { coreFields } from '../../packaging/core-metadata.ts';
import type { Headers } from './headers.ts';

/** The 1-based line of the first bytes that are no UTF-8, where there are such. */
export function lineOfBadBytes(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

/** Fields whose values people paste in, blank lines and all. */
const freeText: ReadonlySet<string> = new Set(['license', 'summary', 'description', 'keywords', 'author']);

/** Fields that a description of a project does not have at the beginning of a line. */
const genuine =
  /^(Requires-Dist|Requires-Python|Provides-Extra|Classifier|Platform|License-File|Description-Content-Type): \S/m;

/** A field that was meant to be a header, and the line that ended the headers before it. */
export interface LostField {
  readonly field: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Finds a field behind the end of the headers, where that end was none: a line without a colon, or a blank line in the
 * value of a field that people write by hand.
 */
export function findLostField(bytes: Buffer, { fields, byName, cutAt }: Headers): LostField | undefined {
  const last = fields.at(-1);
  if (last === undefined || (cutAt === undefined && !freeText.has(last.name))) return undefined;
  const line = cutAt?.line ?? last.line + last.value.split('\n').length;
  const body = bytes
    .toString('utf8')
    .split(/\r\n?|\n/)
    .slice(line - 1)
    .join('\n');
  const title = genuine.exec(body)?.[1];
  if (title === undefined || (cutAt === undefined && byName.has(title.toLowerCase()))) return undefined;
  return { field: coreFields.get(title.toLowerCase())?.title ?? title, line };
}
