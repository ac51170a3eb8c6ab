import { onTestFinished } from 'vitest';
import { AnswerCache, type CacheOptions } from '../../../src/index/cache/answer-cache.ts';
import type { AnswerKey, KeptAnswer } from '../../../src/index/cache/kept-answer.ts';
import type { PackageIndex } from '../../../src/index/index-answer.ts';
import type { IndexOptions } from '../../../src/index/index-options.ts';
import { openIndex } from '../../../src/index/open-index.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';
import { OPTIONS } from '../opened.ts';

/** One run of the program: a cache in a folder, whose file is closed at its end, and an index beside it. */
export interface Run {
  readonly cache: AnswerCache;
  readonly index: PackageIndex;
  end(): Promise<void>;
}

/** Starts runs that share a folder. */
export async function runs(
  url: string,
  folder?: string,
): Promise<(change?: Partial<CacheOptions & IndexOptions>) => Run> {
  const shared = folder ?? (await tempFolder());
  return (change = {}) => {
    const cache = new AnswerCache({ folder: shared, ...change });
    const index = openIndex(url, { ...OPTIONS, ...change, cache });
    const end = async () => {
      await index.close();
      cache.close();
    };
    onTestFinished(end);
    return { cache, index, end };
  };
}

/** Opens a cache for one test. */
export function cacheIn(folder: string, options: Partial<CacheOptions> = {}): AnswerCache {
  const cache = new AnswerCache({ folder, ...options });
  onTestFinished(() => cache.close());
  return cache;
}

export function keyOf(name: string): AnswerKey {
  return { url: `https://index.example/${name}`, accept: 'application/json', authenticated: false };
}

export function answerOf(text: string, received = Date.now()): KeptAnswer {
  const { url: source } = keyOf(text);
  return { source, etag: '"1"', lastModified: undefined, received, age: 0, lifetime: 60_000, files: 1, text };
}
