import { lazy } from '../../lazy.ts';
import type { Member } from './directory.ts';
import { findClashes, type MemberClashes } from './member-clashes.ts';
import { findUnusual, type NamedMember } from './member-names.ts';
import { type NameScan, scanNames } from './name-scan.ts';

/** What the names of members tell: found once for all rules that ask. */
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

  /** What one look at the bytes of all of them tells. */
  get scan(): NameScan {
    return this.#scan();
  }

  /** Members with unusual names, in their order. */
  get unusual(): readonly NamedMember[] {
    return this.#unusual();
  }

  /** Looks at all names again: asked where {@link NameScan.mayClash}. */
  get clashes(): MemberClashes {
    return this.#clashes();
  }
}
