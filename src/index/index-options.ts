import type { AnswerCache } from './cache/answer-cache.ts';
import type { Network } from './http/network.ts';

/**
 * What an index speaks: the PyPI JSON API, the Simple API (JSON or HTML, PEP 503 and 691), or what its URL and its
 * answers tell.
 */
export const indexApis = ['pypi-json', 'simple', 'auto'] as const;
export type IndexApi = (typeof indexApis)[number];

/** What 403 means: a refusal, or as on PyTorch's download index a project that it does not have. */
export const forbiddenMeanings = ['unchecked', 'not-listed'] as const;
export type ForbiddenMeaning = (typeof forbiddenMeanings)[number];

/** How an index is asked. Times are milliseconds, sizes bytes. */
export interface IndexOptions {
  /** Requests (or files of a recorded index) under way at one time, at least 1. */
  readonly concurrency: number;
  /** Time for one try: connection, headers and the whole body. */
  readonly timeout: number;
  /** Value of the `User-Agent` header; index operators ask for one that tells who asks. */
  readonly userAgent: string;
  /** Default `auto`. */
  readonly api?: IndexApi;
  /** Default `unchecked`. */
  readonly forbidden?: ForbiddenMeaning;
  /** Value of the `Authorization` header, in place of what user name and password of the URL give. */
  readonly authorization?: string | undefined;
  /** Default: direct connections, and the authorities that Node and the system trust. */
  readonly network?: Network | undefined;
  /** Keeps what the index answers, for other runs too; closing it is up to the caller. Default: nothing is kept. */
  readonly cache?: AnswerCache | undefined;
  /** Tries for one request, the first one included. Default 3. */
  readonly tries?: number;
  /** Longest answer taken, counted before and after decompression. Default 64 MiB. */
  readonly maxBody?: number;
  /** Time for one request with all its tries and the waits between them. Default `tries × timeout + 60 s`. */
  readonly deadline?: number;
  /** Wait before the next try, after `attempt` (1, 2, …) failed. Default: exponential with jitter. */
  readonly backoff?: (attempt: number) => number;
}

export const DEFAULT_TRIES = 3;
export const DEFAULT_MAX_BODY = 64 * 1024 * 1024;
