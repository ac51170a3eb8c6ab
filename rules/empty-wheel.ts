import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { few } from '../src/wheel/layout/few.ts';

export default defineRule({
  code: 'WHL709',
  name: 'empty-wheel',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel installs no file and requires nothing.',
    why: `Installing it succeeds and changes nothing: \`pip list\` shows a project that is not there. The build did not find the
packages, or the name is a placeholder that was registered and never filled.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
`,
    fix: 'Build again where the packages are, and tell the build where that is; remove placeholders from the wheelhouse.',
    quiet: 'For a metapackage, whose requirements are what it is for.',
    references: ['https://github.com/jwodder/check-wheel-contents#w008--wheel-is-empty'],
  },
  messages: {
    found:
      "This wheel holds nothing but its '{folder}' and requires nothing, so installing it does nothing: the build did not find the packages.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, layout }, { report }) {
    const { distInfo, problems } = wheel;
    if (problems.length > 0 || distInfo === undefined) return;
    if ((distInfo.metadata?.requirements.length ?? 0) > 0) return;
    for (const { section, files } of layout.folders) {
      if (section !== 'dist-info' && files.length > 0) return;
    }
    report({ message: 'found', wheel, data: { folder: few([distInfo.directory]) } });
  },
});
