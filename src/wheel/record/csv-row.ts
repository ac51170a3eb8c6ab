/** More than are looked at: a hostile row could have millions. */
const maxFields = 20;
/** Python's `csv` gives up at a longer field. @see https://docs.python.org/3/library/csv.html#csv.field_size_limit */
const maxFieldLength = 131_072;

export type RowProblem = 'quote' | 'field-length';

/**
 * One line of RECORD as fields, as Python's `csv` module and uv read it: a field in quotes where a path holds a comma or
 * a quote. No installer agrees with another on a line end inside of quotes, so that a quote has to end in its line.
 */
export function splitRow(row: string): readonly string[] | RowProblem {
  const fields = row.includes('"') ? splitQuoted(row) : row.split(',', maxFields);
  if (fields === undefined) return 'quote';
  return fields.some(({ length }) => length > maxFieldLength) ? 'field-length' : fields;
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
    // Nobody reads on, and there may be millions more.
    if (text.length > maxFieldLength) return { text, end: row.length };
    text += '"';
    position = quote + 2;
  }
}
