import { TextDecoder } from 'node:util';
import type { IndexFile } from '../index-answer.ts';
import type { RawAnswer } from '../raw-answers.ts';
import type { Remarks } from '../remarks.ts';
import { Unanswered } from '../unanswered.ts';
import { filesOfLinks } from './files-of-links.ts';

/** What an HTML page has for an installer. */
export interface HtmlPage {
  /** Whatever the page links to, in its order; which of them are wheels, their names tell. */
  readonly files: readonly IndexFile[];
  /** The page asks for input, as no page of an index does. */
  readonly hasForm: boolean;
  readonly remarks: Remarks | undefined;
}

/**
 * Reads an HTML page of the Simple API (PEP 503), of a find-links URL or in a find-links folder: they are of one form.
 * Links to this machine's files count only on a page that is a file itself, links for a mail or script program never.
 * @throws {Unanswered}
 */
export async function readHtmlPage(raw: RawAnswer): Promise<HtmlPage> {
  // Here, not at the top: most runs never see HTML.
  const { readHtmlLinks } = await import('./html-links.ts');
  const { links, base, hasForm, remarks } = readHtmlLinks(decoded(raw));
  const resolved = URL.parse(base ?? '', raw.url)?.href ?? raw.url;
  return { files: filesOfLinks(links, raw.url, resolved), hasForm, remarks };
}

const CHUNK = 64 * 1024;

/** Piece by piece: the parser lets go of what it has read. */
function* decoded({ body, charset }: RawAnswer): Generator<string> {
  const decoder = decoderFor(charset);
  for (let at = 0; at < body.length; at += CHUNK) {
    yield decoder.decode(body.subarray(at, at + CHUNK), { stream: true });
  }
  yield decoder.decode();
}

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new Unanswered(`answer is in an unknown character set (${charset})`);
  }
}
