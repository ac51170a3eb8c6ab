import { showHidden } from '../escape.ts';

/** HTML that is safe as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** Markup from a template: whatever is put in is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    parts.reduce((text, part, place) => {
      const value = values[place - 1];
      return text + (value === undefined ? '' : textOf(value)) + part;
    }),
  );
}

export const nothing = new Markup('');

/** A path that may be broken behind its slashes. */
export function path(text: string): Markup {
  const parts = text.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);
  return html`<span class="path">${parts}</span>`;
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return escapeHtml(showHidden(String(value)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Good for text and for quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
