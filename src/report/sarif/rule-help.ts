import type { RuleDocs } from '../../engine/rule.ts';
import { plainText } from './plain-text.ts';

/** The documentation of a rule in both forms; GitHub shows the Markdown beside the alert. */
export function ruleHelp({ summary, why, example, fix, quiet, references }: RuleDocs) {
  const links = references.map(
    (reference) => `- ${/^https?:\S+$/.test(reference) ? `<${reference}>` : reference}`,
  );
  const sections = [
    { title: 'Why', body: why },
    { title: 'Example', body: example },
    { title: 'What to do', body: fix },
    { title: 'When it stays quiet', body: quiet ?? '' },
    { title: 'References', body: links.join('\n') },
  ].filter(({ body }) => body !== '');
  return {
    text: [summary, ...sections.map(({ title, body }) => `${title}:\n${plainText(body)}`)].join('\n\n'),
    markdown: [summary, ...sections.map(({ title, body }) => `## ${title}\n\n${body.trim()}`)].join('\n\n'),
  };
}
