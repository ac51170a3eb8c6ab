/** Longer words count as having this length. */
const longest = 31;

/** Words of ASCII that names are held against as bytes: almost all are none of them by first letter and length. */
export class WordBytes {
  readonly #words: ReadonlySet<string>;
  /** By first byte: a bit for each length that a word has. */
  readonly #lengths = new Uint32Array(256);

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) {
      const first = word.charCodeAt(0);
      this.#lengths[first] = (this.#lengths[first] ?? 0) | (1 << Math.min(word.length, longest));
    }
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const lengths = this.#lengths[bytes[start] ?? 0] ?? 0;
    if (lengths === 0 || (lengths & (1 << Math.min(end - start, longest))) === 0) return false;
    return start < end && this.#words.has(String.fromCharCode(...bytes.subarray(start, end)));
  }
}
