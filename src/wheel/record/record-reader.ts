import type { Member } from '../archive/directory.ts';
import { splitRow } from './csv-row.ts';
import { algorithms, isBase64Url, readDigest, sha256Length } from './digest-text.ts';
import { type RecordFault, Tally } from './faults.ts';
import { MembersByName } from './members-by-name.ts';
import type { RecordReview, StatedDigest } from './review.ts';
import { readOddPath } from './row-path.ts';

const byteOrderMark = '\uFEFF';
const sha256Prefix = 'sha256=';
const comma = 44;
const quote = 34;
const zero = 48;
/** A RECORD with more faulty rows is read no further: a hostile one has millions. */
const maxFaulty = 100_000;

/** A line that is being read. */
interface Row {
  readonly start: number;
  readonly line: number;
  readonly text: string;
  readonly path: string;
}

/** A row whose size is not that of the member. */
interface Resized {
  readonly line: number;
  readonly stated: string;
}

/** Reads the rows, almost all of them without making anything out of them. */
export class RecordReader implements RecordReview {
  readonly member: string;
  readonly faults = new Map<RecordFault, Tally>();
  matched = 0;
  readonly #text: string;
  readonly #members: MembersByName;
  /** By member: where its row begins, plus one; 0 where it has none. */
  readonly #rows: Uint32Array;
  /** Of rows whose digest does not stand where almost all have it. */
  readonly #oddDigests = new Map<number, StatedDigest>();
  readonly #resized = new Map<number, Resized>();
  readonly #conflicting = new Set<number>();
  #faulty = 0;

  constructor(own: string, text: string, members: readonly Member[]) {
    this.member = own;
    this.#text = text;
    this.#members = new MembersByName(members);
    this.#rows = new Uint32Array(members.length);
  }

  refuse(fault: RecordFault): void {
    this.#add(fault, undefined, this.member);
  }

