import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL107',
  name: 'not-on-index',
  category: 'conflicts',
  severity: 'warning',
  offByDefault: true,
  needs: ['index'],
  docs: {
    summary: 'No index lists this project, so that somebody else can claim its name there.',
    why: `Installers that ask an index beside your folder take the newest version wherever it lies. Whoever registers the name
on the index and uploads version 99 gets run on your machines: this is how *dependency confusion* works, and names of
internal packages leak through lock files, error messages and job scripts.`,
    example: `[[wheel]]
filename = "mysite_tools-1.0-py3-none-any.whl"
`,
    fix: `Register the name on the index, if only with an empty release, or have installers ask no public index for it: an index
of your own in place of PyPI (\`--index-url\`, not \`--extra-index-url\`), uv's \`tool.uv.sources\`, or pins with hashes.
Where the name is known to be safe, say so with an \`[[ignore]]\` and its reason.`,
    quiet: `While an index could not be asked about the project. One finding stands for all wheels of a project. That an index
does not list a project does not prove that its name is free: PyPI hides quarantined projects and reserves some names.`,
    references: [
      'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
      'https://docs.astral.sh/uv/concepts/indexes/#searching-across-multiple-indexes',
    ],
  },
  messages: {
    one: "'{index}' does not list '{project}': somebody else may claim the name there, and installers would take their newer version.",
    several:
      "None of '{count}' indexes lists '{project}': somebody else may claim the name there, and installers would take their newer version.",
  },
  options: v.strictObject({}),
  checkProject({ project, wheels, answers }, { report }) {
    const [first] = wheels.map(({ wheel }) => wheel).sort(byPlace);
    const [answer] = answers;
    if (first === undefined || answer === undefined) return;
    if (answers.some(({ status }) => status !== 'not-listed')) return;
    const data = { project, index: answer.source.url, count: String(answers.length) };
    report({ message: answers.length === 1 ? 'one' : 'several', wheel: first, data });
  },
});

interface Placed {
  readonly location: { readonly display: string };
}

function byPlace(a: Placed, b: Placed): number {
  return a.location.display < b.location.display ? -1 : 1;
}
