/** A Python on a machine, as far as tags go. */
export interface Environment {
  /** Minor version of CPython 3. */
  readonly minor: number;
  /** Free-threaded build (3.13 and newer). */
  readonly threaded: boolean;
  /** Platform tags that it accepts, best first. */
  readonly platforms: readonly string[];
}

/** CPython minor versions that wheels are made for. */
export const pythonMinors = [8, 9, 10, 11, 12, 13, 14, 15] as const;
