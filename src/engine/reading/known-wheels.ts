import type { FileCalls } from '../wheel/archive/file-calls.ts';
import { FACTS_FORMAT, factsOf, type KeptFacts, keptFacts } from '../wheel/cache/kept-facts.ts';
import { type FileStamp, stampOf } from '../wheel/cache/stamp.ts';
import type { WheelCache } from '../wheel/cache/wheel-cache.ts';
import type { WheelVisitor } from '../wheel/contents.ts';
import type { WheelFacts, WheelLocation } from '../wheel/facts.ts';
import type { RepeatedReport, RuleRun } from './run-rules.ts';

/** What earlier runs of this program found out. */
export interface EarlierRuns {
  readonly cache: WheelCache;
  /** Tells this program from others, whose rules may say something else. */
  readonly build: string;
  /** Fewer wheels are read: that takes less time than to open the cache. Default 100. */
  readonly fewest?: number;
}

/** @returns `undefined` where it does not pay */
export function openKnown(
  earlier: EarlierRuns | undefined,
  run: RuleRun,
  wheels: number,
): KnownWheels | undefined {
  if (earlier === undefined || wheels < (earlier.fewest ?? 100)) return undefined;
  return new KnownWheels(earlier, run);
}

interface KeptWheel {
  readonly facts: KeptFacts;
  /** What rules had to open the wheel for. */
  readonly reports: readonly RepeatedReport[];
}

/**
 * Wheels that an earlier run has looked into, and which nobody has written to since: their facts, and what the same
 * rules said of their contents.
 */
class KnownWheels {
  readonly #cache: WheelCache;
  readonly #run: RuleRun;
  readonly #scope: string;
  readonly #stamps = new Map<string, FileStamp>();
  /** Looks into wheels for the rules, and keeps what they say. */
  readonly visitor: WheelVisitor | undefined;

  constructor({ cache, build }: EarlierRuns, run: RuleRun) {
    this.#cache = cache;
    this.#run = run;
    this.#scope = JSON.stringify([FACTS_FORMAT, build, run.lookingWith]);
    this.visitor = run.visitor && {
      ...run.visitor,
      visit: (contents) => this.#keep(contents.wheel, run.look(contents)),
    };
  }

  /** Repeats what the rules said of a wheel; `undefined` where it is not known, so that somebody has to read it. */
  async recall(location: WheelLocation, calls: FileCalls): Promise<WheelFacts | undefined> {
    const { path } = location;
    // What cannot be looked at is for the reader to tell.
    const stats = await calls.statPath(path).catch(() => undefined);
    if (stats === undefined) return undefined;
    const stamp = stampOf(stats);
    const text = this.#cache.find(path, this.#scope, stamp);
    if (text === undefined) {
      this.#stamps.set(path, stamp);
      return undefined;
    }
    const { facts, reports }: KeptWheel = JSON.parse(text);
    const wheel = factsOf(facts, location);
    this.#run.repeat(wheel, reports);
    return wheel;
  }

  #keep(wheel: WheelFacts, reports: readonly RepeatedReport[]): void {
    const { path } = wheel.location;
    const stamp = this.#stamps.get(path);
    if (stamp === undefined) return;
    this.#stamps.delete(path);
    const kept: KeptWheel = { facts: keptFacts(wheel), reports };
    this.#cache.keep(path, this.#scope, stamp, JSON.stringify(kept));
  }
}
