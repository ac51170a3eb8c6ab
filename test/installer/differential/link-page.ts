import type { ClaimsDeclaration } from './scenario.ts';

/** A link as a page has it. */
export interface PageLink {
  readonly filename: string;
  /** Without a fragment. */
  readonly url: string;
  readonly sha256: string;
  readonly md5: string;
  readonly claims: ClaimsDeclaration;
}

/** An HTML page of links, in order; what is said twice comes once more at the end. */
export function htmlPage(links: readonly PageLink[]): string {
  const lines = withRepeats(links).map((link) => {
    const { filename, url, claims } = link;
    const fragment = claims.hash === undefined ? '' : `#${claims.hash}=${link[claims.hash]}`;
    const python = claims.requiresPython;
    const attributes = [
      `href="${escapeHtml(url)}${fragment}"`,
      ...(python === undefined ? [] : [`data-requires-python="${escapeHtml(python)}"`]),
      ...(claims.yanked === false ? [] : [`data-yanked="${escapeHtml(claims.yanked)}"`]),
    ];
    return `<a ${attributes.join(' ')}>${escapeHtml(filename)}</a><br>`;
  });
  return `<!DOCTYPE html><html><body>\n${lines.join('\n')}\n</body></html>\n`;
}

/** The same as JSON. @see https://peps.python.org/pep-0691/ */
export function jsonPage(project: string, links: readonly PageLink[]): string {
  const files = withRepeats(links).map((link) => {
    const { filename, url, claims } = link;
    return {
      filename,
      url,
      hashes: claims.hash === undefined ? {} : { [claims.hash]: link[claims.hash] },
      ...(claims.requiresPython !== undefined && { 'requires-python': claims.requiresPython }),
      yanked: claims.yanked,
    };
  });
  return JSON.stringify({ meta: { 'api-version': '1.0' }, name: project, files });
}

function withRepeats(links: readonly PageLink[]): PageLink[] {
  return [...links, ...links.filter(({ claims }) => claims.repeated)];
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
