import type { PageFinding } from '../page-data.ts';
import type { Catalog } from './catalog.ts';
import { element, path, place } from './element.ts';
import { orderElement } from './ladder.ts';

/** What unfolds below a finding: made when it is first opened. */
export function detailsOf(finding: PageFinding, catalog: Catalog): HTMLElement {
  const { member, line, related = [], orders = [], fixable, id } = finding;
  const facts: [string, ...Node[]][] = [
    ['Wheel', path(catalog.pathOf(finding))],
    ...(member === undefined
      ? []
      : ([['Member', path(line === undefined ? member : `${member}:${line}`)]] satisfies [string, Node][])),
    ...related.map(({ location, message }): [string, Node] => [sentence(message), place(location)]),
    ...(fixable ? ([['Fix', element('code', {}, 'wheelhouse-lint fix')]] satisfies [string, Node][]) : []),
    ['Link', element('a', { href: `#finding=${encodeURIComponent(id)}` }, 'to this finding')],
  ];
  return element(
    'div',
    { class: 'details' },
    element('dl', { class: 'facts' }, ...facts.flatMap(([name, ...values]) => factElements(name, values))),
    ...orders.flatMap((order) => {
      const known = catalog.data.orders[order];
      return known === undefined ? [] : orderElement(known, catalog.data, catalog.pathOf(finding));
    }),
    ...advice(catalog.codeOf(finding)),
    ...acceptance(finding, catalog),
  );
}

/** What to write to accept it; the baseline has accepted it already. */
function acceptance(finding: PageFinding, catalog: Catalog): HTMLElement[] {
  if (finding.suppressed === true) return [];
  const entries = [
    ['rule', catalog.ruleOf(finding)],
    ['wheel', catalog.wheelOf(finding)],
    ...(finding.member === undefined ? [] : [['member', finding.member]]),
    ['reason', '…'],
  ].map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  const where = element('p', {}, 'In ', element('code', {}, 'wheelhouse-lint.toml'), ', with the reason:');
  const table = element('pre', {}, ['[[ignore]]', ...entries].join('\n'));
  return [element('div', { class: 'prose' }, element('h4', {}, 'To accept it'), where, table)];
}

function factElements(name: string, values: readonly Node[]): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, ...values)];
}

function sentence(text: string): string {
  return text === '' ? 'See' : text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the documentation above says of the rule, once more where it is needed. */
function advice(code: string): Node[] {
  const docs = document.getElementById(`docs-${code}`);
  return ['.why', '.fix'].flatMap((part) => {
    const found = docs?.querySelector(part)?.cloneNode(true);
    if (!(found instanceof HTMLElement)) return [];
    for (const heading of found.querySelectorAll('h3')) {
      heading.replaceWith(element('h4', {}, heading.textContent ?? ''));
    }
    found.classList.add('prose');
    return [found];
  });
}