  read(): void {
    const text = this.#text;
    const feed = text.includes('\n') ? '\n' : '\r';
    let start = 0;
    if (text.startsWith(byteOrderMark)) {
      this.#add('byte-order-mark', 1, this.member);
      start = 1;
    }
    let rows = 0;
    for (let line = 1; start < text.length && this.#faulty < maxFaulty; line += 1) {
      const found = text.indexOf(feed, start);
      const last = found === -1 ? text.length : found;
      const end = text.charCodeAt(last - 1) === 13 ? last - 1 : last;
      if (end <= start) this.#add('blank-row', line, '');
      else {
        rows += 1;
        if (!this.#isAsExpected(start, end)) this.#readRow(start, end, line);
      }
      start = last + 1;
    }
    if (rows === 0) {
      this.faults.clear();
      this.refuse('empty');
      return;
    }
    if (this.#faulty < maxFaulty) this.#findUnlisted();
    this.#tellResized();
  }

  digestOf(position: number): StatedDigest | undefined {
    const row = this.#rows[position] ?? 0;
    const name = this.#members.members[position]?.name;
    if (row === 0 || name === undefined || name === this.member) return undefined;
    if (this.#conflicting.has(position) || this.#resized.has(position)) return undefined;
    const odd = this.#oddDigests.get(position);
    if (odd !== undefined) return odd;
    const start = row + name.length + sha256Prefix.length;
    const digest = this.#text.slice(start, start + sha256Length);
    return this.#hasUsualDigest(row - 1, name) ? { algorithm: 'sha256', digest } : undefined;
  }

  lineOf(position: number): number | undefined {
    const row = this.#rows[position] ?? 0;
    if (row === 0) return undefined;
    const feed = this.#text.includes('\n') ? '\n' : '\r';
    let line = 1;
    for (let at = this.#text.indexOf(feed); at !== -1 && at < row - 1; at = this.#text.indexOf(feed, at + 1))
      line += 1;
    return line;
  }

  /** Whether the row is that of the next member, with nothing wrong; such a row costs next to nothing. */
  #isAsExpected(start: number, end: number): boolean {
    const member = this.#members.expected;
    if (member === undefined) return false;
    const text = this.#text;
    const { name, size } = member;
    const behind = start + name.length;
    if (!text.startsWith(name, start) || text.charCodeAt(behind) !== comma) return false;
    // No comma in the name, which would need quotes, and no name that is empty.
    if (behind === start || text.indexOf(',', start) !== behind || text.charCodeAt(start) === quote)
      return false;
    if (!this.#hasUsualDigest(start, name) || name.startsWith(this.member)) return false;
    const sizeStart = behind + sha256Prefix.length + sha256Length + 2;
    if (end <= sizeStart || readNumber(text, sizeStart, end) !== size) return false;
    const { position } = this.#members;
    if (this.#rows[position] !== 0) return false;
    this.#rows[position] = start + 1;
    this.matched += 1;
    this.#members.advance();
    return true;
  }

  #hasUsualDigest(start: number, name: string): boolean {
    const digest = start + name.length + 1 + sha256Prefix.length;
    return (
      this.#text.startsWith(sha256Prefix, digest - sha256Prefix.length) &&
      this.#text.charCodeAt(digest + sha256Length) === comma &&
      isBase64Url(this.#text, digest, digest + sha256Length)
    );
  }

  #readRow(start: number, end: number, line: number): void {
    const text = this.#text.slice(start, end);
    const fields = splitRow(text);
    if (typeof fields === 'string') {
      const [path = ''] = text.replace('"', '').split(',', 1);
      this.#add(fields, line, path);
      this.#claim(this.#find(path), start);
      return;
    }
    const [path = '', hash = '', size = ''] = fields;
    if (path === '') this.#add('empty-path', line, path);
    else if (fields.length !== 3) {
      // Of a path with a comma and without quotes, the last two are hash and size.
      const position = this.#find(fields.slice(0, -2).join(',')) ?? this.#find(path);
      this.#add('fields', line, path, `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`);
      this.#claim(position, start);
    } else this.#readFields({ start, line, text, path }, hash, size);
  }

  #readFields(row: Row, hash: string, size: string): void {
    const { line, path } = row;
    const position = this.#place(row);
    if (position === undefined) return;
    const member = this.#members.members[position];
    if (member === undefined || !this.#isFirst(position, row)) return;
    this.#claim(position, row.start);
    if (member.name === this.member) {
      if (hash !== '' || size !== '') this.#add('own-hash', line, path);
    } else if (this.#isSignature(member.name)) this.#add('signature-listed', line, path);
    else this.#compare(position, member, row, hash, size);
  }

  /** The member that a row is about; says what is wrong with its path. */
  #place({ line, path }: Row): number | undefined {
    const position = this.#find(path);
    if (path.endsWith('/')) this.#add('directory', line, path);
    else if (position !== undefined) return position;
    else {
      const odd = readOddPath(path);
      const meant = odd?.path === undefined ? undefined : this.#find(odd.path);
      if (odd === undefined) this.#add(this.#isSignature(path) ? 'signature-listed' : 'missing', line, path);
      else {
        const isElsewhere = odd.fault === 'absolute' || odd.fault === 'outside';
        this.#add(meant !== undefined || isElsewhere ? odd.fault : 'missing', line, path);
      }
      return meant;
    }
    return undefined;
  }

  /** Whether no row before this one is about the same member. */
  #isFirst(position: number, { line, path, text }: Row): boolean {
    const first = this.#rows[position] ?? 0;
    if (first === 0) return true;
    const isSame =
      this.#text.startsWith(text, first - 1) && /^[\r\n]?$/.test(this.#text.charAt(first - 1 + text.length));
    if (!isSame) this.#conflicting.add(position);
    this.#add(isSame ? 'repeated' : 'conflicting', line, path);
    return false;
  }

  #compare(position: number, member: Member, row: Row, hash: string, size: string): void {
    const { line, path } = row;
    if (hash === '') this.#add('no-hash', line, path);
    else if (path !== member.name || !this.#hasUsualDigest(row.start, path))
      this.#readHash(position, row, hash);
    if (size === '') {
      if (hash !== '') this.#add('no-size', line, path);
    } else if (!/^\d+$/.test(size)) this.#add('size', line, path, size);
    else if (Number(size) !== member.size) this.#resized.set(position, { line, stated: size });
  }

  #readHash(position: number, { line, path }: Row, hash: string): void {
    const equals = hash.indexOf('=');
    const name = hash.slice(0, equals);
    const algorithm = equals === -1 ? undefined : algorithms.get(name);
    if (equals === -1) this.#add('no-algorithm', line, path, hash);
    if (algorithm === undefined) {
      if (equals !== -1) this.#add('unknown-algorithm', line, path, name);
      return;
    }
    const { fault, digest } = readDigest(hash.slice(equals + 1), algorithm.length);
    if (algorithm.isWeak) this.#add('weak-algorithm', line, path, name);
    else if (fault !== undefined) this.#add(fault, line, path, hash.slice(equals + 1));
    if (digest !== undefined) this.#oddDigests.set(position, { algorithm: algorithm.openssl, digest });
  }

  #findUnlisted(): void {
    const { members } = this.#members;
    let listed: ReadonlySet<string> | undefined;
    for (let position = 0; position < members.length; position += 1) {
      const name = members[position]?.name;
      if (this.#rows[position] !== 0 || name === undefined || name.endsWith('/')) continue;
      // Of two members with one name, the row counts for both.
      listed ??= new Set(members.filter((_, at) => this.#rows[at] !== 0).map((member) => member.name));
      if (listed.has(name)) continue;
      if (this.#isSignature(name)) this.#add('signature-present', undefined, name);
      else this.#add(name === this.member ? 'unlisted-itself' : 'unlisted', undefined, name);
    }
  }

  #tellResized(): void {
    for (const [position, { line, stated }] of this.#resized) {
      const member = this.#members.members[position];
      if (member === undefined || this.#conflicting.has(position)) continue;
      this.#add(
        'size-mismatch',
        line,
        member.name,
        `${stated} bytes in RECORD, ${member.size} in the archive`,
      );
    }
  }

  #isSignature(name: string): boolean {
    return name === `${this.member}.jws` || name === `${this.member}.p7s`;
  }

  #find(name: string): number | undefined {
    const { expected, position } = this.#members;
    if (expected?.name !== name) return this.#members.find(name);
    this.#members.advance();
    return position;
  }

  #claim(position: number | undefined, start: number): void {
    if (position === undefined || this.#rows[position] !== 0) return;
    this.#rows[position] = start + 1;
    this.matched += 1;
  }

  #add(fault: RecordFault, line: number | undefined, path: string, detail = ''): void {
    this.#faulty += 1;
    let tally = this.faults.get(fault);
    if (tally === undefined) {
      tally = new Tally();
      this.faults.set(fault, tally);
    }
    tally.add({ line, path, detail });
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
