import { HashSet } from './hash-set.ts';
import { mayBeMarkedFile, mayBeMarkedFolder } from './marked-name.ts';
import { byteBits, byteTraits, letterMask, mayBeDevice } from './name-bytes.ts';
import { isPlainModule, isSource } from './plain-module.ts';

/** What all names of a directory have in common: a doubt may be mistaken, its absence never is. */
export interface NameScan {
  /** A name may have one of the traits of `nameTraits`. */
  readonly mayBeUnusual: boolean;
  /** A name has a space, or a character that is not ASCII. */
  readonly isOdd: boolean;
  /** Two names may be the same but for case, or one may be a folder of another. */
  readonly mayClash: boolean;
  /** A folder may have the name of a Python source beside it. */
  readonly mayShadow: boolean;
  /** A Python source, or a folder above one, may have a name that no `import` can state. */
  readonly mayHaveOddSource: boolean;
  /** A name may say that its file or folder is not for the users of a wheel: see `Mark`. */
  readonly mayBeMarked: boolean;
  /** Bytes of the longest name: at least as many as it has characters. */
  readonly longest: number;
  /** By entry: bits of {@link entryBits}. */
  readonly entries: Uint8Array;
}

/** What a name says of its entry. */
export const entryBits = {
  /** It is a folder: its name is empty or ends with a slash. */
  folder: 1,
  /** It is a file that ends with `.py`. */
  source: 2,
  /** It stands in another folder than the entry before, and what is a folder in itself. */
  elsewhere: 4,
} as const;

/** Where an entry of the directory has its lengths, and its name. */
const entryLayout = { nameLength: 28, extraLength: 30, commentLength: 32, name: 46 } as const;

const slash = 0x2f;
const { badLast, nonAscii, space, unusual } = byteBits;

/** FNV-1a. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
const hashBasis = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** Folders below folders, and folders of a wheel: of more than these nothing is told. */
const maxDepth = 32;
const maxFolders = 1 << 16;

/**
 * One pass over the directory as it stands in the file, which spares almost every wheel a look at its names one by one:
 * a character of a string costs several times as much as a byte, and a set of names still more.
 * @param directory all of its entries
 * @param count of the entries
 */
export function scanNames(directory: Uint8Array, count: number): NameScan {
  const scanner = new Scanner(directory, count);
  let entry = 0;
  for (let index = 0; index < count; index += 1) {
    const name = entry + entryLayout.name;
    const end = name + readUint16(directory, entry + entryLayout.nameLength);
    scanner.scan(index, name, end);
    entry =
      end +
      readUint16(directory, entry + entryLayout.extraLength) +
      readUint16(directory, entry + entryLayout.commentLength);
  }
  return scanner.finish();
}

class Scanner {
  readonly #bytes: Uint8Array;
  readonly #entries: Uint8Array;
  /** Hashes of the names in lower case. */
  readonly #names: HashSet;
  /** By depth: the hash of the last folder. */
  readonly #open = new Int32Array(maxDepth);
  readonly #folders: number[] = [];
  #seen = 0;
  #longest = 0;
  #mayClash = false;
  /** There are folders of which nothing is known. */
  #isUnknown = false;
  #mayHaveOddSource = false;
  #mayBeMarked = false;

  /** Where the folder of the last name stands, with its slash, and what is known behind it: names of one stand together. */
  readonly #folder = { start: 0, end: 0, depth: 0, hash: hashBasis, isImportable: true };

  constructor(bytes: Uint8Array, count: number) {
    this.#bytes = bytes;
    this.#entries = new Uint8Array(count);
    this.#names = new HashSet(count);
  }

  scan(index: number, start: number, end: number): void {
    const bytes = this.#bytes;
    const folder = this.#folder;
    let entry = 0;
    if (!this.#isInFolder(start, end)) {
      entry = entryBits.elsewhere;
      folder.start = start;
      folder.end = start;
      folder.depth = 0;
      folder.hash = hashBasis;
      folder.isImportable = true;
    }
    let seen = 0;
    let { depth, hash, isImportable } = folder;
    let at = start + folder.end - folder.start;
    for (; ; depth += 1) {
      const segment = at;
      // Without a character.
      let last: number = badLast;
      for (; at < end; at += 1) {
        const trait = byteTraits[bytes[at] ?? 0] ?? 0;
        if (trait === slash) break;
        seen |= trait;
        last = trait;
        hash = Math.imul(hash ^ (trait & letterMask), hashPrime);
      }
      // The name of a folder ends with a slash.
      const isPastFolder = segment === end && segment > start;
      if (!isPastFolder && ((last & badLast) !== 0 || mayBeDevice(bytes, segment, end))) seen |= unusual;
      if (at === end) {
        if (isSource(bytes, start, end)) {
          entry |= entryBits.source;
          isImportable &&= isPlainModule(bytes, segment, at - '.py'.length);
        } else {
          if (segment === end) entry |= entryBits.folder;
          else if (mayBeMarkedFile(bytes, segment, end)) this.#mayBeMarked = true;
          isImportable = true;
        }
        break;
      }
      isImportable &&= isPlainModule(bytes, segment, at);
      if (mayBeMarkedFolder(bytes, segment, at)) this.#mayBeMarked = true;
      this.#enter(depth, hash);
      hash = Math.imul(hash ^ slash, hashPrime);
      at += 1;
      entry = entryBits.elsewhere;
      folder.start = start;
      folder.end = at;
      folder.depth = depth + 1;
      folder.hash = hash;
      folder.isImportable = isImportable;
    }
    this.#entries[index] = entry;
    this.#seen |= seen;
    if (end - start > this.#longest) this.#longest = end - start;
    if (!isImportable) this.#mayHaveOddSource = true;
    if (!this.#names.add(hash)) this.#mayClash = true;
  }

  /** Whether a name begins with the folder of the one before, of which all is known. */
  #isInFolder(start: number, end: number): boolean {
    const bytes = this.#bytes;
    const { start: known, end: knownEnd } = this.#folder;
    const shift = start - known;
    if (knownEnd + shift > end) return false;
    // From its end: folders of one depth differ there.
    for (let at = knownEnd - 1; at >= known; at -= 1) if (bytes[at] !== bytes[at + shift]) return false;
    return true;
  }

  finish(): NameScan {
    return {
      mayBeUnusual: (this.#seen & unusual) !== 0,
      isOdd: (this.#seen & (space | nonAscii)) !== 0,
      mayClash:
        this.#mayClash ||
        // Other alphabets have letters in upper and lower case too.
        (this.#seen & nonAscii) !== 0 ||
        this.#folders.some((hash) => this.#names.has(hash)),
      mayShadow: this.#isUnknown || this.#folders.some((hash) => this.#names.has(sourceOf(hash))),
      mayHaveOddSource: this.#mayHaveOddSource,
      mayBeMarked: this.#mayBeMarked,
      longest: this.#longest,
      entries: this.#entries,
    };
  }

  /** Members of one folder almost always stand together, so that hardly any is kept more than once. */
  #enter(depth: number, hash: number): void {
    if (depth >= maxDepth || this.#folders.length >= maxFolders) {
      this.#mayClash = true;
      this.#isUnknown = true;
    } else if (this.#open[depth] !== hash || hash === 0) {
      this.#open[depth] = hash;
      this.#folders.push(hash);
    }
  }
}

/** The hash of a name and `.py`. */
function sourceOf(hash: number): number {
  let longer = hash;
  for (const byte of [0x2e, 0x70, 0x79]) longer = Math.imul(longer ^ byte, hashPrime);
  return longer;
}

function readUint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
