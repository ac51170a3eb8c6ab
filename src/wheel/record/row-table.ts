import type { Member } from '../archive/directory.ts';
import { isBase64Url, sha256Length } from './digest-text.ts';
import { MembersByName } from './members-by-name.ts';
import type { StatedDigest } from './review.ts';

const sha256Prefix = 'sha256=';
const comma = 44;
const quote = 34;
const zero = 48;

/** Which row of RECORD belongs to which member; a row as it should be costs a few comparisons and no memory. */
export class RowTable {
  readonly members: readonly Member[];
  /** Members that have a row. */
  matched = 0;
  readonly #text: string;
  readonly #own: string;
  readonly #byName: MembersByName;
  /** By member: where its row begins, plus one; 0 where it has none. */
  readonly #rows: Uint32Array;

  /** @param own name of the RECORD member, whose row is not like others */
  constructor(text: string, own: string, members: readonly Member[]) {
    this.members = members;
    this.#text = text;
    this.#own = own;
    this.#byName = new MembersByName(members);
    this.#rows = new Uint32Array(members.length);
  }

  /** Takes a row that is that of the next member, with nothing wrong. @returns whether it is such a row */
  takeAsExpected(start: number, end: number): boolean {
    const member = this.#byName.expected;
    if (member === undefined) return false;
    const text = this.#text;
    const { name, size } = member;
    const behind = start + name.length;
    if (!text.startsWith(name, start) || text.charCodeAt(behind) !== comma) return false;
    // No name that is empty, or that would need quotes.
    if (behind === start || text.indexOf(',', start) !== behind) return false;
    if (text.charCodeAt(start) === quote || name.startsWith(this.#own)) return false;
    const sizeStart = behind + sha256Prefix.length + sha256Length + 2;
    if (!this.hasUsualDigest(start, name) || end <= sizeStart) return false;
    if (readNumber(text, sizeStart, end) !== size) return false;
    const { position } = this.#byName;
    if (this.#rows[position] !== 0) return false;
    this.claim(position, start);
    this.#byName.advance();
    return true;
  }

  /** The position of a member in the directory. */
  find(name: string): number | undefined {
    const { expected, position } = this.#byName;
    if (expected?.name !== name) return this.#byName.find(name);
    this.#byName.advance();
    return position;
  }

  /** Gives a row to a member that has none. */
  claim(position: number | undefined, start: number): void {
    if (position === undefined || this.#rows[position] !== 0) return;
    this.#rows[position] = start + 1;
    this.matched += 1;
  }

  /** Where a member's row begins; `undefined` where it has none. */
  startOf(position: number): number | undefined {
    const row = this.#rows[position] ?? 0;
    return row === 0 ? undefined : row - 1;
  }

  /** Whether a row has a sha256 in its usual form behind an unquoted path. */
  hasUsualDigest(start: number, path: string): boolean {
    const prefix = start + path.length + 1;
    const digest = prefix + sha256Prefix.length;
    return (
      this.#text.startsWith(sha256Prefix, prefix) &&
      this.#text.charCodeAt(digest + sha256Length) === comma &&
      isBase64Url(this.#text, digest, digest + sha256Length)
    );
  }

  usualDigestOf(position: number): StatedDigest | undefined {
    const start = this.startOf(position);
    const name = this.members[position]?.name;
    if (start === undefined || name === undefined || !this.hasUsualDigest(start, name)) return undefined;
    const digest = start + name.length + 1 + sha256Prefix.length;
    return { algorithm: 'sha256', digest: this.#text.slice(digest, digest + sha256Length) };
  }
}

/** @returns -1 where something else than digits stands there */
function readNumber(text: string, start: number, end: number): number {
  let number = 0;
  for (let position = start; position < end; position += 1) {
    const digit = text.charCodeAt(position) - zero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
