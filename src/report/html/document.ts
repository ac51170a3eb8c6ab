import { createHash } from 'node:crypto';
import type { LintResult } from '../../engine/finding.ts';
import { listedFindings } from '../listed.ts';
import type { ReportContext } from '../reporter.ts';
import { script, style } from './assets.ts';
import { pageData } from './collect.ts';
import { html, Markup } from './markup.ts';
import { byPlace } from './sections/by-place.ts';
import { byRule } from './sections/by-rule.ts';
import { finder } from './sections/finder.ts';
import { headline, masthead } from './sections/masthead.ts';
import { matrix } from './sections/matrix.ts';
import { notes } from './sections/notes.ts';
import { totals } from './sections/totals.ts';

/**
 * The whole page. Its policy lets the one style and the one script in it work, and nothing else: what might get in through
 * the text of a wheel could neither run nor load anything.
 */
export function htmlDocument(result: LintResult, context: ReportContext): string {
  const findings = listedFindings(result, context);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { name, homepage } = context.tool;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline(result)} · ${name}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${masthead(result, context)}<main>
${totals(result)}${notes(result)}${byRule(findings, context)}${byPlace(findings)}${matrix(findings)}${finder(findings)}</main>
<footer><p>Made by <a href="${homepage}" rel="noreferrer">${name}</a>. Paths are relative to the folder that it was run in.</p></footer>
${new Markup(`<script type="application/json" id="data">${scriptJson(pageData(result, context))}</script>`)}
${new Markup(`<script>${script}</script>`)}
</body>
</html>
`.text;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** JSON that no parser of HTML takes for anything but text: `<` opens comments and ends scripts. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
