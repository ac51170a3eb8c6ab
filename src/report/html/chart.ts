import { html, type Markup, nothing } from './markup.ts';

/** A part of a bar: a class for its colour, and its size. */
export interface Part {
  readonly kind: string;
  readonly size: number;
}

/** Thinner parts could not be seen. In hundredths of the bar's width. */
const thinnest = 0.6;

/**
 * A bar of several parts, 100 units wide, drawn with attributes alone, since the page's policy allows no inline style. It
 * says nothing that does not stand beside it in words.
 * @param whole what the full width means
 */
export function bar(parts: readonly Part[], whole: number): Markup {
  if (whole <= 0) return nothing;
  let left = 0;
  const drawn = parts
    .filter(({ size }) => size > 0)
    .map(({ kind, size }) => {
      const width = Math.max(thinnest, (size / whole) * 100);
      const x = left;
      left += width;
      return html`<rect class="${kind}" x="${rounded(x)}" width="${rounded(width)}" height="10"/>`;
    });
  const scale = Math.max(100, left);
  return html`<svg class="bar" viewBox="0 0 ${rounded(scale)} 10" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`;
}

function rounded(length: number): string {
  return String(Math.round(length * 100) / 100);
}
