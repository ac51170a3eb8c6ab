import { element } from './element.ts';

/** Names in the tables become links that show their findings. */
export function linkFilters(): void {
  for (const name of document.querySelectorAll<HTMLElement>('[data-filter]')) {
    const { filter = '', value = '' } = name.dataset;
    const words = new URLSearchParams({ [filter]: value });
    name.replaceChildren(element('a', { href: `#${words}` }, ...name.childNodes));
  }
}
