import type { Finding } from '../engine/finding.ts';

/** `six-1.0.dist-info/METADATA:3`: where in a wheel a finding is, as far as its message does not say so. */
export function placeInside({ member, line, message }: Finding): string | undefined {
  if (member === null) return undefined;
  if (line !== null) return `${member}:${line}`;
  return message.includes(member) ? undefined : member;
}

/** `same-filename (WHL101)` */
export function ruleText({ rule, code }: Pick<Finding, 'rule' | 'code'>): string {
  return `${rule} (${code})`;
}
