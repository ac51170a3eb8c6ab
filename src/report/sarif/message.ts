import type { Message } from 'sarif';
import type { Finding } from '../../engine/finding.ts';
import type { RuleDescription } from '../../engine/rule.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/** No placeholder of a rule begins like this. */
const wheelName = '_wheel';

/** The id of a message for findings that are placed at a recipe: it begins with the wheel, as the first related location. */
export function idAtRecipe(id: string): string {
  return `${id}AtRecipe`;
}

export function templateAtRecipe(template: string): string {
  return `['{${wheelName}}'](1): ${template}`;
}

/** A message that is always the same would say the same of every wheel: it begins with the wheel (SARIF2014). */
export function templateAtWheel(template: string): string {
  return placeholderNames(template).length > 0 ? template : `'{${wheelName}}': ${template}`;
}

/** A message text of a rule with its `{placeholder}`s numbered as SARIF wants them (SARIF 2.1.0 §3.11.5). */
export function messageString(template: string): string {
  const names = placeholderNames(template);
  return template
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? doubleBraces(part) : `{${names.indexOf(part)}}`))
    .join('');
}

/**
 * The message of a result: id, arguments and the filled text (GitHub shows only the text), all three saying the same.
 * Where the rule's text does not lead to the finding's, the finding's stands alone.
 * @param isAtRecipe whether the message has to tell which wheel is meant
 */
export function resultMessage(
  finding: Finding,
  rule: RuleDescription | undefined,
  isAtRecipe = false,
): Message {
  const id = finding.messageId;
  const wheel = finding.wheel.slice(finding.wheel.lastIndexOf('/') + 1);
  const template = rule?.messages[id];
  if (template === undefined || fill(template, finding.data) !== finding.message) {
    const text = plainMessage(finding.message);
    return { text: isAtRecipe ? `['${protectBraces(breakLinks(wheel))}'](1): ${text}` : text };
  }
  const data = { ...finding.data, [wheelName]: wheel };
  const isUnsafe = hasLink(finding.message + wheel);
  return isAtRecipe
    ? filled(idAtRecipe(id), templateAtRecipe(template), data, isUnsafe)
    : filled(id, templateAtWheel(template), data, isUnsafe);
}

function filled(
  id: string,
  template: string,
  data: Readonly<Record<string, string>>,
  isUnsafe: boolean,
): Message {
  const safe = isUnsafe ? breakLinks : (text: string) => text;
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, safe(value)]));
  return {
    id,
    arguments: placeholderNames(template).map((name) => values[name] ?? ''),
    text: protectBraces(fill(template, values)),
  };
}

/** A text of which nothing is known, as the text of a message: it makes no link and names no argument. */
export function plainMessage(text: string): string {
  return protectBraces(hasLink(text) ? breakLinks(text) : text);
}

function placeholderNames(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name ?? ''))];
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (placeholder, name: string) => data[name] ?? placeholder);
}

/** `[text](target)` is a link in a plain text message (SARIF 2.1.0 §3.11.6); `jax[cuda12]` is none and stays readable. */
function hasLink(text: string): boolean {
  return text.includes('](');
}

/** Escaped as §3.11.6 says, and the parenthesis too, for viewers that read links with a simple pattern. */
function breakLinks(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replaceAll('](', ']\\(');
}

/** Doubles the braces where a reader of §3.11.5 would take them for something else; other braces stand for themselves. */
function protectBraces(text: string): string {
  return /\{\d+\}|\{\{|\}\}/.test(text) ? doubleBraces(text) : text;
}

function doubleBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
