import type { PageData, PageFinding } from '../page-data.ts';
import { type Grouping, plainView, type View } from './view.ts';
import { severityWords } from './words.ts';

/** The findings with the names that belong to them, to be searched and sorted. */
export class Catalog {
  readonly data: PageData;
  readonly #texts = new Map<PageFinding, string>();

  constructor(data: PageData) {
    this.data = data;
  }

  ruleOf({ rule }: PageFinding): string {
    return this.data.rules[rule]?.name ?? '';
  }

  codeOf({ rule }: PageFinding): string {
    return this.data.rules[rule]?.code ?? '';
  }

  wheelOf({ wheel }: PageFinding): string {
    return this.data.wheels[wheel]?.name ?? '';
  }

  folderOf({ wheel }: PageFinding): string {
    return this.data.folders[this.data.wheels[wheel]?.folder ?? -1] ?? '';
  }

  projectOf({ wheel }: PageFinding): string {
    return this.data.projects[this.data.wheels[wheel]?.project ?? -1] ?? '';
  }

  pathOf(finding: PageFinding): string {
    const folder = this.folderOf(finding);
    return folder === '.' ? this.wheelOf(finding) : `${folder}/${this.wheelOf(finding)}`;
  }

  /** The findings that a view shows, in its order. */
  select(view: View): PageFinding[] {
    const words = view.query.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.data.findings.filter(
      (finding) =>
        view.severities.has(finding.severity) &&
        (view.baseline || finding.suppressed !== true) &&
        (view.rule === '' || this.ruleOf(finding) === view.rule) &&
        (view.project === '' || this.projectOf(finding) === view.project) &&
        (view.folder === '' || this.folderOf(finding) === view.folder) &&
        words.every((word) => this.#textOf(finding).includes(word)),
    );
    return view.grouping === 'wheel' ? found : this.#sorted(found, view.grouping);
  }

  /** What a finding stands under in a list. */
  groupOf(finding: PageFinding, grouping: Grouping): string {
    if (grouping === 'severity') return severityWords[finding.severity] ?? '';
    if (grouping === 'rule') return this.ruleOf(finding);
    if (grouping === 'project') return this.projectOf(finding);
    return grouping === 'folder' ? this.folderOf(finding) : this.pathOf(finding);
  }

  /** The view that shows one finding, whatever else was asked for. */
  viewOfFinding(id: string, view: View, pageSize: number): View | undefined {
    const finding = this.data.findings.find((one) => one.id === id);
    if (finding === undefined) return undefined;
    const shown = this.select(view).indexOf(finding);
    if (shown !== -1) return { ...view, finding: id, page: Math.floor(shown / pageSize) };
    const plain = { ...plainView, baseline: finding.suppressed === true };
    return { ...plain, finding: id, page: Math.floor(this.select(plain).indexOf(finding) / pageSize) };
  }

  /** Stable: within a group the order of the report stays. */
  #sorted(findings: PageFinding[], grouping: Grouping): PageFinding[] {
    if (grouping === 'severity') return findings.sort((a, b) => b.severity - a.severity);
    const groups = Map.groupBy(findings, (finding) => this.groupOf(finding, grouping));
    return [...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []);
  }

  #textOf(finding: PageFinding): string {
    let text = this.#texts.get(finding);
    if (text === undefined) {
      const { message, member = '' } = finding;
      const names = [this.pathOf(finding), this.ruleOf(finding), this.codeOf(finding), member];
      text = [message.join(''), ...names].join('\n').toLowerCase();
      this.#texts.set(finding, text);
    }
    return text;
  }
}
