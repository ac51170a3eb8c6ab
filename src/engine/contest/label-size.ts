import type { LocalSegment, Version } from '../../packaging/version.ts';

/**
 * Whether a label is larger than another as a person reads it: `torch210` > `torch29`, the numbers inside words compared
 * as numbers. `false` where they differ in letters first, which have no size.
 */
export function isLarger(a: Version['local'], b: Version['local']): boolean {
  const [left, right] = [a.flatMap(chunks), b.flatMap(chunks)];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const [mine = '', theirs = ''] = [left[place], right[place]];
    if (mine === theirs) continue;
    if (!/^\d+$/.test(mine) || !/^\d+$/.test(theirs)) return false;
    const isCuda = /^cu(?:da)?$/.test(left[place - 1] ?? '');
    return isCuda ? cudaVersion(mine) > cudaVersion(theirs) : BigInt(mine) > BigInt(theirs);
  }
  return false;
}

/** Words and numbers in turn; the hash of a commit stays whole, its digits are no numbers. */
function chunks(segment: LocalSegment): string[] {
  const text = String(segment);
  const isHash = /^g?(?=.*[a-f])(?=.*\d)[0-9a-f]{7,40}$/.test(text);
  return isHash ? [text, '.'] : [...(text.match(/\d+|[^\d]+/g) ?? []), '.'];
}

/** `92` is 9.2, `118` is 11.8, and `12` is 12: above `118`. */
function cudaVersion(digits: string): number {
  const majorDigits = /^[1-6]/.test(digits) ? 2 : 1;
  return Number(`${digits.slice(0, majorDigits)}.${digits.slice(majorDigits)}`);
}
