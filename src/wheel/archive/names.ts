import { lazy } from '../../lazy.ts';
import type { Member } from './directory.ts';
import { findClashes, type MemberClashes } from './member-clashes.ts';
import { findUnusual, type NamedMember } from './member-names.ts';
import { type NameScan, scanNames } from './name-scan.ts';

/** What is odd about the names of members: found once for all rules that ask. */
export class Names {
  readonly #scan: () => NameScan;
  readonly #unusual: () => readonly NamedMember[];
  readonly #clashes: () => MemberClashes;

  /** @param directory the entries of the members as they stand in the file */
  constructor(members: readonly Member[], directory: Uint8Array) {
    this.#scan = lazy(() => scanNames(directory, members.length));
    this.#unusual = lazy(() => (this.#scan().mayBeUnusual ? findUnusual(members) : []));
    this.#clashes = lazy(() => findClashes(members));
  }

  /** Members with unusual names, in their order. */
  get unusual(): readonly NamedMember[] {
    return this.#unusual();
  }

  /** Whether one may have a space, or a character that is not ASCII. */
  get mayBeOdd(): boolean {
    return this.#scan().isOdd;
  }

  /** Whether two may be the same but for case, or one a folder of another. */
  get mayClash(): boolean {
    return this.#scan().mayClash;
  }

  /** Whether a folder may have the name of a Python source beside it. */
  get mayShadow(): boolean {
    return this.#scan().mayShadow;
  }

  /** Whether no `import` can state the name of a Python source, or of a folder above one. */
  get mayHaveOddSource(): boolean {
    return this.#scan().mayHaveOddSource;
  }

  /** Whether a name may say that its file or folder is not for the users of a wheel. */
  get mayBeMarked(): boolean {
    return this.#scan().mayBeMarked;
  }

  /** Length of the longest, in bytes: at least as many as it has characters. */
  get longest(): number {
    return this.#scan().longest;
  }

  /** By member: what its name says, as bits of `entryBits`. */
  get entries(): Uint8Array {
    return this.#scan().entries;
  }

  /** Looks at all names again: asked where {@link mayClash}. */
  get clashes(): MemberClashes {
    return this.#clashes();
  }
}
