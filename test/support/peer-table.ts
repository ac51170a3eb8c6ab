import * as v from 'valibot';

const found = v.strictObject({
  /** What the peer calls its check. */
  check: v.string(),
  /** Codes of the rules that find what the check finds. */
  rules: v.pipe(v.array(v.pipe(v.string(), v.regex(/^WHL\d{3}$/))), v.minLength(1)),
  /** A wheelhouse, in the language of `fixtures/`, that the check objects to; each of the rules reports it. */
  wheelhouse: v.string(),
  /** Options of the rules for this wheelhouse, by code. */
  options: v.optional(v.record(v.string(), v.record(v.string(), v.unknown())), {}),
});

const leftOut = v.strictObject({
  check: v.string(),
  /** Why none of our rules does the same. */
  leftOut: v.pipe(v.string(), v.minLength(20)),
});

export const peerTableSchema = v.strictObject({
  peer: v.string(),
  /** Where its checks are listed. */
  url: v.pipe(v.string(), v.url()),
  checks: v.pipe(v.array(v.union([found, leftOut])), v.minLength(1)),
});

/** Every check of another tool, and what became of it here: the default export of a file in `test/peers/`. */
export type PeerTable = v.InferInput<typeof peerTableSchema>;
