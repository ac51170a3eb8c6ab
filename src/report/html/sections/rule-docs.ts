import type { RuleDescription } from '../../../engine/rule.ts';
import { inline, isWebUrl, markdown } from '../markdown.ts';
import { html, type Markup, nothing } from '../markup.ts';

/** The documentation of a rule, folded. The page's script shows parts of it beside findings, too. */
export function ruleDocs({ code, name, docs }: RuleDescription, homepage: string): Markup {
  const pages = `${homepage}/blob/main/docs/rules/`;
  const prose = (text: string): Markup => markdown(text, (link) => URL.parse(link, pages)?.href);
  return html`<details class="docs" id="docs-${code}">
<summary>${inline(docs.summary, () => undefined)}</summary>
<div class="prose">
<div class="why"><h3>Why</h3>
${prose(docs.why)}</div>
<div class="fix"><h3>What to do</h3>
${prose(docs.fix)}</div>
${
  docs.quiet === undefined
    ? nothing
    : html`<div><h3>When it is quiet</h3>
${prose(docs.quiet)}</div>
`
}<h3>References</h3>
<ul>
${[`${pages}${name}.md`, ...docs.references].map(reference)}</ul>
</div>
</details>`;
}

function reference(url: string): Markup {
  return isWebUrl(url)
    ? html`<li><a href="${url}" rel="noreferrer">${url}</a></li>
`
    : html`<li>${url}</li>
`;
}
