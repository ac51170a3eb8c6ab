/** Numbers that look random and are the same on every machine. */
export interface Random {
  /** From 0 to 1, exclusive. */
  unit(): number;
  /** A whole number from 0, exclusive of `end`. */
  below(end: number): number;
  /** Half of the draws are below `median`; `spread` is the standard deviation of the logarithm. */
  skewed(median: number, spread: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** The generator mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(unit() * end);
  return {
    unit,
    below,
    // Box and Muller's way from two even draws to a normal one.
    skewed: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())),
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
