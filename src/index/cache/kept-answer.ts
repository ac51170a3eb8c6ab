import type { Known } from '../http/fetched.ts';

/** Which answer: the same URL gives others to those who accept something else, or show who they are. */
export interface AnswerKey {
  /** The URL asked, as `documentName` has it. */
  readonly url: string;
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Whether credentials were sent; which ones, is not kept. */
  readonly authenticated: boolean;
}

/** Times are milliseconds. */
export interface Lifetime {
  /** When the server last said that the answer holds, since 1970. */
  readonly received: number;
  /** How old it was then, and may get before it is asked for again. */
  readonly age: number;
  readonly lifetime: number;
}

/** What is kept of an answer. */
export interface KeptAnswer extends Known, Lifetime {
  /** How many files the page has. */
  readonly files: number;
  /** What was read from it, by `pageText`; `undefined` where the server has no such page. */
  readonly text: string | undefined;
}
