import type { Member } from '../archive/directory.ts';
import { splitRow } from './csv-row.ts';
import { FaultList, type FaultTally, type RecordFault } from './faults.ts';
import type { RecordReview, StatedDigest } from './review.ts';
import { readRowHash } from './row-hash.ts';
import { readOddPath } from './row-path.ts';
import { RowTable } from './row-table.ts';

const byteOrderMark = '\uFEFF';
const carriageReturn = 13;
/** A RECORD with more faulty rows is read no further: a hostile one has millions. */
const maxFaulty = 100_000;

/** A row that is not simply as it should be. */
interface Row {
  readonly start: number;
  readonly line: number;
  readonly text: string;
  readonly path: string;
  readonly hash: string;
  readonly size: string;
}

/** A row whose size is not that of the member. */
interface Resized {
  readonly line: number;
  readonly stated: string;
}

/** Reads the rows one after the other and says what is wrong with them. */
export class RecordReader implements RecordReview {
  readonly member: string;
  readonly #text: string;
  readonly #table: RowTable;
  readonly #faults = new FaultList();
  /** Of rows whose digest does not stand where almost all have it. */
  readonly #oddDigests = new Map<number, StatedDigest>();
  readonly #resized = new Map<number, Resized>();
  readonly #conflicting = new Set<number>();

  /** @param bytes of a RECORD, in UTF-8 */
  constructor(own: string, bytes: Buffer, members: readonly Member[]) {
    this.member = own;
    this.#text = bytes.toString('utf8');
    this.#table = new RowTable(this.#text, bytes, own, members);
  }

  get matched(): number {
    return this.#table.matched;
  }

  get faults(): ReadonlyMap<RecordFault, FaultTally> {
    return this.#faults.tallies;
  }

  refuse(fault: RecordFault): void {
    this.#faults.add(fault, undefined, this.member);
  }

