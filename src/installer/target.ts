import { environmentAt, type Place } from './environment.ts';
import type { Installer } from './installer.ts';
import { formatInterpreter } from './interpreter.ts';
import { formatMachine } from './machine.ts';
import { rankTags, type TagRanks } from './supported-tags.ts';

/** An installer in an environment: what a verdict is true for. */
export interface Target {
  readonly installer: Installer;
  readonly place: Place;
  readonly ranks: TagRanks;
  /** Why a wheel is out of the race whose tags are all unknown here, as a clause. */
  readonly noTag: string;
}

export function makeTarget(installer: Installer, place: Place): Target {
  const { interpreter, machine } = place;
  const noTag =
    installer.model.legacyTags && interpreter.minor >= 10
      ? `${installer.name} calls this Python cp3_${interpreter.minor}`
      : `no tag fits Python ${formatInterpreter(interpreter)} on ${formatMachine(machine)}`;
  return { installer, place, ranks: rankTags(environmentAt(place, installer.model)), noTag };
}
