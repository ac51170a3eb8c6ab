import { grouped } from '../numbers.ts';
import type { PageFinding } from '../page-data.ts';
import type { Catalog } from './catalog.ts';
import { element } from './element.ts';
import { groupings, isPlain, plainView, type View } from './view.ts';
import { severityWords } from './words.ts';

/** Called with what changes in the view. */
type Change = (change: Partial<View>) => void;

/** Search, filters and grouping. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #boxes: readonly (readonly [number, HTMLInputElement])[];
  readonly #baseline: HTMLInputElement;
  readonly #selects: readonly (readonly ['rule' | 'folder' | 'project' | 'grouping', HTMLSelectElement])[];
  readonly #clear: HTMLButtonElement;

  constructor(catalog: Catalog, change: Change) {
    const { findings } = catalog.data;
    this.search = element('input', {
      type: 'search',
      id: 'search',
      placeholder: 'Message, wheel, member, rule…',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-keyshortcuts': '/',
    });
    this.search.addEventListener('input', () => change({ query: this.search.value }));
    this.#boxes = severityWords
      .map((_, severity): [number, HTMLInputElement] => [severity, checkbox()])
      .reverse();
    const onBox = () => {
      change({
        severities: new Set(this.#boxes.filter(([, { checked }]) => checked).map(([place]) => place)),
      });
    };
    for (const [, box] of this.#boxes) box.addEventListener('change', onBox);
    this.#baseline = checkbox();
    this.#baseline.addEventListener('change', () => change({ baseline: this.#baseline.checked }));
    this.#selects = [
      [
        'rule',
        select(
          'Every rule',
          tallied(findings, (finding) => catalog.ruleOf(finding)),
        ),
      ],
      [
        'folder',
        select(
          'Every folder',
          tallied(findings, (finding) => catalog.folderOf(finding)),
        ),
      ],
      [
        'project',
        select(
          'Every project',
          tallied(findings, (finding) => catalog.projectOf(finding)),
        ),
      ],
      ['grouping', groupingSelect()],
    ];
    for (const [key, chooser] of this.#selects) {
      chooser.addEventListener('change', () => change({ [key]: chooser.value }));
    }
    this.#clear = element('button', { type: 'button' }, 'Clear filters');
    this.#clear.addEventListener('click', () => {
      change({ ...plainView });
      this.search.focus();
    });
    const labels = { rule: 'Rule', folder: 'Folder', project: 'Project', grouping: 'Group by' };
    this.element = element(
      'form',
      { class: 'toolbar', role: 'search', 'aria-label': 'Findings' },
      labelled('Search', this.search, 'search-field'),
      element(
        'fieldset',
        { class: 'severities' },
        element('legend', {}, 'Severity'),
        ...this.#boxes.map(([severity, box]) =>
          choice(box, severityWords[severity] ?? '', sizeOf(findings, severity)),
        ),
        ...baselineChoice(this.#baseline, findings),
      ),
      ...this.#selects.map(([key, chooser]) => labelled(labels[key], chooser)),
      this.#clear,
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Shows what the view says. */
  draw(view: View): void {
    // The cursor would jump to the end.
    if (this.search.value !== view.query) this.search.value = view.query;
    for (const [severity, box] of this.#boxes) box.checked = view.severities.has(severity);
    this.#baseline.checked = view.baseline;
    for (const [key, chooser] of this.#selects) chooser.value = view[key];
    this.#clear.hidden = isPlain(view);
  }
}

function checkbox(): HTMLInputElement {
  return element('input', { type: 'checkbox' });
}

function choice(box: HTMLInputElement, word: string, size: number): HTMLElement {
  const label = element('span', { class: `severity ${word}` }, word);
  return element(
    'label',
    { class: 'choice' },
    box,
    label,
    element('span', { class: 'amount' }, grouped(size)),
  );
}

function baselineChoice(box: HTMLInputElement, findings: readonly PageFinding[]): HTMLElement[] {
  const size = findings.filter(({ suppressed }) => suppressed === true).length;
  return size === 0 ? [] : [choice(box, 'baseline', size)];
}

function sizeOf(findings: readonly PageFinding[], severity: number): number {
  return findings.filter((finding) => finding.severity === severity && finding.suppressed !== true).length;
}

function labelled(text: string, control: HTMLElement, name = 'field'): HTMLElement {
  control.id ||= `by-${text.toLowerCase().replace(' ', '-')}`;
  return element('div', { class: name }, element('label', { for: control.id }, text), control);
}

function tallied(
  findings: readonly PageFinding[],
  nameOf: (finding: PageFinding) => string,
): [string, number][] {
  const sizes = new Map<string, number>();
  for (const finding of findings) {
    const name = nameOf(finding);
    if (name !== '') sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  return [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
}

function select(any: string, names: readonly (readonly [string, number])[]): HTMLSelectElement {
  const options = names.map(([name, size]) =>
    element('option', { value: name }, `${name} (${grouped(size)})`),
  );
  return element('select', {}, element('option', { value: '' }, any), ...options);
}

function groupingSelect(): HTMLSelectElement {
  return element('select', {}, ...groupings.map((name) => element('option', { value: name }, name)));
}
