/** An entry of a `.netrc`. */
export interface NetrcEntry {
  /** Lower case; `undefined` for `default`. */
  readonly machine: string | undefined;
  readonly login: string;
  readonly password: string;
}

/** What stands in a `.netrc` does not fit. The message names the line and nothing that stands there. */
export class NetrcError extends Error {
  override readonly name = 'NetrcError';
}

/**
 * Reads a `.netrc` as Python's `netrc` module does, and so pip: words with white space between them, in double quotes
 * where they hold some, `\` before what is meant literally, `#` for a comment where a keyword could stand, and macros up
 * to the next empty line.
 * @throws {NetrcError} @see https://docs.python.org/3/library/netrc.html
 */
export function parseNetrc(text: string): NetrcEntry[] {
  const words = new Words(text);
  const entries: NetrcEntry[] = [];
  for (let word = words.keyword(); word !== undefined; word = words.keyword()) {
    if (word === 'machine') entries.push(readEntry(words, words.value().toLowerCase()));
    else if (word === 'default') entries.push(readEntry(words, undefined));
    else if (word === 'macdef') words.skipMacro();
    else throw new NetrcError(`line ${words.line}: neither machine nor default nor macdef`);
  }
  return entries;
}

function readEntry(words: Words, machine: string | undefined): NetrcEntry {
  const values = { login: '', password: '' };
  for (let word = words.keyword(); word !== undefined; word = words.keyword()) {
    if (word === 'machine' || word === 'default' || word === 'macdef') {
      words.back();
      break;
    }
    if (word === 'login' || word === 'user') values.login = words.value();
    else if (word === 'password') values.password = words.value();
    else if (word === 'account') words.value();
    else throw new NetrcError(`line ${words.line}: neither login nor password nor account`);
  }
  return { machine, ...values };
}

/** The words of a text, one after the other. */
class Words {
  readonly #text: string;
  #at = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** 1-based, of the last word. */
  get line(): number {
    return this.#text.slice(0, this.#start).split('\n').length;
  }

  /** The next word that is no comment; `undefined` at the end. */
  keyword(): string | undefined {
    for (;;) {
      const word = this.#next();
      if (!word?.startsWith('#')) return word;
      this.#pass(/.*/y);
    }
  }

  /** What belongs to the last word; a `#` at its start is part of it. */
  value(): string {
    const { line } = this;
    const value = this.#next();
    if (value === undefined) throw new NetrcError(`line ${line}: something is missing at the end`);
    return value;
  }

  /** The last word is read once more. */
  back(): void {
    this.#at = this.#start;
  }

  skipMacro(): void {
    this.#pass(/.*?(?:\n\r?\n|$)/sy);
  }

  #next(): string | undefined {
    this.#pass(/\s*/y);
    if (this.#at === this.#text.length) return undefined;
    this.#start = this.#at;
    const word = this.#pass(/"(?:\\.|[^"\\])*"?|(?:\\.|\S)+/sy);
    return word.replace(/^"(.*?)"?$/s, '$1').replace(/\\(.)/gs, '$1');
  }

  #pass(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const passed = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += passed.length;
    return passed;
  }
}
