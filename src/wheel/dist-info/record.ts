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

/** @param member name of the RECORD member, for findings */
export function readRecord(member: string, text: string): RecordFacts {
  const malformed: MalformedRow[] = [];
  let rows = 0;
  let listsItself = false;
  for (const { line, fields } of readRows(text)) {
    const [path = ''] = fields;
    if (fields.length === 3 && path !== '') {
      rows += 1;
      listsItself ||= path === member;
    } else if (malformed.length < maxMalformed) {
      malformed.push({
        line,
        reason: path === '' ? 'the path is empty' : `it has ${fields.length} fields instead of 3`,
      });
    }
  }
  return { member, rows, listsItself, malformed };
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** CSV as Python's `csv` module reads it: quotes only where a path holds a comma or a quote. */
function* readRows(text: string): Generator<Row> {
  let line = 0;
  let position = 0;
  while (position < text.length) {
    line += 1;
    const feed = text.indexOf('\n', position);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(position, text[end - 1] === '\r' ? end - 1 : end);
    position = end + 1;
    if (content === '') continue;
    yield { line, fields: content.includes('"') ? splitQuoted(content) : content.split(',') };
  }
}

function splitQuoted(row: string): string[] {
  const fields = row.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
  return fields.map((field) => {
    const bare = field.startsWith(',') ? field.slice(1) : field;
    return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare;
  });
}
