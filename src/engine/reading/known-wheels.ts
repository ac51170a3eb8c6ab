import type { FileCalls } from '../../wheel/archive/file-calls.ts';
import { FACTS_FORMAT } from '../../wheel/cache/kept-facts.ts';
import { type FileStamp, stampOf } from '../../wheel/cache/stamp.ts';
import type { WheelCache } from '../../wheel/cache/wheel-cache.ts';
import type { WheelLocation } from '../../wheel/facts.ts';
import type { LookingWith } from '../run-rules.ts';
import { type CheckedWheel, checkedOfText } from './checked-wheel.ts';

/** What earlier runs of this program found out. */
export interface EarlierRuns {
  readonly cache: WheelCache;
  /** Tells this program from others, whose rules may say something else. */
  readonly build: string;
  /** Fewer wheels are read: that takes less time than to open the cache. Default 100. */
  readonly fewest?: number;
}

/** @param lookingWith what else decides what the rules say @returns `undefined` where it does not pay */
export function openKnown(
  earlier: EarlierRuns | undefined,
  lookingWith: LookingWith,
  wheels: number,
): KnownWheels | undefined {
  if (earlier === undefined || wheels < (earlier.fewest ?? 100)) return undefined;
  return new KnownWheels(earlier, lookingWith);
}

/** Wheels that an earlier run has looked into with the same rules, and which nobody has written to since. */
export class KnownWheels {
  readonly #cache: WheelCache;
  readonly #scope: string;
  readonly #stamps = new Map<string, FileStamp>();

  constructor({ cache, build }: EarlierRuns, lookingWith: LookingWith) {
    this.#cache = cache;
    this.#scope = JSON.stringify([FACTS_FORMAT, build, lookingWith]);
  }

  /** `undefined` for a wheel that is not known, so that somebody has to read it. */
  async find(location: WheelLocation, calls: FileCalls): Promise<CheckedWheel | undefined> {
    const { path } = location;
    // What cannot be looked at is for the reader to tell.
    const stats = await calls.statPath(path).catch(() => undefined);
    if (stats === undefined) return undefined;
    const stamp = stampOf(stats);
    const text = this.#cache.find(path, this.#scope, stamp);
    if (text !== undefined) return checkedOfText(text, location);
    this.#stamps.set(path, stamp);
    return undefined;
  }

  /** Keeps what was found in a wheel that was asked for. @param text of a wheel that rules have looked into */
  keep({ path }: WheelLocation, text: string): void {
    const stamp = this.#stamps.get(path);
    if (stamp === undefined) return;
    this.#stamps.delete(path);
    this.#cache.keep(path, this.#scope, stamp, text);
  }
}
