import { factsOf, type KeptFacts, keptFacts } from '../../wheel/cache/kept-facts.ts';
import type { WheelFacts, WheelLocation } from '../../wheel/facts.ts';
import type { RepeatedReport } from '../run-rules.ts';

/** A wheel, and what rules had to open it for. */
export interface CheckedWheel {
  readonly wheel: WheelFacts;
  readonly reports: readonly RepeatedReport[];
}

interface Plain {
  readonly facts: KeptFacts;
  readonly reports: readonly RepeatedReport[];
}

/** As a text, for another run or another thread. */
export function textOfChecked({ wheel, reports }: CheckedWheel): string {
  const plain: Plain = { facts: keptFacts(wheel), reports };
  return JSON.stringify(plain);
}

/** @param text what {@link textOfChecked} wrote of the wheel at that place */
export function checkedOfText(text: string, location: WheelLocation): CheckedWheel {
  const { facts, reports }: Plain = JSON.parse(text);
  return { wheel: factsOf(facts, location), reports };
}
