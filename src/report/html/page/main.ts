import type { PageData } from '../page-data.ts';
import { Catalog } from './catalog.ts';
import { keyHelp, listenToKeys } from './keys.ts';
import { linkFilters } from './link-filters.ts';
import { List, pageSize } from './list.ts';
import { Pager } from './pager.ts';
import { Toolbar } from './toolbar.ts';
import { hashOf, type View, viewOf } from './view.ts';

/** Sets up the list of findings. */
function start(frame: HTMLElement, data: PageData): void {
  const catalog = new Catalog(data);
  let view = viewOf(location.hash);
  let found = catalog.select(view);

  const show = (next: View, remember = true): void => {
    const isSameList =
      hashOf({ ...next, finding: '', page: 0 }) === hashOf({ ...view, finding: '', page: 0 });
    if (!isSameList) found = catalog.select(next);
    const last = Math.max(0, Math.ceil(found.length / pageSize) - 1);
    view = { ...next, page: Math.min(next.page, last) };
    toolbar.draw(view);
    list.draw(found, view);
    const all = view.baseline
      ? data.findings.length
      : data.findings.filter(({ suppressed }) => !suppressed).length;
    pager.draw(view.page, found.length, all);
    if (remember) keep();
  };
  const keep = (): void =>
    history.replaceState(null, '', hashOf(view) || location.pathname + location.search);
  const turn = (step: number): void => {
    const page = view.page + step;
    if (page < 0 || page * pageSize >= found.length) return;
    show({ ...view, page, finding: '' });
    frame.scrollIntoView();
    list.summaries[0]?.focus({ preventScroll: true });
  };
  const move = (step: 1 | -1): void => {
    const { summaries } = list;
    const here = summaries.findIndex((summary) => summary.matches(':focus'));
    const next = here === -1 ? summaries[0] : summaries[here + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const follow = (): void => {
    // Another place of the page.
    if (!location.hash.includes('=')) return;
    const asked = viewOf(location.hash);
    const target = catalog.viewOfFinding(asked.finding, asked, pageSize);
    show(target ?? { ...asked, finding: '' }, false);
    if (target !== undefined) {
      const summary = list.rowOf(target.finding)?.querySelector('summary');
      summary?.scrollIntoView({ block: 'center' });
      summary?.focus({ preventScroll: true });
    } else frame.parentElement?.scrollIntoView();
  };

  const toolbar = new Toolbar(catalog, (change) => show({ ...view, page: 0, finding: '', ...change }));
  const list = new List(catalog, ({ id }) => {
    view = { ...view, finding: id };
    keep();
  });
  const pager = new Pager(turn);
  frame.replaceChildren(toolbar.element, pager.status, list.element, pager.element, keyHelp());
  linkFilters();
  listenToKeys({ search: () => toolbar.search.focus(), move, turn });
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => list.drawForPrint(found, view));
  addEventListener('afterprint', () => show(view));
  show(view, false);
  follow();
}

const frame = document.getElementById('finder');
const text = document.getElementById('data')?.textContent;
if (frame !== null && text !== undefined) start(frame, JSON.parse(text));
