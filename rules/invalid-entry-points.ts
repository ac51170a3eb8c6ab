import { isUtf8 } from 'node:buffer';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { lineOfBadBytes } from '../src/wheel/dist-info/damaged-text.ts';
import { missingModules } from '../src/wheel/dist-info/entry-point-modules.ts';
import {
  type EntryPoint,
  parseObjectReference,
  readEntryPoints,
} from '../src/wheel/dist-info/entry-points.ts';
import { quoteInside } from '../src/wheel/quote-inside.ts';
import { publishOption } from './options/publish.ts';
import { isReservedScript, leavesItsFolder, scriptGroups } from './scripts/script-name.ts';

export default defineRule({
  code: 'WHL510',
  name: 'invalid-entry-points',
  category: 'metadata',
  severity: 'error',
  needs: [],
  reads: ['entry-points'],
  docs: {
    summary: 'A script or plugin in entry_points.txt cannot be installed or loaded.',
    why: `pip and uv make a program of each entry of \`console_scripts\` and \`gui_scripts\`, and stop the installation at one
that they cannot read, that names no function, or whose name leads out of the folder for programs; uv also at a program that
would replace \`python\` itself. A module that is not in the wheel fails when the program is started. PyPI refuses a file that
Python's \`configparser\` cannot read, and scripts with odd names.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "" }

[wheel.dist-info]
"entry_points.txt" = """
[console_scripts]
demo = demo.cli:main
../demo-admin = demo:admin
demo-run = demo
"""
`,
    fix: `Correct the scripts in the sources of the project: a name of letters, digits, dots, dashes and underscores, and
\`package.module:function\`.`,
    quiet: `For modules of a package that the wheel does not have at all, because a requirement may bring it, and for names that
only PyPI refuses, unless the wheel is on its way there (\`publish = true\`, as in the preset \`pypi\`).`,
    references: [
      'https://packaging.python.org/en/latest/specifications/entry-points/',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-install-wheel/src/script.rs',
    ],
  },
  messages: {
    encoding: 'entry_points.txt is not UTF-8 here: pip, uv and PyPI refuse this wheel.',
    'no-value': "The line '{line}' is neither a section nor 'name = value': pip cannot install this wheel.",
    outside:
      "The line '{line}' stands before the first section: PyPI refuses this wheel, and nobody reads the line.",
    'no-name': "The entry '{line}' has no name: PyPI refuses this wheel.",
    'same-section': "The section '{line}' stands here a second time: PyPI refuses this wheel.",
    'same-name':
      "'{line}' has the name of an entry above: PyPI refuses this wheel, and installers take one of them.",
    reference: "'{value}' is no reference to an object: '{name}' of the group '{group}' cannot be loaded.",
    script: "The script '{name}' names no function ('{value}'): pip and uv cannot install this wheel.",
    path: "The script '{name}' would be written outside of the folder for scripts: pip and uv refuse this wheel.",
    reserved: "The script '{name}' would replace the program of Python itself: uv refuses this wheel.",
    name: "PyPI takes script names of letters, digits, '.', '-' and '_' only, and not '{name}'.",
    clash:
      "The scripts '{first}' and '{name}' are one file where upper and lower case are the same, or in both groups.",
    module:
      "'{name}' needs the module '{module}', which is not in the wheel: it fails when it is started or loaded.",
  },
  options: v.strictObject({ publish: publishOption }),
  checkContents({ wheel, members, distInfoBytes }, { options, report }) {
    const { distInfo } = wheel;
    const bytes = distInfoBytes['entry_points.txt'];
    if (distInfo === undefined || bytes === undefined) return;
    const member = `${distInfo.directory}/entry_points.txt`;
    if (!isUtf8(bytes)) {
      report({ message: 'encoding', wheel, member, line: lineOfBadBytes(bytes) });
      return;
    }
    const { entries, faults } = readEntryPoints(bytes.toString('utf8'));
    for (const { kind, text, line } of faults) {
      const atMost = kind === 'no-value' || options.publish ? 'error' : 'warning';
      report({ message: kind, wheel, member, line, atMost, data: { line: quoteInside(text) } });
    }
    const scripts = new Map<string, EntryPoint>();
    for (const entry of entries) {
      const { group, name, value, line } = entry;
      const common = { wheel, member, line, subject: `${group} ${name}`, data: { group, name, value } };
      const reference = parseObjectReference(value);
      if (!scriptGroups.has(group)) {
        if (reference === undefined) report({ ...common, message: 'reference', atMost: 'warning' });
        continue;
      }
      if (reference?.object === undefined) report({ ...common, message: 'script' });
      if (leavesItsFolder(name)) report({ ...common, message: 'path' });
      else if (isReservedScript(name)) report({ ...common, message: 'reserved' });
      else if (options.publish && !/^[\p{L}\p{N}_.-]+$/u.test(name)) report({ ...common, message: 'name' });
      const first = scripts.get(name.toLowerCase());
      if (first === undefined) scripts.set(name.toLowerCase(), entry);
      else if (first.group !== group || first.name !== name) {
        report({ ...common, message: 'clash', atMost: 'warning', data: { first: first.name, name } });
      }
    }
    for (const { entry, module } of missingModules(entries, members, wheel)) {
      const { group, name, line } = entry;
      const subject = `${group} ${name}`;
      report({ message: 'module', wheel, member, line, subject, atMost: 'warning', data: { name, module } });
    }
  },
});
