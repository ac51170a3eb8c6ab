import { count, grouped } from '../numbers.ts';
import { element } from './element.ts';
import { pageSize } from './list.ts';

/** Where in the list one is, and the way on. */
export class Pager {
  readonly status = element('p', { class: 'status', role: 'status' });
  readonly element: HTMLElement;
  readonly #previous = element('button', { type: 'button', 'aria-keyshortcuts': '[' }, 'Previous');
  readonly #next = element('button', { type: 'button', 'aria-keyshortcuts': ']' }, 'Next');
  readonly #place = element('span', { class: 'place' });

  constructor(turn: (step: number) => void) {
    this.#previous.addEventListener('click', () => turn(-1));
    this.#next.addEventListener('click', () => turn(1));
    this.element = element(
      'nav',
      { class: 'pager', 'aria-label': 'Pages of findings' },
      this.#previous,
      this.#place,
      this.#next,
    );
  }

  /** @param found findings that fit @param all findings that there are */
  draw(page: number, found: number, all: number): void {
    const pages = Math.max(1, Math.ceil(found / pageSize));
    const [first, last] = [page * pageSize + 1, Math.min(found, (page + 1) * pageSize)];
    const part = pages > 1 ? `${grouped(first)} to ${grouped(last)} of ` : '';
    this.status.textContent =
      found === all
        ? `${part}${count(found, 'finding')}`
        : `${part}${count(found, 'finding')}, of ${grouped(all)} in all`;
    this.#place.textContent = `Page ${grouped(page + 1)} of ${grouped(pages)}`;
    this.#previous.disabled = page === 0;
    this.#next.disabled = page >= pages - 1;
    this.element.hidden = pages === 1;
  }
}
