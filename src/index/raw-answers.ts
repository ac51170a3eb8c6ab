/** One answer of an index, not yet parsed. */
export interface RawAnswer {
  readonly body: Uint8Array;
  /** Where it came from; relative file URLs are relative to this. */
  readonly url: string;
  /** Media type that the server named, in lower case, without parameters. */
  readonly type?: string | undefined;
  /** The `charset` parameter beside it. */
  readonly charset?: string | undefined;
}
