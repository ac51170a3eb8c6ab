import type { WheelContents, WheelVisitor } from '../wheel/contents.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import type { CandidateOrders } from './contest/candidate-orders.ts';
import { type Finding, type Severity, severities } from './finding.ts';
import { Fingerprints } from './fingerprint.ts';
import { fixFor } from './fix-kinds.ts';
import { fillMessage } from './message.ts';
import type { WheelhouseFacts } from './project.ts';
import type { RawReport, Rule, RunningRule } from './rule.ts';

/** A rule that is on. */
export interface RuleSetting {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Already known to fit the rule's schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Somebody asked for this rule, not only for a preset. */
  readonly named?: boolean;
}

interface PlacedReport extends RawReport {
  readonly setting: RuleSetting;
}

/** What a rule, named by its code, says of a wheel that is known without it. */
export type RepeatedReport = readonly [code: string, report: Omit<RawReport, 'wheel'>];

/** Rules at work: they look into wheels while these are open, then at what is known of all of them. */
export class RuleRun {
  readonly #reports: PlacedReport[] = [];
  readonly #running: readonly [Rule, RunningRule][];
  readonly #looking: readonly [Rule, RunningRule][];
  readonly #settings: ReadonlyMap<string, RuleSetting>;
  readonly #label: string | undefined;
  /** For those who read the wheels; `undefined` where no rule looks into them. */
  readonly visitor: WheelVisitor | undefined;

  constructor(settings: readonly RuleSetting[], label: string | undefined) {
    this.#running = settings.map((setting) => [
      setting.rule,
      setting.rule.start(setting.options, label, (report) => this.#reports.push({ ...report, setting })),
    ]);
    this.#settings = new Map(settings.map((setting) => [setting.rule.code, setting]));
    this.#label = label;
    const looking = this.#running.filter(([, { checkContents }]) => checkContents !== undefined);
    this.#looking = looking;
    if (looking.length === 0) return;
    const parts = new Set(looking.flatMap(([{ reads }]) => reads));
    const readers = new Map(
      [...parts].map((part) => [
        part,
        looking.filter(([{ reads }]) => reads.includes(part)).map(([rule]) => rule),
      ]),
    );
    this.visitor = {
      parts,
      wants: (part, wheel) => readers.get(part)?.some((rule) => rule.readsOf(wheel)) === true,
      visit: (contents) => this.#visit(contents),
    };
  }

  /** All that decides what the rules say of the contents of a wheel, besides the program. */
  get lookingWith(): unknown {
    const rules = this.#looking.map(([{ code }]) => [code, this.#settings.get(code)?.options]);
    return [this.#label ?? null, rules];
  }

  /** Lets the rules look into a wheel. @returns what they say */
  look(contents: WheelContents): RepeatedReport[] {
    const before = this.#reports.length;
    this.#visit(contents);
    return this.#reports
      .slice(before)
      .map(({ wheel: _, setting, ...report }): RepeatedReport => [setting.rule.code, report]);
  }

  /** Takes what they said of a wheel for what they would say. */
  repeat(wheel: WheelFacts, reports: readonly RepeatedReport[]): void {
    for (const [code, report] of reports) {
      const setting = this.#settings.get(code);
      if (setting !== undefined) this.#reports.push({ ...report, wheel, setting });
    }
  }

  #visit(contents: WheelContents): void {
    const { display } = contents.wheel.location;
    for (const [rule, { checkContents }] of this.#looking) guard(rule, display, checkContents, contents);
  }

  /**
   * @param orders keeps the candidates of what is reported, where a report shows them
   * @returns findings in the order of reports: by wheel, code, place, text
   */
  finish(wheelhouse: WheelhouseFacts, orders?: CandidateOrders): Finding[] {
    const { wheels, projects } = wheelhouse;
    for (const [rule, { checkWheel }] of this.#running) {
      if (checkWheel) for (const wheel of wheels) guard(rule, wheel.location.display, checkWheel, wheel);
    }
    for (const project of projects) {
      const before = this.#reports.length;
      for (const [rule, { checkProject }] of this.#running) {
        guard(rule, project.project, checkProject, project);
      }
      orders?.keep(project, this.#reports.slice(before));
      // Orders that no rule asks for again would fill the memory with those of thousands of projects.
      for (const contest of project.contests) contest.forget();
    }
    for (const [rule, { checkWheelhouse }] of this.#running) {
      guard(rule, 'the wheelhouse', checkWheelhouse, wheelhouse);
    }
    this.#reports.sort(compareReports);
    const fingerprints = new Fingerprints();
    return this.#reports.map((report) => toFinding(report, fingerprints));
  }
}

/** Without a closure for each rule and wheel: there are hundreds of thousands of pairs. */
function guard<Facts>(
  rule: Rule,
  subject: string,
  check: ((facts: Facts) => void) | undefined,
  facts: Facts,
): void {
  try {
    check?.(facts);
  } catch (error) {
    throw new Error(`rule ${rule.code} (${rule.name}) failed on ${subject}`, { cause: error });
  }
}

function compareReports(a: PlacedReport, b: PlacedReport): number {
  return (
    compareTexts(a.wheel.location.display, b.wheel.location.display) ||
    compareTexts(a.setting.rule.code, b.setting.rule.code) ||
    compareTexts(a.member ?? '', b.member ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareTexts(a.subject ?? '', b.subject ?? '') ||
    compareTexts(a.message, b.message)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toFinding({ setting, ...report }: PlacedReport, fingerprints: Fingerprints): Finding {
  const { rule } = setting;
  const { wheel, member, message, subject } = report;
  const data = report.data ?? {};
  return {
    code: rule.code,
    rule: rule.name,
    severity: softer(setting.severity, report.atMost),
    wheel: wheel.location.display,
    project: projectOf(wheel),
    member: member ?? null,
    line: report.line ?? null,
    message: fillMessage(rule.messages[message] ?? message, data),
    messageId: message,
    data,
    related: report.related ?? [],
    fingerprint: fingerprints.next({ code: rule.code, messageId: message, wheel, member, subject }),
    fixable: isFixable(wheel) && fixFor(rule.fix, message) !== undefined,
  };
}

/** A wheel that cannot be read, or of which nobody knows the version, is not mended by guess. */
function isFixable({ name, problems }: WheelFacts): boolean {
  return name !== undefined && problems.length === 0;
}

function projectOf({ name }: WheelFacts): string | null {
  return name === undefined ? null : name.project;
}

function softer(severity: Severity, atMost: Severity | undefined): Severity {
  if (atMost === undefined) return severity;
  return severities.indexOf(atMost) < severities.indexOf(severity) ? atMost : severity;
}
