import type { ReportContext } from '../reporter.ts';

/** Puts a link to the page of a rule on a text, or leaves the text alone. */
export type LinkRule = (rule: string, text: string) => string;

/** @see https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda for links in terminals (OSC 8) */
export function ruleLinker({ links, tool }: Pick<ReportContext, 'links' | 'tool'>): LinkRule {
  if (!links) return (_rule, text) => text;
  return (rule, text) =>
    // The name of a rule of somebody's own may be anything.
    /^[\w-]+$/.test(rule)
      ? `\x1b]8;;${tool.homepage}/blob/main/docs/rules/${rule}.md\x1b\\${text}\x1b]8;;\x1b\\`
      : text;
}
