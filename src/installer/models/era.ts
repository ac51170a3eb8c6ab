import type { InstallerModel } from '../model.ts';

/** Versions of an installer that behave alike. */
export interface Era {
  /** The first of them, as [major, minor]. */
  readonly from: readonly [major: number, minor: number];
  readonly model: InstallerModel;
}
