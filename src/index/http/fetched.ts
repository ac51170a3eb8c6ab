import type { RawAnswer } from '../raw-answers.ts';
import type { Caching } from './caching.ts';

/** What a server answered, where that is an answer. */
export type Fetched = { readonly caching: Caching } & (
  | { readonly status: 'found'; readonly raw: RawAnswer }
  /** 404 and 410. */
  | { readonly status: 'not found' }
  /** 304: what we know of it still holds. */
  | { readonly status: 'not modified' }
);

/** What we have of a document, so that the server need not send it again. */
export interface Known {
  /** Where it came from in the end, as {@link documentName} has it: only there its validators mean something. */
  readonly source: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}
