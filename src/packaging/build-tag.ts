/** The build tag of a wheel: a number and what follows it. */
export interface BuildTag {
  readonly text: string;
  readonly number: bigint;
  readonly suffix: string;
}

/** @returns `undefined` where the text does not begin with a digit */
export function parseBuildTag(text: string): BuildTag | undefined {
  const match = /^(\d+)(.*)$/s.exec(text);
  if (!match) return undefined;
  const [, digits = '', suffix = ''] = match;
  return { text, number: BigInt(digits), suffix };
}

/** No build tag < any; then by number, then by the rest as a string. `01` equals `1`. */
export function compareBuildTags(a: BuildTag | undefined, b: BuildTag | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  if (a.suffix === b.suffix) return 0;
  return a.suffix < b.suffix ? -1 : 1;
}
