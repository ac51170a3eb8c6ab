/** Parsers of TOML and JSON tell no lines, but a hash stands where its file does. */
export class LinesOfHashes {
  readonly #lines = new Map<string, number>();

  constructor(text: string) {
    let line = 1;
    let counted = 0;
    for (const { 0: hash, index } of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi)) {
      for (let feed = text.indexOf('\n', counted); feed !== -1 && feed < index; ) {
        line += 1;
        counted = feed + 1;
        feed = text.indexOf('\n', counted);
      }
      const key = hash.toLowerCase();
      if (!this.#lines.has(key)) this.#lines.set(key, line);
    }
  }

  /** 1-based line of the first mention. @param sha256 lower case */
  of(sha256: string): number | undefined {
    return this.#lines.get(sha256);
  }
}
