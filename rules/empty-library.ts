import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { few } from '../src/wheel/layout/few.ts';
import { filesBelow } from '../src/wheel/layout/toplevel.ts';

export default defineRule({
  code: 'WHL708',
  name: 'empty-library',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary:
      "The wheel installs nothing that could be imported: no library, or only empty '__init__.py' files.",
    why: `\`pip install demo\` succeeds and \`import demo\` fails, or gives an empty package. The build did not find the
modules: a \`src\` layout that it was not told of, subpackages that nobody listed, or a build in the wrong folder.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo-1.0.data/scripts/demo" = "#!python" }
`,
    fix: 'List the packages and their subpackages in the configuration of the build, and look into the next wheel.',
    quiet:
      'For a wheel without any file, which [empty-wheel](empty-wheel.md) is about. Wheels of programs only are such by intent.',
    references: ['https://github.com/jwodder/check-wheel-contents#w007--wheel-library-is-empty'],
  },
  messages: {
    nothing:
      "This wheel puts nothing into site-packages, so nothing of it can be imported; its first other file is '{member}'.",
    hollow:
      "All that this wheel puts into site-packages are empty '__init__.py' files, '{member}' first: the modules are missing.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, layout }, { report }) {
    let first: string | undefined;
    for (const entry of layout.toplevels) {
      if (!entry.isFolder) return;
      for (const { name, size } of filesBelow(entry)) {
        if (size > maxEmpty || !name.endsWith('/__init__.py')) return;
        first ??= name;
      }
    }
    const [other] = layout.dataFolders.flatMap(({ files }) => files.slice(0, 1).map(({ name }) => name));
    if (first !== undefined)
      report({ message: 'hollow', wheel, member: first, data: { member: few([first]) } });
    else if (other !== undefined) {
      report({ message: 'nothing', wheel, member: other, data: { member: few([other]) } });
    }
  },
});

/** A line end is nothing. */
const maxEmpty = 2;
