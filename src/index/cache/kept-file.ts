import { hashOfText, hashText, type OtherHash } from '../../packaging/file-hash.ts';
import type { IndexFile } from '../index-answer.ts';

type Row = readonly [
  filename: string,
  url: string,
  size: number | null,
  /** sha256, or another hash as `md5=…`. */
  hash: string | null,
  yanked: boolean | string,
  requiresPython: string | null,
  uploadTime: string | null,
  coreMetadata: true | string | null,
];

/** In front of the line of a yanked file, so that those which are not need not be read to know it. */
const YANKED = '!';

/** A file as one line. */
export function fileLine(file: IndexFile): string {
  const { filename, url, size, sha256, otherHash, yanked, requiresPython, uploadTime, coreMetadata } = file;
  const hash = sha256 ?? (otherHash === undefined ? null : hashText(otherHash));
  const row = [filename, url, size, hash, yanked, requiresPython, uploadTime, coreMetadata];
  return `${yanked === false ? '' : YANKED}${JSON.stringify(row)}`;
}

/** A file of a line that {@link fileLine} made; `undefined` where another line is seen to be none. */
export function fileOfLine(line: string): IndexFile | undefined {
  const isYanked = line.startsWith(YANKED);
  const filename = filenameIn(isYanked ? line.slice(YANKED.length) : line);
  return filename === undefined || !line.endsWith(']') ? undefined : new KeptFile(filename, line, isYanked);
}

/**
 * A file of a page that was kept. A page has hundreds of files, of which few compete with a local wheel: the name of
 * each is read, and the rest once somebody asks.
 */
class KeptFile implements IndexFile {
  readonly filename: string;
  readonly #line: string;
  readonly #isYanked: boolean;
  #row: Row | undefined;

  constructor(filename: string, line: string, isYanked: boolean) {
    this.filename = filename;
    this.#line = line;
    this.#isYanked = isYanked;
  }

  get url(): string {
    return this.#read()[1];
  }

  get size(): number | undefined {
    return this.#read()[2] ?? undefined;
  }

  get sha256(): string | undefined {
    const hash = this.#read()[3];
    return hash === null || this.otherHash !== undefined ? undefined : hash;
  }

  get otherHash(): OtherHash | undefined {
    const hash = this.#read()[3];
    return hash?.includes('=') ? hashOfText(hash) : undefined;
  }

  get yanked(): boolean | string {
    return this.#isYanked && this.#read()[4];
  }

  get requiresPython(): string | undefined {
    return this.#read()[5] ?? undefined;
  }

  get uploadTime(): string | undefined {
    return this.#read()[6] ?? undefined;
  }

  get coreMetadata(): true | string | undefined {
    return this.#read()[7] ?? undefined;
  }

  #read(): Row {
    this.#row ??= rowOf(this.#isYanked ? this.#line.slice(YANKED.length) : this.#line);
    return this.#row;
  }
}

/** Without reading the rest, where the name has nothing that JSON escapes, as in nearly all. */
function filenameIn(row: string): string | undefined {
  if (!row.startsWith('["')) return undefined;
  const end = row.indexOf('"', 2);
  const filename = row.slice(2, end);
  return filename.includes('\\') ? rowOf(row)[0] : filename;
}

/** The checksum of the page says that these are our own lines: what is missing in one cannot be told to anybody. */
function rowOf(text: string): Row {
  const row: unknown = parsed(text);
  const at = (place: number): unknown => (Array.isArray(row) ? row[place] : undefined);
  const textAt = (place: number): string | null => {
    const value = at(place);
    return typeof value === 'string' ? value : null;
  };
  const [size, yanked] = [at(2), at(4)];
  return [
    textAt(0) ?? '',
    textAt(1) ?? '',
    typeof size === 'number' ? size : null,
    textAt(3),
    typeof yanked === 'string' ? yanked : yanked === true,
    textAt(5),
    textAt(6),
    at(7) === true ? true : textAt(7),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
