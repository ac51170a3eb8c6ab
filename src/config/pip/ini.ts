import { quote } from '../../packaging/quote.ts';
import { indentation, strip, stripEnd } from './python-text.ts';

/** The values of a section by key, in the order of their first mention. Keys are in lower case. */
export type IniSection = ReadonlyMap<string, string>;

/** A file as Python's `configparser.RawConfigParser` reads it. */
export interface Ini {
  /** `[DEFAULT]`: what every other section has as well. */
  readonly defaults: IniSection;
  readonly sections: ReadonlyMap<string, IniSection>;
}

/** The text is not in the dialect; the message is a clause that repeats no values. */
export class IniError extends SyntaxError {
  override readonly name = 'IniError';
  /** 1 for the first. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * Parses the dialect of Python's `RawConfigParser` with its defaults: `=` or `:` behind a key, comments on lines of
 * their own that begin with `#` or `;`, values that go on in lines with more indentation than their key, no
 * interpolation, no section or key twice.
 * @throws {IniError}
 * @see https://github.com/python/cpython/blob/3.13/Lib/configparser.py `RawConfigParser._read_inner`
 */
export function parseIni(text: string): Ini {
  const reader = new Reader();
  // Python's files end lines here, and not at the further separators that its `splitlines` knows.
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) reader.readLine(line, index + 1);
  return reader.finish();
}

class Reader {
  readonly #defaults = new Map<string, string>();
  readonly #sections = new Map<string, Map<string, string>>();
  /** The section that lines go into. */
  #section: Map<string, string> | undefined;
  /** The key whose value can go on. */
  #key: string | undefined;
  #indentation = 0;

  readLine(line: string, number: number): void {
    const content = strip(line);
    if (content.startsWith('#') || content.startsWith(';')) return;
    if (this.#goOn(line, content) || content === '') return;
    this.#indentation = indentation(line);
    const header = /^\[(.+)\]/s.exec(content)?.[1];
    if (header === undefined) this.#readValue(content, number);
    else this.#begin(header, number);
  }

  /** Adds a line to the value before it, where it belongs there. An empty one always does. */
  #goOn(line: string, content: string): boolean {
    if (this.#section === undefined || this.#key === undefined) return false;
    if (content !== '' && indentation(line) <= this.#indentation) return false;
    this.#section.set(this.#key, `${this.#section.get(this.#key)}\n${content}`);
    return true;
  }

  #begin(name: string, number: number): void {
    this.#key = undefined;
    if (name === 'DEFAULT') {
      this.#section = this.#defaults;
      return;
    }
    if (this.#sections.has(name))
      throw new IniError(`the section ${quote(name)} begins a second time`, number);
    this.#section = new Map();
    this.#sections.set(name, this.#section);
  }

  #readValue(content: string, number: number): void {
    if (this.#section === undefined) throw new IniError('no [section] stands before it', number);
    const delimiter = content.search(/[=:]/);
    if (delimiter === -1) throw new IniError("there is no '=' or ':' behind a key", number);
    const key = stripEnd(content.slice(0, delimiter)).toLowerCase();
    if (key === '') throw new IniError(`there is no key before '${content.charAt(delimiter)}'`, number);
    if (this.#section.has(key))
      throw new IniError(`the key ${quote(key)} stands a second time in its section`, number);
    this.#key = key;
    this.#section.set(key, strip(content.slice(delimiter + 1)));
  }

  finish(): Ini {
    for (const values of [this.#defaults, ...this.#sections.values()]) {
      for (const [key, value] of values) values.set(key, stripEnd(value));
    }
    return { defaults: this.#defaults, sections: this.#sections };
  }
}
