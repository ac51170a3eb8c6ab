import type { ByteText } from '../byte-text.ts';
import { lineEnd } from './line-edits.ts';

/** A row of RECORD. */
export interface RecordRow {
  readonly path: ByteText;
  /** Characters of the line that the path takes, quotes included. */
  readonly pathLength: number;
  /** What follows the comma behind the path: `sha256=…,123`; `undefined` where there is no comma. */
  readonly rest: ByteText | undefined;
}

/** @returns `undefined` for an empty line or a quote that does not end */
export function readRow(line: ByteText): RecordRow | undefined {
  const row = line.slice(0, line.length - lineEnd(line).length);
  if (row === '') return undefined;
  if (!row.startsWith('"')) {
    const comma = row.indexOf(',');
    const pathLength = comma === -1 ? row.length : comma;
    return { path: row.slice(0, pathLength), pathLength, rest: restOf(row, pathLength) };
  }
  let path = '';
  for (let position = 1; ; ) {
    const quote = row.indexOf('"', position);
    if (quote === -1) return undefined;
    path += row.slice(position, quote);
    if (row[quote + 1] === '"') {
      path += '"';
      position = quote + 2;
    } else {
      const pathLength = quote + 1;
      return { path, pathLength, rest: restOf(row, pathLength) };
    }
  }
}

function restOf(row: ByteText, pathLength: number): ByteText | undefined {
  return row[pathLength] === ',' ? row.slice(pathLength + 1) : undefined;
}

/** A path as a field, in quotes only where it needs them. */
export function pathField(path: ByteText): ByteText {
  return /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}
