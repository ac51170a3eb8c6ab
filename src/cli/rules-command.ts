import { rules } from '../../rules/index.ts';
import { findRules } from '../config/resolve-rules.ts';
import { fixesOf, fixKinds, fixSentence } from '../engine/fix-kinds.ts';
import { optionDescriptions } from '../engine/option-descriptions.ts';
import type { Rule } from '../engine/rule.ts';
import { rulePage } from '../tool.ts';
import { write } from './streams.ts';

/** `wheelhouse-lint rules [name]`. @throws {UsageError} for an unknown name */
export function rulesCommand(name: string | undefined, { json }: { readonly json: boolean }): void {
  const selected = name === undefined ? rules : findRules(rules, name);
  if (json) write(`${JSON.stringify(selected.map(asJson), undefined, 2)}\n`);
  else if (name === undefined) write(table(selected));
  else write(selected.map(page).join('\n'));
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
    url: rulePage(name),
  };
}

function table(selected: readonly Rule[]): string {
  const width = Math.max(...selected.map(({ name }) => name.length));
  const rows = selected.map(({ code, name, severity, offByDefault, docs }) =>
    [code, name.padEnd(width), (offByDefault ? 'off' : severity).padEnd('warning'.length), docs.summary].join(
      '  ',
    ),
  );
  return `${rows.join('\n')}\n\n'wheelhouse-lint rules <name>' explains one.\n`;
}

function page(rule: Rule): string {
  const { code, name, severity, offByDefault, docs } = rule;
  const options = optionDescriptions(rule).map(
    (option) => `  ${option.name} (default ${JSON.stringify(option.default)})\n      ${option.description}\n`,
  );
  return [
    `${name} (${code}), ${severity}${offByDefault ? ', off' : ''} by default\n`,
    `${docs.summary}\n`,
    `Why\n\n${docs.why}\n`,
    `Example\n\n${docs.example.trimEnd().replace(/^/gm, '    ')}\n`,
    `Fix\n\n${docs.fix}\n`,
    ...fixesOf(rule.fix).map((kind) => `${fixSentence(kind)}\n`),
    ...(docs.quiet === undefined ? [] : [`Quiet\n\n${docs.quiet}\n`]),
    ...(options.length === 0 ? [] : [`Options\n\n${options.join('')}`]),
    `References\n\n${docs.references.map((url) => `  ${url}`).join('\n')}\n`,
    `${rulePage(name)}\n`,
  ].join('\n');
}
