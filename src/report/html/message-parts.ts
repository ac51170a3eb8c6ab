import type { Finding } from '../../engine/finding.ts';
import type { RuleDescription } from '../../engine/rule.ts';

const QUOTED = /'\{(\w+)\}'/;

/** A message as prose and quoted names in turn; in one piece where the rule's text does not lead to it. */
export function messageParts(
  { message, messageId, data }: Finding,
  rule: RuleDescription | undefined,
): string[] {
  const parts = (rule?.messages[messageId] ?? '')
    .split(QUOTED)
    .map((part, place) => (place % 2 === 1 ? (data[part] ?? '') : fill(part, data)));
  const said = parts.map((part, place) => (place % 2 === 1 ? `'${part}'` : part)).join('');
  return said === message ? parts : [message];
}

function fill(text: string, data: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}
