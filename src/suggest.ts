import { distance } from 'fastest-levenshtein';

/** ` Did you mean 'x'?` for the known word nearest to a mistyped one, or an empty text where none is near. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const nearest = known
    .map((word) => ({ word, distance: distance(wrong.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const isNear =
    nearest !== undefined && nearest.distance <= Math.max(2, Math.floor(nearest.word.length / 3));
  // `warn` for `warning`: further away than a typing error, and still plain.
  const begun = wrong.length > 2 ? known.find((word) => word.startsWith(wrong.toLowerCase())) : undefined;
  const word = isNear ? nearest.word : begun;
  return word === undefined ? '' : ` Did you mean '${word}'?`;
}
