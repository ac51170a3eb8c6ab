import { fixesOf, fixSentence } from '../engine/fix-kinds.ts';
import { optionDescriptions } from '../engine/option-descriptions.ts';
import type { Rule } from '../engine/rule.ts';
import { neededText, ruleConfiguration } from '../engine/rule-texts.ts';
import { codeBlock, type TerminalStyle, terminalMarkdown } from '../report/terminal/markdown.ts';
import { rulePage as urlOf } from '../tool.ts';

/** A rule's documentation for a terminal, with the sections of its page. */
export function rulePage(rule: Rule, style: TerminalStyle): string {
  const { code, name, category, severity, offByDefault, needs, docs } = rule;
  const { paint } = style;
  const facts = [
    `category ${category}`,
    ...(needs.length > 0 ? [`needs ${needs.map((need) => neededText[need]).join(' and ')}`] : []),
  ];
  const title = `${name} (${code}), ${severity}${offByDefault ? ', off' : ''} by default`;
  const section = (heading: string, body: string): string => `${paint('bold', heading)}\n\n${body}`;
  return [
    `${paint(['bold', 'underline'], title)}\n${paint('dim', facts.join(' · '))}\n`,
    terminalMarkdown(docs.summary, style),
    section('Why', terminalMarkdown(docs.why, style)),
    section('Example', codeBlock(docs.example, style)),
    section('What it says', terminalMarkdown(saidOf(rule), style)),
    section('How to fix it', terminalMarkdown(fixText(rule), style)),
    ...(docs.quiet === undefined ? [] : [section('When it is quiet', terminalMarkdown(docs.quiet, style))]),
    ...optionSection(rule, section, style),
    section('Configuration', codeBlock(ruleConfiguration(rule), style)),
    section('References', docs.references.map((url) => `- ${paint('underline', url)}\n`).join('')),
    `${paint('underline', urlOf(name))}\n`,
  ].join('\n');
}

/** What to do, and what `fix` does of it. */
function fixText({ docs, fix }: Rule): string {
  return [docs.fix, ...fixesOf(fix).map(fixSentence)].join('\n\n');
}

/** Its messages; what is filled in is not Markdown, and no message is. */
function saidOf({ messages }: Rule): string {
  return Object.values(messages)
    .map((message) => `- ${message.replaceAll('`', '')}`)
    .join('\n');
}

function optionSection(
  rule: Rule,
  section: (heading: string, body: string) => string,
  style: TerminalStyle,
): string[] {
  const options = optionDescriptions(rule);
  if (options.length === 0) return [];
  const inner = { ...style, width: style.width - 4 };
  const texts = options.map((option) => {
    const text = terminalMarkdown(option.description, inner).replace(/^(?=.)/gm, '    ');
    return `${style.paint('cyan', option.name)} (default ${JSON.stringify(option.default)})\n${text}`;
  });
  return [section('Options', texts.join('\n'))];
}
