/** Hashes fill at most half of it. */
const smallest = 64;

/**
 * Served to one set after the other: fresh memory for each of thousands of wheels costs more than the hashes. Enough for
 * any known wheel, because memory that grows makes V8 compile again what fills it.
 */
let memory = new Int32Array(1 << 15);

/** Places that are looked at for one hash: names can be made so that all of them want the same. */
const mostProbes = 128;

/**
 * A set of 32-bit hashes. Where too many want one place, it takes what it cannot find for something it has.
 * Only the newest set may be used: all have the same memory.
 */
export class HashSet {
  readonly #table: Int32Array;
  readonly #mask: number;
  #hasZero = false;

  /** @param count of hashes at most */
  constructor(count: number) {
    let length = smallest;
    while (length < count * 2) length *= 2;
    if (memory.length < length) memory = new Int32Array(length);
    else memory.fill(0, 0, length);
    this.#table = memory;
    this.#mask = length - 1;
  }

  /** @returns whether it was surely not there */
  add(hash: number): boolean {
    if (hash === 0) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    const at = this.#find(hash);
    if (at === undefined || this.#table[at] === hash) return false;
    this.#table[at] = hash;
    return true;
  }

  has(hash: number): boolean {
    if (hash === 0) return this.#hasZero;
    const at = this.#find(hash);
    return at === undefined || this.#table[at] === hash;
  }

  /** The place of a hash, or the free one where it belongs; `undefined` where neither is near. */
  #find(hash: number): number | undefined {
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    for (let probes = 0; probes < mostProbes; probes += 1) {
      if (this.#table[at] === 0 || this.#table[at] === hash) return at;
      at = (at + 1) & this.#mask;
    }
    return undefined;
  }
}
