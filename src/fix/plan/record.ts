import type { ByteText } from '../byte-text.ts';
import { type LineEdit, lineEnd, splitLines } from './line-edits.ts';
import { pathField, type RecordRow, readRow } from './record-rows.ts';

/** What a row says of a file. */
export interface FileDigest {
  /** `sha256` or one of the stronger ones. */
  readonly algorithm: string;
  /** URL-safe base64 without padding. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** What RECORD has to say, by names as they were before. */
export interface RecordNews {
  /** RECORD's own name. */
  readonly own: ByteText;
  readonly renames: ReadonlyMap<ByteText, ByteText>;
  readonly dropped: ReadonlySet<ByteText>;
  /** Files whose contents are known; other rows keep their digests. */
  readonly digests: ReadonlyMap<ByteText, FileDigest>;
  /** The digests are those of all files, and everything else goes. */
  readonly isComplete: boolean;
}

/** Rewrites RECORD in place: rows keep their order, and what is still true in them its bytes. */
export function editRecord(text: ByteText, news: RecordNews): LineEdit[] {
  const lines = splitLines(text);
  const end = lineEnd(lines[0] ?? '') || '\n';
  const listed = new Set<ByteText>();
  const edits: LineEdit[] = [];
  let ownLine: number | undefined;
  for (const [index, line] of lines.entries()) {
    const row = readRow(line);
    const isAgain = row !== undefined && listed.has(row.path);
    if (row !== undefined) listed.add(row.path);
    if (row?.path === news.own) ownLine = index + 1;
    const added = news.isComplete && isAgain ? undefined : newLine(line, row, news);
    if (added === line) continue;
    edits.push({ line: index + 1, removed: [line], added: added === undefined ? [] : [added] });
  }
  const missing = [...news.digests].filter(([member]) => !listed.has(member) && !news.dropped.has(member));
  const rows = [
    ...missing.map(([member, digest]) => `${nameField(member, news)},${columns(digest)}`),
    ...(listed.has(news.own) ? [] : [`${nameField(news.own, news)},,`]),
  ];
  return [...edits, ...addRows(rows, lines, ownLine, end)];
}

/** `undefined` where the row has to go. */
function newLine(line: ByteText, row: RecordRow | undefined, news: RecordNews): ByteText | undefined {
  // An empty line is no row, and disturbs nobody.
  if (row === undefined) return news.isComplete && line.trim() !== '' ? undefined : line;
  const { path, pathLength, rest } = row;
  if (news.dropped.has(path)) return undefined;
  const digest = news.digests.get(path);
  const isOwn = path === news.own;
  if (news.isComplete && digest === undefined && !isOwn) return undefined;
  const name = news.renames.has(path) ? nameField(path, news) : line.slice(0, pathLength);
  const says = isOwn && news.isComplete ? ',' : digest === undefined ? rest : columns(digest);
  return `${name}${says === undefined ? '' : `,${says}`}${lineEnd(line)}`;
}

function nameField(member: ByteText, { renames }: RecordNews): ByteText {
  return pathField(renames.get(member) ?? member);
}

function columns({ algorithm, digest, size }: FileDigest): string {
  return `${algorithm}=${digest},${size}`;
}

/** New rows come before RECORD's own where that is the last, as tools write it. */
function addRows(
  rows: readonly ByteText[],
  lines: readonly ByteText[],
  ownLine: number | undefined,
  end: string,
): LineEdit[] {
  if (rows.length === 0) return [];
  if (ownLine === lines.length) {
    return [{ line: ownLine, removed: [], added: rows.map((row) => `${row}${end}`) }];
  }
  const last = lines.at(-1);
  const isOpen = last !== undefined && lineEnd(last) === '';
  const added = rows.map((row) => (isOpen ? `${end}${row}` : `${row}${end}`));
  return [{ line: lines.length + 1, removed: [], added }];
}
