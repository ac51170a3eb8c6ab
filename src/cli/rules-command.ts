import { rules } from '../../rules/index.ts';
import { findRules } from '../config/resolve-rules.ts';
import { fixesOf, fixKinds } from '../engine/fix-kinds.ts';
import { optionDescriptions } from '../engine/option-descriptions.ts';
import type { Rule } from '../engine/rule.ts';
import { type LinkRule, ruleLinker } from '../report/stylish/link.ts';
import { painter } from '../report/stylish/paint.ts';
import { tool, rulePage as urlOf } from '../tool.ts';
import { colorChoices, wantsColor } from './color.ts';
import { wantsLinks } from './links.ts';
import { oneOf } from './option-values.ts';
import { rulePage } from './rule-page.ts';
import { write } from './streams.ts';

/** The options of `rules`. */
export interface RulesFlags {
  readonly json: boolean;
  readonly color: string | boolean;
}

/** Columns of a page where there is no terminal that has some. */
const usualWidth = 100;

/** `wheelhouse-lint rules [name]`. @throws {UsageError} for an unknown name */
export function rulesCommand(name: string | undefined, { json, color: choice }: RulesFlags): void {
  const when = choice === false ? 'never' : oneOf(String(choice), colorChoices, '--color');
  const selected = name === undefined ? rules : findRules(rules, name);
  if (json) write(`${JSON.stringify(selected.map(asJson), undefined, 2)}\n`);
  else if (name === undefined) {
    const links = when !== 'never' && wantsLinks(process.stdout.isTTY === true, process.env);
    write(table(selected, ruleLinker({ links, tool })));
  } else {
    const { isTTY, columns } = process.stdout;
    const color = wantsColor(when, isTTY === true, process.env);
    const width = isTTY === true && columns > 0 ? columns : usualWidth;
    const style = { paint: painter(color), color, width };
    write(selected.map((rule) => rulePage(rule, style)).join('\n'));
  }
}

function asJson(rule: Rule) {
  const { code, name, category, severity, offByDefault = false, needs, docs, messages, fix } = rule;
  const options = optionDescriptions(rule);
  return {
    code,
    name,
    category,
    severity,
    offByDefault,
    needs,
    docs,
    messages,
    fixes: fixesOf(fix).map((kind) => ({
      kind,
      safe: fixKinds[kind].isSafe,
      command: fixKinds[kind].command,
    })),
    options,
    url: urlOf(name),
  };
}

function table(selected: readonly Rule[], link: LinkRule): string {
  const width = Math.max(...selected.map(({ name }) => name.length));
  const rows = selected.map(({ code, name, severity, offByDefault, docs }) => {
    const linked = `${link(name, name)}${' '.repeat(width - name.length)}`;
    const shown = (offByDefault ? 'off' : severity).padEnd('warning'.length);
    return [code, linked, shown, docs.summary].join('  ');
  });
  return `${rows.join('\n')}\n\n'wheelhouse-lint rules <name>' explains one.\n`;
}
