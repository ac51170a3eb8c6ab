import type { Requirement } from '../../packaging/requirement.ts';
import type { TagSet } from '../../packaging/tags.ts';

/** What a requirement is called and asks for, as far as it can be read. */
export type KnownRequirement = Pick<Requirement, 'project' | 'extras' | 'specifiers'>;

export type RequirementTest = (requirement: KnownRequirement) => boolean;

/** A requirement that takes the place of another; what it does not say stays as it was. */
export interface Replacement {
  readonly isMeant: RequirementTest;
  /** Name as it is to be written. */
  readonly name: string;
  /** `[a,b]`, or an empty text for no extras; `undefined` keeps them. */
  readonly extras: string | undefined;
  /** `~=2.9.0`; `undefined` keeps it. */
  readonly specifier: string | undefined;
}

export interface RequirementEdits {
  readonly drop: readonly RequirementTest[];
  readonly replace: readonly Replacement[];
  readonly add: readonly Requirement[];
}

/** What is to be done to a wheel. */
export interface FixRequest {
  /** The local version label that it is to carry, in normal form. */
  readonly label: string | undefined;
  /** What becomes of another label: ours is put behind it, or it is left alone. */
  readonly existingLabel: 'extend' | 'keep';
  /** `auto` takes what the linter suggests. */
  readonly retag: 'auto' | TagSet | undefined;
  readonly requirements: RequirementEdits;
  /** RECORD lists what the archive holds. */
  readonly record: boolean;
  /** The version in the file name in normal form, the folders called after the file name. */
  readonly names: boolean;
  /** The file name's tags in sorted order. */
  readonly sortedTags: boolean;
  /** `Tag` and `Build` in WHEEL are those of the file name. */
  readonly wheelFile: boolean;
  /** The archive is written anew, without data descriptors and comments of members. */
  readonly archive: boolean;
}

export const nothing: FixRequest = {
  label: undefined,
  existingLabel: 'extend',
  retag: undefined,
  requirements: { drop: [], replace: [], add: [] },
  record: false,
  names: false,
  sortedTags: false,
  wheelFile: false,
  archive: false,
};
