import { html, Markup } from './markup.ts';

const FENCE = /^```[^\n]*\n([\s\S]*?)^```[^\n]*$/m;

/** Code, strong, emphasis, links: all that the documentation of rules uses within a line. */
const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)/;

/**
 * The Markdown of a rule's documentation as HTML: paragraphs, lists with `-`, fenced code, and what {@link INLINE} knows.
 * @param resolve makes an absolute URL of a link; `undefined` leaves its text alone
 */
export function markdown(text: string, resolve: (link: string) => string | undefined): Markup {
  return joined(
    text.split(FENCE).map((part, place) => {
      if (place % 2 === 1) return html`<pre><code>${codeLines(part)}</code></pre>`;
      const blocks = part.split(/\n{2,}/).filter((block) => block.trim() !== '');
      return joined(blocks.map((block) => blockOf(block.trim(), resolve)));
    }),
  );
}

type Resolve = (link: string) => string | undefined;

function blockOf(block: string, resolve: Resolve): Markup {
  if (!block.startsWith('- ')) return html`<p>${inline(block, resolve)}</p>`;
  const items = block.slice(2).split(/\n- /);
  return html`<ul>${items.map((item) => html`<li>${inline(item, resolve)}</li>`)}</ul>`;
}

/** What stands within a line. */
export function inline(text: string, resolve: Resolve): Markup {
  const pieces: Markup[] = [];
  let rest = text.replaceAll(/\s*\n\s*/g, ' ');
  for (let match = INLINE.exec(rest); match !== null; match = INLINE.exec(rest)) {
    const [whole, code, strong, emphasis, label = '', link = ''] = match;
    pieces.push(html`${rest.slice(0, match.index)}`);
    if (code !== undefined) pieces.push(html`<code>${code}</code>`);
    else if (strong !== undefined) pieces.push(html`<strong>${strong}</strong>`);
    else if (emphasis !== undefined) pieces.push(html`<em>${emphasis}</em>`);
    else pieces.push(anchor(label, resolve(link), resolve));
    rest = rest.slice(match.index + whole.length);
  }
  return joined([...pieces, html`${rest}`]);
}

function codeLines(code: string): Markup {
  return new Markup(
    code
      .trimEnd()
      .split('\n')
      .map((line) => html`${line}`.text)
      .join('\n'),
  );
}

function anchor(label: string, url: string | undefined, resolve: Resolve): Markup {
  const shown = inline(label, resolve);
  return url !== undefined && isWebUrl(url) ? html`<a href="${url}" rel="noreferrer">${shown}</a>` : shown;
}

/** Anything else (`javascript:`, `data:`) is never made a link. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function joined(pieces: readonly Markup[]): Markup {
  return new Markup(pieces.map(({ text }) => text).join(''));
}