  read(): void {
    const text = this.#text;
    const feed = this.#feed();
    let start = 0;
    if (text.startsWith(byteOrderMark)) {
      this.#faults.add('byte-order-mark', 1, this.member);
      start = 1;
    }
    let rows = 0;
    for (let line = 1; start < text.length && this.#faults.count < maxFaulty; line += 1) {
      const next = this.#table.takeAsExpected(start);
      if (next !== undefined) {
        rows += 1;
        start = next;
        continue;
      }
      const found = text.indexOf(feed, start);
      const last = found === -1 ? text.length : found;
      const end = text.charCodeAt(last - 1) === carriageReturn ? last - 1 : last;
      if (end <= start) this.#faults.add('blank-row', line, '');
      else {
        rows += 1;
        this.#readRow(start, end, line);
      }
      start = last + 1;
    }
    if (rows === 0) {
      this.#faults.tallies.clear();
      this.refuse('empty');
      return;
    }
    if (this.#faults.count < maxFaulty) this.#findUnlisted();
    this.#tellResized();
  }

  digestOf(position: number): StatedDigest | undefined {
    if (this.#table.members[position]?.name === this.member) return undefined;
    if (this.#conflicting.has(position) || this.#resized.has(position)) return undefined;
    return this.#oddDigests.get(position) ?? this.#table.usualDigestOf(position);
  }

  lineOf(position: number): number | undefined {
    const start = this.#table.startOf(position);
    if (start === undefined) return undefined;
    const feed = this.#feed();
    let line = 1;
    for (let at = this.#text.indexOf(feed); at !== -1 && at < start; at = this.#text.indexOf(feed, at + 1))
      line += 1;
    return line;
  }

  /** What ends a line, behind a carriage return or not. */
  #feed(): string {
    return this.#text.includes('\n') ? '\n' : '\r';
  }

  #readRow(start: number, end: number, line: number): void {
    const text = this.#text.slice(start, end);
    const fields = splitRow(text);
    if (typeof fields === 'string') {
      const [path = ''] = text.replace('"', '').split(',', 1);
      this.#faults.add(fields, line, path);
      this.#table.claim(this.#table.find(path), start);
      return;
    }
    const [path = '', hash = '', size = ''] = fields;
    if (path === '') this.#faults.add('empty-path', line, path);
    else if (fields.length === 3) this.#readFields({ start, line, text, path, hash, size });
    else {
      this.#faults.add('fields', line, path, `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`);
      // Of a path with a comma and without quotes, the last two are hash and size.
      const whole = this.#table.find(fields.slice(0, -2).join(','));
      this.#table.claim(whole ?? this.#table.find(path), start);
    }
  }

  #readFields(row: Row): void {
    const { start, line, path, hash, size } = row;
    const position = this.#place(row);
    const member = position === undefined ? undefined : this.#table.members[position];
    if (position === undefined || member === undefined || !this.#isFirst(position, row)) return;
    this.#table.claim(position, start);
    if (member.name === this.member) {
      if (hash !== '' || size !== '') this.#faults.add('own-hash', line, path);
    } else if (this.#isSignature(member.name)) this.#faults.add('signature-listed', line, path);
    else this.#compare(position, member, row);
  }

  /** The member that a row is about; says what is wrong with its path. */
  #place({ line, path }: Row): number | undefined {
    if (path.endsWith('/')) {
      this.#faults.add('directory', line, path);
      return undefined;
    }
    const position = this.#table.find(path);
    if (position !== undefined) return position;
    const odd = readOddPath(path);
    const meant = odd?.path === undefined ? undefined : this.#table.find(odd.path);
    const isElsewhere = odd?.fault === 'absolute' || odd?.fault === 'outside';
    if (odd !== undefined && (meant !== undefined || isElsewhere)) this.#faults.add(odd.fault, line, path);
    else this.#faults.add(this.#isSignature(path) ? 'signature-listed' : 'missing', line, path);
    return meant;
  }

  /** Whether no row before this one is about the same member. */
  #isFirst(position: number, { line, path, text }: Row): boolean {
    const first = this.#table.startOf(position);
    if (first === undefined) return true;
    const isSame =
      this.#text.startsWith(text, first) && /^[\r\n]?$/.test(this.#text.charAt(first + text.length));
    if (!isSame) this.#conflicting.add(position);
    this.#faults.add(isSame ? 'repeated' : 'conflicting', line, path);
    return false;
  }

  #compare(position: number, member: Member, { start, line, path, hash, size }: Row): void {
    if (hash === '') this.#faults.add('no-hash', line, path);
    else if (path !== member.name || !this.#table.hasUsualDigest(start, path)) {
      const { fault, detail, digest } = readRowHash(hash);
      if (fault !== undefined) this.#faults.add(fault, line, path, detail);
      if (digest !== undefined) this.#oddDigests.set(position, digest);
    }
    if (size === '') {
      if (hash !== '') this.#faults.add('no-size', line, path);
    } else if (!/^\d+$/.test(size)) this.#faults.add('size', line, path, size);
    else if (Number(size) !== member.size) this.#resized.set(position, { line, stated: size });
  }

  #findUnlisted(): void {
    const { members } = this.#table;
    const isListed = (position: number): boolean => this.#table.startOf(position) !== undefined;
    let listed: ReadonlySet<string> | undefined;
    members.forEach(({ name }, position) => {
      if (isListed(position) || name.endsWith('/')) return;
      // Of two members with one name, the row counts for both.
      listed ??= new Set(members.filter((_, at) => isListed(at)).map((member) => member.name));
      if (listed.has(name)) return;
      if (this.#isSignature(name)) this.#faults.add('signature-present', undefined, name);
      else this.#faults.add(name === this.member ? 'unlisted-itself' : 'unlisted', undefined, name);
    });
  }

  #tellResized(): void {
    for (const [position, { line, stated }] of this.#resized) {
      const member = this.#table.members[position];
      if (member === undefined || this.#conflicting.has(position)) continue;
      const sizes = `${stated} bytes in RECORD, ${member.size} in the archive`;
      this.#faults.add('size-mismatch', line, member.name, sizes);
    }
  }

  #isSignature(name: string): boolean {
    return name === `${this.member}.jws` || name === `${this.member}.p7s`;
  }
}
