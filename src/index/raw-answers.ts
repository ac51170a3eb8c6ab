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

/** Where the answers of one index come from: the network or a folder. */
export interface RawAnswers {
  /**
   * The project route, or with `version` the version route of the PyPI JSON API.
   * @param project normalised name @param version public version, safe as a path segment once percent-encoded
   * @returns `undefined` when the index does not have it
   * @throws {Unanswered}
   */
  read(project: string, version: string | undefined): Promise<RawAnswer | undefined>;
  /** Ends what is under way, with `Unanswered`, and releases connections. */
  close(): Promise<void>;
}
