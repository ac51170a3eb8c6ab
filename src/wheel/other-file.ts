import type { WheelFacts, WheelLocation } from './facts.ts';

/** A file of a wheelhouse that is no wheel, for findings about it: nothing in it was read. */
export function otherFile(location: WheelLocation): WheelFacts {
  return {
    location,
    size: 0,
    mode: undefined,
    name: undefined,
    nameProblem: undefined,
    problems: [],
    memberCount: 0,
    distInfo: undefined,
    nativeMembers: [],
  };
}
