import { Parser } from 'htmlparser2';
import { detach } from '../../detach.ts';
import { type Remarks, remarksOf } from '../remarks.ts';
import { refuseOtherVersion } from './api-version.ts';
import { type Link, refuseTooMany } from './files-of-links.ts';

/** What stands in an HTML page. */
export interface HtmlLinks {
  readonly links: readonly Link[];
  /** The `href` of the first `<base>`. */
  readonly base: string | undefined;
  /** The page asks for input, as no page of an index does. */
  readonly hasForm: boolean;
  readonly remarks: Remarks | undefined;
}

/**
 * Takes every element for one that can have no content. Links need no tree, and without a stack of open elements there
 * is nothing that deep nesting could fill. It also means that each tag is told closed as soon as it has been read.
 */
class FlatParser extends Parser {
  protected override isVoidElement(): boolean {
    return true;
  }
}

const META_VERSION = 'pypi:repository-version';
const META_STATUS = 'pypi:project-status';
const META_REASON = 'pypi:project-status-reason';
const META = new Set([META_VERSION, META_STATUS, META_REASON]);

const ATTRIBUTES = new Set([
  ...['href', 'name', 'content', 'data-requires-python', 'data-yanked'],
  ...['data-core-metadata', 'data-dist-info-metadata'],
]);

/**
 * Reads the links of a page of the Simple API (PEP 503) or of find-links.
 * @throws {Unanswered} too many links, or another version of the API
 */
export function readHtmlLinks(chunks: Iterable<string>): HtmlLinks {
  const links: Link[] = [];
  let base: string | undefined;
  let hasForm = false;
  const meta = new Map<string, string>();
  // Of an attribute that comes twice, pip takes the last.
  const attributes = new Map<string, string>();

  const parser = new FlatParser({
    onopentagname() {
      attributes.clear();
    },
    onattribute(name, value) {
      if (ATTRIBUTES.has(name)) attributes.set(name, value);
    },
    onclosetag(tag) {
      if (tag === 'a') {
        const link = linkOf(attributes);
        if (link !== undefined) links.push(link);
        refuseTooMany(links.length);
      } else if (tag === 'base') {
        base ??= attributes.get('href');
      } else if (tag === 'meta') {
        const name = attributes.get('name') ?? '';
        if (META.has(name)) meta.set(name, detach(attributes.get('content') ?? ''));
        if (name === META_VERSION) refuseOtherVersion(attributes.get('content'));
      } else if (tag === 'form') {
        hasForm = true;
      }
    },
  });
  for (const chunk of chunks) parser.write(chunk);
  parser.end();
  const remarks = remarksOf(meta.get(META_VERSION), meta.get(META_STATUS), meta.get(META_REASON));
  return { links, base, hasForm, remarks };
}

/** PEP 592: `data-yanked` without a value, or with an empty one, is yanked without a reason. */
function linkOf(attributes: ReadonlyMap<string, string>): Link | undefined {
  const url = attributes.get('href');
  if (url === undefined) return undefined;
  const reason = attributes.get('data-yanked');
  return {
    url,
    filename: undefined,
    // Detached, because else they would keep the whole page in memory.
    yanked: reason === undefined ? false : detach(reason) || true,
    requiresPython: detach(attributes.get('data-requires-python') ?? ''),
    // PEP 714: the old name counts only where the new one is missing.
    coreMetadata: detach(
      attributes.get('data-core-metadata') ?? attributes.get('data-dist-info-metadata') ?? '',
    ),
  };
}
