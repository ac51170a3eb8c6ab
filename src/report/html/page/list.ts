import { count, grouped } from '../numbers.ts';
import type { PageFinding } from '../page-data.ts';
import type { Catalog } from './catalog.ts';
import { element, path } from './element.ts';
import { fill, rowOf } from './row.ts';
import type { View } from './view.ts';

export const pageSize = 50;

/** Paper has no second page to turn to, and nobody reads more of it. */
const mostPrinted = 2000;

/** The findings of one page under their headings. */
export class List {
  readonly element = element('div', { class: 'groups' });
  readonly #catalog: Catalog;
  readonly #onOpen: (finding: PageFinding) => void;

  constructor(catalog: Catalog, onOpen: (finding: PageFinding) => void) {
    this.#catalog = catalog;
    this.#onOpen = onOpen;
  }

  /** @param found all that the view shows, of which one page is drawn */
  draw(found: readonly PageFinding[], view: View): void {
    const start = view.page * pageSize;
    this.#fill(found, found.slice(start, start + pageSize), view);
    const open = view.finding === '' ? null : this.rowOf(view.finding);
    const finding = found.find(({ id }) => id === view.finding);
    if (open === null || finding === undefined) return;
    fill(open, finding, this.#catalog);
    open.open = true;
  }

  drawForPrint(found: readonly PageFinding[], view: View): void {
    this.#fill(found, found.slice(0, mostPrinted), view);
    if (found.length > mostPrinted) {
      const left = grouped(found.length - mostPrinted);
      this.element.append(element('p', { class: 'note' }, `${left} more are not printed.`));
    }
  }

  rowOf(id: string): HTMLDetailsElement | null {
    return this.element.querySelector<HTMLDetailsElement>(`details[data-id="${CSS.escape(id)}"]`);
  }

  /** The lines that can be moved between. */
  get summaries(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.finding > summary')];
  }

  #fill(found: readonly PageFinding[], shown: readonly PageFinding[], view: View): void {
    const keyOf = (finding: PageFinding) => this.#catalog.groupOf(finding, view.grouping);
    const sizes = new Map<string, number>();
    for (const finding of found) sizes.set(keyOf(finding), (sizes.get(keyOf(finding)) ?? 0) + 1);
    const groups = Map.groupBy(shown, keyOf);
    this.element.replaceChildren(
      ...Array.from(groups, ([key, findings]) =>
        element(
          'section',
          { class: 'group' },
          element(
            'h3',
            {},
            path(key || 'without a project'),
            ' ',
            element('span', { class: 'amount' }, count(sizes.get(key) ?? 0, 'finding')),
          ),
          element(
            'ol',
            { class: 'rows' },
            ...findings.map((finding) => rowOf(finding, this.#catalog, view.grouping, this.#onOpen)),
          ),
        ),
      ),
    );
    if (shown.length === 0) {
      this.element.append(element('p', { class: 'empty' }, 'Nothing fits these filters.'));
    }
  }
}
