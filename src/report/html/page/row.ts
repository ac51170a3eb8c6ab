import type { PageFinding } from '../page-data.ts';
import type { Catalog } from './catalog.ts';
import { detailsOf } from './details.ts';
import { element, path } from './element.ts';
import type { Grouping } from './view.ts';
import { severityWords } from './words.ts';

/** One finding: a line that unfolds. */
export function rowOf(
  finding: PageFinding,
  catalog: Catalog,
  grouping: Grouping,
  onOpen: (finding: PageFinding) => void,
): HTMLElement {
  const severity = severityWords[finding.severity] ?? 'info';
  const made = element(
    'details',
    { class: 'finding', 'data-id': finding.id },
    element(
      'summary',
      {},
      element('span', { class: `severity ${severity}` }, severity),
      element('span', { class: 'message' }, ...messageNodes(finding.message)),
      element('span', { class: 'meta' }, ...metaNodes(finding, catalog)),
      ...(grouping === 'wheel' ? [] : [element('span', { class: 'where' }, path(catalog.pathOf(finding)))]),
    ),
  );
  made.addEventListener('toggle', () => {
    if (!made.open) return;
    fill(made, finding, catalog);
    onOpen(finding);
  });
  return element('li', {}, made);
}

/** Makes what unfolds, once. */
export function fill(row: HTMLDetailsElement, finding: PageFinding, catalog: Catalog): void {
  if (row.childElementCount === 1) row.append(detailsOf(finding, catalog));
}

/** Every second part is a name, or words about it. */
function messageNodes(parts: readonly string[]): (Node | string)[] {
  return parts.map((part, place) => {
    if (place % 2 === 0) return part;
    return part.includes(' ') ? element('span', { class: 'value' }, part) : element('code', {}, part);
  });
}

function metaNodes(finding: PageFinding, catalog: Catalog): (Node | string)[] {
  const rule = `${catalog.ruleOf(finding)} ${catalog.codeOf(finding)}`;
  return [
    element('span', { class: 'rule' }, rule),
    ...(finding.suppressed === true ? [' ', element('span', { class: 'own' }, 'in the baseline')] : []),
  ];
}
