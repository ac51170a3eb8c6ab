/** A header field of METADATA or WHEEL. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, without surrounding blanks. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** A line of a file. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** The headers of a file, and what is odd about them. */
export interface Headers {
  readonly fields: readonly HeaderField[];
  /** The same by name, in their order. */
  readonly byName: ReadonlyMap<string, readonly HeaderField[]>;
  /** The line that is no header and ended them, where no blank line did: it and all that follows count as the body. */
  readonly cutAt: Line | undefined;
  /** The first line that is passed over: a fold of nothing, or a header without a name. */
  readonly skipped: Line | undefined;
  /** The text begins with a byte order mark; Python's parser takes the whole text for the body then. */
  readonly hasMark: boolean;
}

/** Fields by name, made while they are read: those that may stand again stand together, by the dozen. */
class FieldsByName {
  readonly all = new Map<string, HeaderField[]>();
  #last: HeaderField[] = [];

  add(field: HeaderField): void {
    if (this.#last[0]?.name !== field.name) this.#last = this.#groupOf(field.name);
    this.#last.push(field);
  }

  #groupOf(name: string): HeaderField[] {
    const known = this.all.get(name);
    if (known !== undefined) return known;
    const group: HeaderField[] = [];
    this.all.set(name, group);
    return group;
  }
}

/** The fields alone, see {@link parseHeaders}. */
export function readHeaders(text: string): readonly HeaderField[] {
  return parseHeaders(text).fields;
}

/**
 * Reads RFC 822 style headers as Python's e-mail parser does, which installers use: up to the first blank line or the
 * first line that is no header, for that one begins the body.
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export function parseHeaders(text: string): Headers {
  const fields: HeaderField[] = [];
  const byName = new FieldsByName();
  let cutAt: Line | undefined;
  let skipped: Line | undefined;
  /** What a folded line belongs to. */
  let last: { name: string; value: string; line: number } | undefined;
  const hasMark = text.startsWith('\uFEFF');
  let position = hasMark ? 1 : 0;
  /** The next carriage return; most files have none. */
  let carriageReturn = text.indexOf('\r');
  for (let line = 1; position < text.length; line += 1) {
    if (carriageReturn !== -1 && carriageReturn < position) carriageReturn = text.indexOf('\r', position);
    const feed = text.indexOf('\n', position);
    const feedEnd = feed === -1 ? text.length : feed;
    // One that stands alone ends a line as well.
    const end = carriageReturn === -1 ? feedEnd : Math.min(carriageReturn, feedEnd);
    const content = text.slice(position, end);
    position = end + (end === carriageReturn && end + 1 === feed ? 2 : 1);
    if (content === '') break;
    if (/^[ \t]/.test(content)) {
      if (last !== undefined) last.value += `\n${content.trim()}`;
      else skipped ??= { text: content, line };
      continue;
    }
    last = undefined;
    if (content.startsWith('From ')) continue;
    const name = /^[!-9;-~]*(?=:)/.exec(content)?.[0];
    if (name === undefined) {
      cutAt = { text: content, line };
      break;
    }
    if (name === '') {
      skipped ??= { text: content, line };
      continue;
    }
    last = { name: name.toLowerCase(), value: content.slice(name.length + 1).trim(), line };
    fields.push(last);
    byName.add(last);
  }
  return { fields, byName: byName.all, cutAt, skipped, hasMark };
}
