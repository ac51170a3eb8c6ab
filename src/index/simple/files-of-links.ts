import { fragmentValue, hashOfText } from '../../packaging/file-hash.ts';
import type { IndexFile } from '../index-answer.ts';
import { type FileClaims, fileUrl, indexFile } from '../index-file.ts';
import { Unanswered } from '../unanswered.ts';
import { filenameOfUrl } from './filename-of-url.ts';

/** A link as an answer of the Simple API has it. */
export interface Link extends FileClaims {
  readonly url: unknown;
}

/**
 * An answer of 64 MiB holds about 200,000 honest links, and less than its own length of their URLs. Short links, or a
 * long URL that short ones are relative to, would fill the memory.
 */
const MOST_LINKS = 500_000;
const MOST_URL_CHARACTERS = 128 * 1024 * 1024;
const LONGEST_BASE = 8192;

/**
 * The files that a page links to, in the order of the page. Links whose URLs are equal, fragments included, are one,
 * the first, as in pip. A file name that comes twice with different URLs stays twice: pip takes either for a
 * candidate, and of two equal ones the lower on the page (the upper one before 20.3).
 *
 * A link without a file name of its own has that of its URL; the same goes for a hash in the URL's fragment.
 * @param page URL of the page @param base what relative URLs are relative to
 * @throws {Unanswered} too many links
 */
export function filesOfLinks(links: readonly Link[], page: string, base = page): IndexFile[] {
  refuseTooMany(links.length);
  if (base.length > LONGEST_BASE) throw new Unanswered('base URL of the answer is too long');
  const files: IndexFile[] = [];
  const seen = new Set<string>();
  let characters = 0;
  for (const link of links) {
    const url = fileUrl(link.url, page, base);
    if (url === undefined || seen.has(url.href)) continue;
    seen.add(url.href);
    characters += url.href.length;
    if (characters > MOST_URL_CHARACTERS) throw new Unanswered('URLs of the answer are too long');
    const filename = link.filename ?? filenameOfUrl(url);
    const file = indexFile({ ...link, filename, ...hashesOf(link, url.hash) }, url);
    if (file !== undefined) files.push(file);
  }
  return files;
}

function hashesOf(
  { sha256, otherHashes }: Link,
  fragment: string,
): Pick<FileClaims, 'sha256' | 'otherHashes'> {
  if (fragment === '') return { sha256, otherHashes };
  const own = fragmentValue(fragment, 'sha256');
  const other = hashOfText(fragment);
  return {
    sha256: sha256 ?? own,
    otherHashes: otherHashes ?? (other && { [other.algorithm]: other.hex }),
  };
}

/** @throws {Unanswered} */
export function refuseTooMany(links: number): void {
  if (links > MOST_LINKS) throw new Unanswered('answer has too many links');
}
