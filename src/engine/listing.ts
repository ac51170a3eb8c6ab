import type { IndexAnswer, IndexFile } from '../index/index-answer.ts';
import type { OfferedFile } from '../installer/offer.ts';
import { readOfferedFile } from '../installer/offered-file.ts';
import { parseSdistFilename } from '../packaging/sdist-filename.ts';
import { parseVersionOnce, publicKey } from '../packaging/version.ts';

/** A file of an index with its name read. */
export interface ListedFile {
  readonly file: IndexFile;
  readonly offered: OfferedFile;
  /** Place on the page. */
  readonly order: number;
  readonly answer: IndexAnswer;
}

/**
 * The files of one answer by public version. An index lists hundreds of files of a project, of which few compete with a
 * local wheel: names are read when somebody asks for their version.
 */
export class Listing {
  readonly answer: IndexAnswer;
  readonly #read = new Map<string, readonly ListedFile[]>();
  #places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(answer: IndexAnswer) {
    this.answer = answer;
  }

  /** Wheels and sdists, in the order of the page. @param key public key of the version */
  ofVersion(key: string): readonly ListedFile[] {
    let files = this.#read.get(key);
    if (files === undefined) {
      this.#places ??= this.#group();
      files = (this.#places.get(key) ?? []).flatMap((order) => this.#file(order));
      this.#read.set(key, files);
    }
    return files;
  }

  /** The public keys of all versions; `''` for files whose names say none. */
  versions(): Iterable<string> {
    this.#places ??= this.#group();
    return this.#places.keys();
  }

  #group(): ReadonlyMap<string, readonly number[]> {
    const { answer } = this;
    if (answer.status !== 'listed') return new Map();
    const places = new Map<string, number[]>();
    for (const [order, { filename }] of answer.files.entries()) {
      const key = versionKey(filename, answer.project);
      const group = places.get(key);
      if (group === undefined) places.set(key, [order]);
      else group.push(order);
    }
    return places;
  }

  #file(order: number): ListedFile[] {
    const { answer } = this;
    const file = answer.status === 'listed' ? answer.files[order] : undefined;
    const offered = file && readOfferedFile(file.filename, answer.project);
    return file === undefined || offered === undefined ? [] : [{ file, offered, order, answer }];
  }
}

function versionKey(filename: string, project: string): string {
  const version = filename.endsWith('.whl')
    ? parseVersionOnce(filename.split('-', 2)[1] ?? '')
    : parseSdistFilename(filename, project)?.version;
  return version === undefined ? '' : publicKey(version);
}
