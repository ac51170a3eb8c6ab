import type { LintResult } from '../../../engine/finding.ts';
import { ignoreNoticeText } from '../../ignore-notice.ts';
import { notRunText } from '../../not-run.ts';
import { suppressionNoticeTexts } from '../../suppression-notice.ts';
import { groupUnchecked, uncheckedHeading, uncheckedText } from '../../unchecked.ts';
import { html, type Markup, nothing } from '../markup.ts';

const mostNamed = 20;

/** What the numbers do not say: what could not be checked, and what wants attention in the configuration. */
export function notes({ unchecked, notRun, doubts, ignoreNotices, suppressionNotices }: LintResult): Markup {
  const missed = groupUnchecked(unchecked).map((group) => uncheckedText(group, mostNamed));
  const others = [
    ...(notRun.length > 0 ? [`${notRunText(notRun)}.`] : []),
    ...doubts,
    ...suppressionNoticeTexts(suppressionNotices).map((text) => `${text}.`),
    ...ignoreNotices.map((notice) => `${ignoreNoticeText(notice)}.`),
  ];
  if (missed.length + others.length === 0) return nothing;
  return html`<section class="notes" aria-labelledby="notes-title">
<h2 id="notes-title">What this report does not cover</h2>
${
  missed.length === 0
    ? nothing
    : html`<p><strong>${uncheckedHeading(unchecked)}.</strong> None of their problems may be listed.</p>
<ul>
${items(missed)}</ul>
`
}${
  others.length === 0
    ? nothing
    : html`<ul>
${items(others)}</ul>
`
}</section>
`;
}

function items(texts: readonly string[]): Markup[] {
  return texts.map(
    (text) => html`<li>${text}</li>
`,
  );
}
