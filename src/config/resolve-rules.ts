import { getDotPath, safeParse } from 'valibot';
import type { Rule } from '../engine/rule.ts';
import type { RuleSetting } from '../engine/run-rules.ts';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { explainIssue } from './explain-issue.ts';
import { type Preset, type PresetName, presets } from './presets.ts';
import type { RuleSettingWord, SeverityWord } from './schema.ts';

/** Where rule settings come from, weakest first. */
export interface RuleSources {
  readonly preset: PresetName;
  /** `[rules]` of the configuration file, by name or code. */
  readonly configured: Readonly<Record<string, RuleSettingWord>>;
  /** `--rule name=severity`, in order. */
  readonly overrides: readonly { readonly rule: string; readonly severity: SeverityWord }[];
  /** `--select`: only these. */
  readonly select: readonly string[];
  /** `--ignore`: not these. */
  readonly ignore: readonly string[];
}

interface Draft {
  severity: SeverityWord;
  options: Record<string, unknown>;
  named: boolean;
}

/**
 * The rules that are on, sorted by code, each with its severity and options.
 * @throws {UsageError} for an unknown rule or an option that does not fit
 */
export function resolveRules(rules: readonly Rule[], sources: RuleSources): RuleSetting[] {
  const preset: Preset = presets[sources.preset];
  const drafts = new Map(
    rules.map((rule): [Rule, Draft] => [
      rule,
      {
        severity: rule.offByDefault === true && !preset.complete ? 'off' : rule.severity,
        options: {},
        named: false,
      },
    ]),
  );
  const apply = (word: string, setting: RuleSettingWord): void => {
    for (const rule of findRules(rules, word)) {
      const draft = drafts.get(rule);
      if (draft === undefined) continue;
      if (typeof setting === 'string') draft.severity = setting;
      else {
        const { severity, ...options } = setting;
        draft.severity = severity ?? draft.severity;
        Object.assign(draft.options, options);
      }
    }
  };
  const applyNamed = (word: string, setting: RuleSettingWord): void => {
    apply(word, setting);
    for (const rule of findRules(rules, word)) {
      const draft = drafts.get(rule);
      if (draft !== undefined) draft.named = true;
    }
  };
  for (const [word, setting] of Object.entries(preset.rules)) apply(word, setting);
  if (preset.strict)
    for (const draft of drafts.values()) if (draft.severity === 'warning') draft.severity = 'error';
  for (const [word, setting] of Object.entries(sources.configured)) applyNamed(word, setting);
  select(rules, drafts, sources.select);
  for (const word of sources.ignore) apply(word, 'off');
  for (const { rule, severity } of sources.overrides) applyNamed(rule, severity);
  return [...drafts].flatMap(([rule, { severity, options, named }]) => {
    // Also those of a rule that is off: a mistyped option is one whenever it is read.
    checkOptions(rule, options);
    return severity === 'off' ? [] : [{ rule, severity, options, named }];
  });
}

/** A selected rule that was off gets its own severity: who asks for it wants to see it. */
function select(rules: readonly Rule[], drafts: ReadonlyMap<Rule, Draft>, words: readonly string[]): void {
  if (words.length === 0) return;
  const selected = new Set(words.flatMap((word) => findRules(rules, word)));
  for (const [rule, draft] of drafts) {
    if (!selected.has(rule)) draft.severity = 'off';
    else {
      draft.named = true;
      if (draft.severity === 'off') draft.severity = rule.severity;
    }
  }
}

function checkOptions(rule: Rule, options: Draft['options']): void {
  const parsed = safeParse(rule.optionsSchema, options);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = getDotPath(issue);
    const known = Object.keys(rule.optionsSchema.entries);
    if (issue.type === 'strict_object' && path !== null && issue.expected === 'never') {
      const list = known.length > 0 ? ` It has: ${known.join(', ')}.` : ' It has none.';
      // An option of a single project has a path; its last part is the mistyped one.
      const word = path.slice(path.lastIndexOf('.') + 1);
      throw new UsageError(
        `The rule '${rule.name}' has no option '${path}'.${didYouMean(word, known) || list}`,
      );
    }
    throw new UsageError(explainIssue(issue, `The option '${path ?? ''}' of the rule '${rule.name}'`));
  }
}

/**
 * Rules by name, code, or the beginning of a code (`WHL1` for all conflicts).
 * @throws {UsageError} where there is none
 */
export function findRules(rules: readonly Rule[], word: string): Rule[] {
  const code = word.toUpperCase();
  const isPrefix = /^WHL\d{1,2}$/.test(code);
  const found = rules.filter(
    (rule) => rule.name === word || rule.code === code || (isPrefix && rule.code.startsWith(code)),
  );
  if (found.length > 0) return found;
  const known = rules.flatMap((rule) => [rule.name, rule.code]);
  throw new UsageError(
    `There is no rule '${word}'.${didYouMean(word, known) || " 'wheelhouse-lint rules' lists them."}`,
  );
}
