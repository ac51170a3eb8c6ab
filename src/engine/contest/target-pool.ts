import type { Place } from '../../installer/environment.ts';
import type { Installer } from '../../installer/installer.ts';
import { formatPlace } from '../../installer/places.ts';
import { makeTarget, type Target } from '../../installer/target.ts';

/** Targets by place, made once: their lists of tags are long, and thousands of projects ask for the same. */
export class TargetPool {
  readonly #installers: readonly Installer[];
  readonly #targets = new Map<string, readonly Target[]>();

  constructor(installers: readonly Installer[]) {
    this.#installers = installers;
  }

  targetsAt(place: Place): readonly Target[] {
    const key = formatPlace(place);
    let targets = this.#targets.get(key);
    if (targets === undefined) {
      targets = this.#installers.map((installer) => makeTarget(installer, place));
      this.#targets.set(key, targets);
    }
    return targets;
  }
}
