/** A row of RECORD that cannot be read. */
export interface MalformedRow {
  /** 1-based line in RECORD. */
  readonly line: number;
  /** A clause for a message. */
  readonly reason: string;
}

/** What RECORD says, in numbers. @see https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file */
export interface RecordFacts {
  /** Name of the member. */
  readonly member: string;
  /** Rows that could be read. */
  readonly rows: number;
  /** Whether RECORD lists itself. */
  readonly listsItself: boolean;
  /** The first {@link maxMalformed} rows that could not be read. */
  readonly malformed: readonly MalformedRow[];
}

const maxMalformed = 20;
/** Of one row; a hostile one could have millions. */
const maxFields = 20;

/** @param member name of the RECORD member, for findings */
export function readRecord(member: string, text: string): RecordFacts {
  const malformed: MalformedRow[] = [];
  let rows = 0;
  let listsItself = false;
  const isPlain = !text.includes('"');
  const commas = new Commas(text);
  let line = 0;
  for (let start = 0, next = 0; start < text.length; start = next) {
    line += 1;
    const feed = text.indexOf('\n', start);
    next = feed === -1 ? text.length : feed + 1;
    const last = feed === -1 ? text.length : feed;
    const end = text[last - 1] === '\r' ? last - 1 : last;
    if (end <= start) continue;
    if (isPlain && hasThreeFields(commas, start, end)) {
      rows += 1;
      listsItself ||= text.startsWith(`${member},`, start);
      continue;
    }
    const row = readRow(text.slice(start, end));
    const reason = explainRow(row);
    if (reason === undefined) {
      rows += 1;
      listsItself ||= row.path === member;
    } else if (malformed.length < maxMalformed) {
      malformed.push({ line, reason });
    }
  }
  return { member, rows, listsItself, malformed };
}

/** Finds commas, and looks at no stretch of the text twice: it may be long and have none. */
class Commas {
  readonly #text: string;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first one from a place on, or the end of the text; places must not go back. */
  from(start: number): number {
    if (this.#next < start) {
      const found = this.#text.indexOf(',', start);
      this.#next = found === -1 ? this.#text.length : found;
    }
    return this.#next;
  }
}

/** Almost every row of almost every wheel, told without a copy of it. */
function hasThreeFields(commas: Commas, start: number, end: number): boolean {
  const first = commas.from(start);
  if (first === start || first >= end) return false;
  const second = commas.from(first + 1);
  return second < end && commas.from(second + 1) >= end;
}

function explainRow({ path, fields }: Row): string | undefined {
  if (path === undefined) return 'a quote does not end';
  if (path === '') return 'the path is empty';
  if (fields === 3) return undefined;
  if (fields >= maxFields) return `it has ${maxFields} fields or more instead of 3`;
  return `it has ${fields} ${fields === 1 ? 'field' : 'fields'} instead of 3`;
}

interface Row {
  /** `undefined` where a quote does not end. */
  readonly path: string | undefined;
  /** How many there are, counted up to {@link maxFields}. */
  readonly fields: number;
}

/** CSV as Python's `csv` module reads it: quotes only where a path holds a comma or a quote. */
function readRow(content: string): Row {
  if (!content.includes('"')) return plainRow(content);
  const fields = splitQuoted(content);
  return { path: fields?.[0], fields: fields?.length ?? 0 };
}

/** Counts and does not split: nobody asks for the hashes of a million files. */
function plainRow(content: string): Row {
  const first = content.indexOf(',');
  let fields = 1;
  for (let comma = first; comma !== -1 && fields < maxFields; comma = content.indexOf(',', comma + 1))
    fields += 1;
  return { path: first === -1 ? content : content.slice(0, first), fields };
}

/** A scan and no pattern: the row may be millions of characters long, and a pattern with a choice in it runs out of stack. */
function splitQuoted(row: string): string[] | undefined {
  const fields: string[] = [];
  let position = 0;
  while (fields.length < maxFields) {
    const quoted = row[position] === '"' ? readQuoted(row, position + 1) : { text: '', end: position };
    if (quoted === undefined) return undefined;
    const comma = row.indexOf(',', quoted.end);
    const end = comma === -1 ? row.length : comma;
    fields.push(quoted.text + row.slice(quoted.end, end));
    if (comma === -1) break;
    position = comma + 1;
  }
  return fields;
}

/** @param start behind the quote */
function readQuoted(row: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let text = '';
  let position = start;
  for (;;) {
    const quote = row.indexOf('"', position);
    if (quote === -1) return undefined;
    text += row.slice(position, quote);
    if (row[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    position = quote + 2;
  }
}
