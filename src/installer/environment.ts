import type { Interpreter } from './interpreter.ts';
import { type Machine, platformTags } from './machine.ts';
import type { TagWays } from './model.ts';

/** A Python on a machine, as far as tags go. */
export interface Environment {
  readonly interpreter: Interpreter;
  /** Platform tags that it accepts, best first. */
  readonly platforms: readonly string[];
  /** Python 3.10 and newer are called `cp3_10` (packaging 20.4, in pip 20.2). */
  readonly legacyTags: boolean;
}

/** Where a user installs: what a target is besides its installer. */
export interface Place {
  readonly interpreter: Interpreter;
  readonly machine: Machine;
  /** `false` where a `_manylinux.py` refuses manylinux. */
  readonly manylinux: boolean;
}

/** A place as an installer with these ways sees it. */
export function environmentAt({ interpreter, machine, manylinux }: Place, ways: TagWays): Environment {
  return {
    interpreter,
    platforms: platformTags(machine, { ...ways, manylinux }),
    legacyTags: ways.legacyTags,
  };
}
