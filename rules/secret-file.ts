import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL734',
  name: 'secret-file',
  category: 'contents',
  severity: 'info',
  needs: [],
  docs: {
    summary: 'A file whose name says that it holds a private key or credentials is in the wheel.',
    why: `Whoever can download the wheel has what is in it, and on PyPI that is everybody, for ever: a file that was once
uploaded stays in mirrors and caches. \`.pypirc\` lets others release in your name.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/.env" = "TOKEN=x" }
`,
    fix: 'Change the key or password first, because it is known by now; then remove the file and build again.',
    quiet: `The name decides, the contents are not read: \`*.pem\` and \`*.key\`, which are mostly certificates and test data, are
not flagged. The presets \`security\` and \`strict\` make it an error.`,
    references: [
      'https://docs.github.com/en/code-security/secret-scanning/introduction/about-secret-scanning',
    ],
  },
  messages: {
    'private-key':
      "Files that are named like private keys are in this wheel, for everybody who can download it: '{members}'; change the keys and build without them.",
    credentials:
      "Files that usually hold credentials are in this wheel, for everybody who can download it: '{members}'; change what is in them and build without them.",
  },
  options: withProjects({ allow }),
  when: ['marked-files'],
  checkContents({ wheel, layout }, { options, report }) {
    const marked = layout.marked;
    const { allow: allowed } = optionsFor(options, wheel);
    for (const message of ['private-key', 'credentials'] as const) {
      const unwanted = notAllowed(marked.get(message) ?? [], allowed);
      const [member] = unwanted;
      if (member !== undefined) {
        report({ message, wheel, member, data: { members: few(unwanted) } });
      }
    }
  },
});
