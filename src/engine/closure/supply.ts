import type { IndexAnswer } from '../../index/index-answer.ts';
import { fitsPython } from '../../installer/exclude.ts';
import type { OfferedFile } from '../../installer/offer.ts';
import { isPin } from '../../installer/request.ts';
import { bestTag } from '../../installer/supported-tags.ts';
import type { Target } from '../../installer/target.ts';
import type { Requirement } from '../../packaging/requirement.ts';
import { matchesSpecifiers } from '../../packaging/specifier.ts';
import { parseVersionOnce } from '../../packaging/version.ts';
import { Listing } from '../listing.ts';

/** A file that could satisfy a requirement. */
export interface Supplied {
  readonly file: OfferedFile;
  readonly requiresPython: string | undefined;
  readonly yanked: boolean;
}

/**
 * Whether there is a file for a requirement.
 * - `met`: there is
 * - `unknown`: a source did not answer, and none of the others has one
 * - `nowhere`: no source has the project
 * - `version`: none has a version that is asked for
 * - `file`: none of the files of such versions is for the target
 */
export type Verdict = 'met' | 'unknown' | 'nowhere' | 'version' | 'file';

/** All files of one project that the wheels of a stack can be installed with. */
export class Supply {
  readonly #local: readonly Supplied[];
  readonly #listings: readonly Listing[];
  readonly #formats: { readonly wheels: boolean; readonly sdists: boolean };
  /** By the clauses, of which there is one list for each text. */
  readonly #verdicts = new Map<Requirement['specifiers'], Map<Target, Verdict>>();

  /** @param answers of find-links pages and indexes */
  constructor(
    local: readonly Supplied[],
    answers: readonly IndexAnswer[],
    formats: { readonly wheels: boolean; readonly sdists: boolean },
  ) {
    this.#local = local;
    this.#listings = answers.map((answer) => new Listing(answer));
    this.#formats = formats;
  }

  /** Worked out once for each set of versions and target: thousands of wheels ask for the same. */
  verdictFor(requirement: Requirement, target: Target): Verdict {
    let verdicts = this.#verdicts.get(requirement.specifiers);
    if (verdicts === undefined) {
      verdicts = new Map();
      this.#verdicts.set(requirement.specifiers, verdicts);
    }
    let verdict = verdicts.get(target);
    if (verdict === undefined) {
      verdict = this.#judge(requirement, target);
      verdicts.set(target, verdict);
    }
    return verdict;
  }

  #judge({ specifiers }: Requirement, target: Target): Verdict {
    const isPinned = specifiers.some(isPin);
    let isThere = false;
    let hasVersion = false;
    for (const { file, requiresPython, yanked } of this.#files(specifiers)) {
      if (file.kind === 'unreadable') continue;
      isThere = true;
      if (!matchesSpecifiers(specifiers, file.version) || (yanked && !isPinned)) continue;
      hasVersion = true;
      if (requiresPython !== undefined && !fitsPython(requiresPython, target.place.interpreter)) continue;
      const isWheel = file.kind === 'wheel';
      if (isWheel ? !this.#formats.wheels : !this.#formats.sdists) continue;
      if (!isWheel || bestTag(target.ranks, file.tags) !== undefined) return 'met';
    }
    const statuses = this.#listings.map(({ answer }) => answer.status);
    if (statuses.includes('unchecked')) return 'unknown';
    if (hasVersion) return 'file';
    return isThere || statuses.includes('listed') ? 'version' : 'nowhere';
  }

  *#files(specifiers: Requirement['specifiers']): Generator<Supplied> {
    yield* this.#local;
    // With a label asked for, the public part alone says nothing.
    const isPublic = specifiers.every(({ version }) => (version?.local.length ?? 0) === 0);
    for (const listing of this.#listings) {
      // The newest come last on most pages, and fit most often.
      for (const key of [...listing.versions()].reverse()) {
        const version = parseVersionOnce(key);
        if (version === undefined || (isPublic && !matchesSpecifiers(specifiers, version))) continue;
        for (const { file, offered } of listing.ofVersion(key)) {
          const { requiresPython, yanked } = file;
          yield { file: offered, requiresPython, yanked: yanked !== false };
        }
      }
    }
  }
}
