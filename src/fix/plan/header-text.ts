import { readHeaders } from '../../wheel/dist-info/headers.ts';
import type { ByteText } from '../byte-text.ts';
import { type LineEdit, lineEnd, splitLines } from './line-edits.ts';

/** A field of METADATA or WHEEL with its lines, folded ones too. */
export interface FieldLines {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, without surrounding blanks. */
  readonly value: ByteText;
  /** 1-based. */
  readonly line: number;
  readonly lines: readonly ByteText[];
}

/** A text that begins with headers. */
export interface HeaderText {
  readonly lines: readonly ByteText[];
  readonly fields: readonly FieldLines[];
  /** The end that its lines have. */
  readonly lineEnd: string;
}

const byteOrderMark = '\u00EF\u00BB\u00BF';

/** Finds the fields as installers do; see {@link readHeaders}. */
export function readHeaderText(text: ByteText): HeaderText {
  const lines = splitLines(text);
  const start = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const fields = readHeaders(text.slice(start)).map(({ name, value, line }) => {
    let end = line;
    while (/^[ \t]/.test(lines[end] ?? '')) end += 1;
    return { name, value, line, lines: lines.slice(line - 1, end) };
  });
  return { lines, fields, lineEnd: lineEnd(lines[0] ?? '') || '\n' };
}

export function fieldOf({ fields }: HeaderText, name: string): FieldLines | undefined {
  return fields.find((field) => field.name === name);
}

/** Gives a field another value, and leaves its name and the blanks before the value as they are. */
export function setValue(field: FieldLines, value: ByteText): LineEdit[] {
  if (field.value === value) return [];
  const [first = ''] = field.lines;
  const start = /^[^:]*:[ \t]*/.exec(first)?.[0] ?? '';
  const end = lineEnd(field.lines.at(-1) ?? '');
  const blank = start.endsWith(':') ? ' ' : '';
  return [{ line: field.line, removed: field.lines, added: [`${start}${blank}${value}${end}`] }];
}

export function removeField({ line, lines }: FieldLines): LineEdit {
  return { line, removed: lines, added: [] };
}

/** Adds lines behind the last field of one of the names, or behind all fields. */
export function addFields(
  text: HeaderText,
  behind: readonly string[],
  added: readonly ByteText[],
): LineEdit[] {
  if (added.length === 0) return [];
  const last = behind.map((name) => text.fields.findLast((field) => field.name === name)).find(Boolean);
  const before = last ?? text.fields.at(-1);
  const line = before === undefined ? 1 : before.line + before.lines.length;
  const isOpen = before !== undefined && lineEnd(before.lines.at(-1) ?? '') === '';
  const texts = added.map((field) => (isOpen ? `${text.lineEnd}${field}` : `${field}${text.lineEnd}`));
  return [{ line, removed: [], added: texts }];
}
