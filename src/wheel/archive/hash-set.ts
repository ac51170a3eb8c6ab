/** Hashes fill at most half of it. */
const smallest = 64;

/** Served to one set after the other: fresh memory for each of thousands of wheels costs more than the hashes. */
let memory = new Int32Array(4096);

/** A set of 32-bit hashes. Only the newest one may be used: all have the same memory. */
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

  /** @returns whether it was not there */
  add(hash: number): boolean {
    if (hash === 0) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    const at = this.#find(hash);
    if (this.#table[at] === hash) return false;
    this.#table[at] = hash;
    return true;
  }

  has(hash: number): boolean {
    return hash === 0 ? this.#hasZero : this.#table[this.#find(hash)] === hash;
  }

  /** The place of a hash, or the free one where it belongs. */
  #find(hash: number): number {
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#table[at] !== 0 && this.#table[at] !== hash) at = (at + 1) & this.#mask;
    return at;
  }
}
