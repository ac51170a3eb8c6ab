import type { Member } from './directory.ts';
import { findClashes, type MemberClashes, noClashes } from './member-clashes.ts';
import { findUnusual, type NamedMember } from './member-names.ts';
import { type NameScan, scanNames } from './name-scan.ts';

const doubt: NameScan = {
  mayBeUnusual: true,
  isOdd: true,
  mayClash: true,
  mayShadow: true,
  mayHaveOddSource: true,
};

/** What is odd about the names of members: found once for all rules that ask. */
export class Names {
  readonly #members: readonly Member[];
  readonly #directory: Uint8Array | undefined;
  #scan: NameScan | undefined;
  #unusual: readonly NamedMember[] | undefined;
  #clashes: MemberClashes | undefined;

  /** @param directory the entries of the members as they stand in the file, if they are held */
  constructor(members: readonly Member[], directory: Uint8Array | undefined) {
    this.#members = members;
    this.#directory = directory;
  }

  /** Members with unusual names, in their order. */
  get unusual(): readonly NamedMember[] {
    this.#unusual ??= this.#scanned.mayBeUnusual ? findUnusual(this.#members) : [];
    return this.#unusual;
  }

  /** Whether one may have a space, or a character that is not ASCII. */
  get mayBeOdd(): boolean {
    return this.#scanned.isOdd;
  }

  /** Whether two may be the same but for case, or one a folder of another. */
  get mayClash(): boolean {
    return this.#scanned.mayClash;
  }

  /** Whether a folder may have the name of a Python source beside it. */
  get mayShadow(): boolean {
    return this.#scanned.mayShadow;
  }

  /** Whether no `import` can state the name of a Python source, or of a folder above one. */
  get mayHaveOddSource(): boolean {
    return this.#scanned.mayHaveOddSource;
  }

  get clashes(): MemberClashes {
    this.#clashes ??= this.mayClash ? findClashes(this.#members) : noClashes;
    return this.#clashes;
  }

  get #scanned(): NameScan {
    this.#scan ??= this.#directory === undefined ? doubt : scanNames(this.#directory, this.#members.length);
    return this.#scan;
  }
}
