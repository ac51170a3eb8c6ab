import { isAscii } from 'node:buffer';
import type { Member } from '../archive/directory.ts';
import { isBase64Url, isBase64UrlBytes, sha256Length } from './digest-text.ts';
import { MembersByName } from './members-by-name.ts';
import type { StatedDigest } from './review.ts';

const sha256Prefix = 'sha256=';
const comma = 44;
const quote = 34;
const zero = 48;
const lineFeed = 10;
const carriageReturn = 13;
/** Bytes that a name can be longer than RECORD's own: `.jws`, `.p7s`. */
const signatureSuffix = 4;

/** Which row of RECORD belongs to which member; a row as it should be costs a few comparisons and no memory. */
export class RowTable {
  readonly members: readonly Member[];
  /** Members that have a row. */
  matched = 0;
  readonly #text: string;
  /** The same, where each character is a byte; a byte costs half of what a character does. */
  readonly #bytes: Uint8Array | undefined;
  readonly #own: string;
  readonly #byName: MembersByName;
  /** By member: where its row begins, plus one; 0 where it has none. */
  readonly #rows: Uint32Array;

  /**
   * @param bytes from which the text was made
   * @param own name of the RECORD member, whose row is not like others
   */
  constructor(text: string, bytes: Buffer, own: string, members: readonly Member[]) {
    this.members = members;
    this.#text = text;
    this.#bytes = isAscii(bytes) ? bytes : undefined;
    this.#own = own;
    this.#byName = new MembersByName(members);
    this.#rows = new Uint32Array(members.length);
  }

  /**
   * Takes a row that is that of the next member, with nothing wrong, and has the usual end of line.
   * @returns where the next row begins; `undefined` for any other row
   */
  takeAsExpected(start: number): number | undefined {
    const member = this.#byName.expected;
    const bytes = this.#bytes;
    if (member === undefined || bytes === undefined) return undefined;
    const text = this.#text;
    const { name, size } = member;
    const behind = start + name.length;
    if (bytes[behind] !== comma || !text.startsWith(name, start)) return undefined;
    // No name that is empty, or that would need quotes.
    if (behind === start || text.indexOf(',', start) !== behind || bytes[start] === quote) return undefined;
    if (this.#isOwn(name)) return this.#takeOwn(name, start);
    const digest = behind + 1 + sha256Prefix.length;
    const sizeStart = digest + sha256Length + 1;
    if (!text.startsWith(sha256Prefix, behind + 1) || bytes[sizeStart - 1] !== comma) return undefined;
    if (!isBase64UrlBytes(bytes, digest, digest + sha256Length)) return undefined;
    const end = skipNumber(bytes, sizeStart, size);
    const next = end === undefined ? undefined : skipLineEnd(bytes, end);
    const { position } = this.#byName;
    if (next === undefined || this.#rows[position] !== 0) return undefined;
    this.claim(position, start);
    this.#byName.advance();
    return next;
  }

  /** RECORD itself has neither hash nor size. */
  #takeOwn(name: string, start: number): number | undefined {
    const bytes = this.#bytes;
    const behind = start + name.length + 1;
    const { position } = this.#byName;
    if (bytes?.[behind] !== comma || name !== this.#own || this.#rows[position] !== 0) return undefined;
    const next = skipLineEnd(bytes, behind + 1);
    if (next === undefined) return undefined;
    this.claim(position, start);
    this.#byName.advance();
    return next;
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

  /** Whether a member is RECORD itself, or may be its signature. */
  #isOwn(name: string): boolean {
    const more = name.length - this.#own.length;
    return more >= 0 && more <= signatureSuffix && name.startsWith(this.#own);
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

/** @returns where the number ends; `undefined` where something else stands there */
function skipNumber(bytes: Uint8Array, start: number, expected: number): number | undefined {
  let number = 0;
  let at = start;
  for (; at < bytes.length; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return at > start && number === expected ? at : undefined;
}

function skipLineEnd(bytes: Uint8Array, at: number): number | undefined {
  if (at === bytes.length) return at;
  const feed = bytes[at] === carriageReturn ? at + 1 : at;
  return bytes[feed] === lineFeed ? feed + 1 : undefined;
}
