import type { Finding } from '../../engine/finding.ts';
import type { RuleDescription } from '../../engine/rule.ts';
import { code, markdownText } from './escape.ts';

/** `'{name}'`, or a placeholder without quotes. */
const placeholder = /'\{(\w+)\}'|\{(\w+)\}/g;

/** The message with what comes from wheels and indexes as code; as a whole where the rule's text does not lead to it. */
export function markdownMessage(finding: Finding, rule: RuleDescription | undefined): string {
  const template = rule?.messages[finding.messageId];
  if (template === undefined) return code(finding.message);
  const value = (name: string): string => finding.data[name] ?? '';
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
  if (filled !== finding.message) return code(finding.message);
  const parts: string[] = [];
  let end = 0;
  for (const match of template.matchAll(placeholder)) {
    parts.push(markdownText(template.slice(end, match.index)), code(value(match[1] ?? match[2] ?? '')));
    end = match.index + match[0].length;
  }
  return [...parts, markdownText(template.slice(end))].join('');
}
