import type { WheelContents, WheelVisitor } from '../wheel/contents.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import { ask, type Check } from './check.ts';
import type { CandidateOrders } from './contest/candidate-orders.ts';
import type { Finding, Severity } from './finding.ts';
import { findingsOf, type PlacedReport } from './findings-of.ts';
import type { ProjectFacts, WheelhouseFacts } from './project.ts';
import type { RawReport, Rule, RunningRule } from './rule.ts';
import { visitorFor } from './visitor.ts';

/** A rule that is on. */
export interface RuleSetting {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Already known to fit the rule's schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Somebody asked for this rule, not only for a preset. */
  readonly named?: boolean;
}

/** What a rule, named by its code, says of a wheel that is known without it. */
export type RepeatedReport = readonly [code: string, report: Omit<RawReport, 'wheel'>];

/** All that decides what rules say of the contents of a wheel, besides the program: plain data. */
export interface LookingWith {
  readonly label: string | undefined;
  /** By code, of the rules that look into wheels. */
  readonly options: readonly (readonly [code: string, options: RuleSetting['options']])[];
}

/** Rules at work: they look into wheels while these are open, then at what is known of all of them. */
export class RuleRun {
  readonly #reports: PlacedReport[] = [];
  readonly #settings: ReadonlyMap<string, RuleSetting>;
  readonly lookingWith: LookingWith;
  readonly #ofWheel: readonly Check<WheelFacts>[];
  readonly #ofProject: readonly Check<ProjectFacts>[];
  readonly #ofWheelhouse: readonly Check<WheelhouseFacts>[];
  /** For those who read the wheels; `undefined` where no rule looks into them. */
  readonly visitor: WheelVisitor | undefined;

  constructor(settings: readonly RuleSetting[], label: string | undefined) {
    const all = settings.map((setting) => ({
      rule: setting.rule,
      running: setting.rule.start(setting.options, label, (report) =>
        this.#reports.push({ ...report, setting }),
      ),
    }));
    const checksOf = <Facts>(pick: (running: RunningRule) => Check<Facts>['check'] | undefined) =>
      all.flatMap(({ rule, running }): Check<Facts>[] => {
        const check = pick(running);
        return check === undefined ? [] : [{ rule, check }];
      });
    this.#ofWheel = checksOf(({ checkWheel }) => checkWheel);
    this.#ofProject = checksOf(({ checkProject }) => checkProject);
    this.#ofWheelhouse = checksOf(({ checkWheelhouse }) => checkWheelhouse);
    const looking = checksOf(({ checkContents }) => checkContents);
    this.visitor = visitorFor(looking);
    this.#settings = new Map(settings.map((setting) => [setting.rule.code, setting]));
    const options = looking.map(
      ({ rule: { code } }) => [code, this.#settings.get(code)?.options ?? {}] as const,
    );
    this.lookingWith = { label, options };
  }

  /** Lets the rules look into a wheel. @returns what they say, which is not kept here */
  look(contents: WheelContents): RepeatedReport[] {
    const before = this.#reports.length;
    this.visitor?.visit(contents);
    return this.#reports
      .splice(before)
      .map(({ wheel: _, setting, ...report }): RepeatedReport => [setting.rule.code, report]);
  }

  /** Takes what they said of a wheel for what they would say. */
  repeat(wheel: WheelFacts, reports: readonly RepeatedReport[]): void {
    for (const [code, report] of reports) {
      const setting = this.#settings.get(code);
      if (setting !== undefined) this.#reports.push({ ...report, wheel, setting });
    }
  }

  /**
   * @param orders keeps the candidates of what is reported, where a report shows them
   * @returns findings in the order of reports: by wheel, code, place, text
   */
  finish(wheelhouse: WheelhouseFacts, orders?: CandidateOrders): Finding[] {
    const { wheels, projects } = wheelhouse;
    for (const wheel of wheels) ask(this.#ofWheel, wheel, wheel.location.display);
    for (const project of projects) {
      const before = this.#reports.length;
      ask(this.#ofProject, project, project.project);
      orders?.keep(project, this.#reports.slice(before));
      // Orders that no rule asks for again would fill the memory with those of thousands of projects.
      for (const contest of project.contests) contest.forget();
    }
    ask(this.#ofWheelhouse, wheelhouse, 'the wheelhouse');
    return findingsOf(this.#reports);
  }
}
