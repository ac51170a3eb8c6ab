import type { Specifier } from '../packaging/specifier.ts';

/** What a user asks an installer for, and the options that change the answer. */
export interface InstallRequest {
  /** Normalised name. */
  readonly project: string;
  readonly specifiers: readonly Specifier[];
  /** Allowed sha256, lower case; empty where any file will do. */
  readonly hashes: ReadonlySet<string>;
  /** `--prefer-binary`. */
  readonly preferBinary: boolean;
  /** `--only-binary`, `--no-binary`. */
  readonly formats: { readonly wheels: boolean; readonly sdists: boolean };
  /** `--pre`. */
  readonly prereleases: boolean;
}

/** A request for a project with no options. */
export function plainRequest(project: string, specifiers: readonly Specifier[] = []): InstallRequest {
  return {
    project,
    specifiers,
    hashes: new Set(),
    preferBinary: false,
    formats: { wheels: true, sdists: true },
    prereleases: false,
  };
}

/** Whether pip counts a requirement as pinned where hashes are given: `==1.*` is, `==1.0,!=1.1` is not. */
export function isPinnedForHashes({ specifiers }: InstallRequest): boolean {
  return specifiers.length === 1 && specifiers.every(({ operator }) => /^===?$/.test(operator));
}

/** Whether a clause names one version: `==1.0` or `===1.0`, not `==1.*`. */
export function isPin({ operator, wildcard }: Specifier): boolean {
  return operator === '===' || (operator === '==' && !wildcard);
}
