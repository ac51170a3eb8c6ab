import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { list } from '../src/report/words.ts';
import { isBelow, searchPath } from '../src/wheel/native/search-path.ts';

export default defineRule({
  code: 'WHL802',
  name: 'absolute-rpath',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Native code looks for its libraries in a folder of the machine that built it.',
    why: `The dynamic loader searches the folders of RPATH and RUNPATH before its own. An absolute one means nothing on another
machine, and where the folder exists there, whatever library lies in it is loaded. An empty or relative entry is worse:
the library comes from the current folder, from wherever Python was started. In a wheelhouse for one cluster, paths into its
software stack are intended: say which.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo/libdemo.so" = "binary: elf x86_64 needs=libhdf5.so.310 runpath=/home/me/hdf5/lib" }
`,
    fix: `Set a path below \`$ORIGIN\` with \`patchelf --set-rpath\`, or let \`auditwheel repair\` bring the libraries along. Paths
that all users of the wheelhouse have are \`absolute-rpath = { prefixes = ["/cvmfs/soft.computecanada.ca"] }\`.`,
    references: [
      'https://man7.org/linux/man-pages/man8/ld.so.8.html',
      'https://docs.alliancecan.ca/wiki/Installing_software_in_your_home_directory',
    ],
  },
  messages: {
    absolute:
      "'{member}' looks for libraries in '{paths}', where other machines have none, or others: use '$ORIGIN' or name the prefix in the configuration.",
    relative:
      "'{member}' looks for libraries in the folder where the program is started ('{paths}'): whoever can write there decides what is loaded.",
  },
  options: v.strictObject({
    prefixes: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Folders that every machine has, for example `/cvmfs/soft.computecanada.ca`.'),
    ),
  }),
  reads: ['symbols'],
  readsOf: ({ nativeMembers }) => nativeMembers.length > 0,
  when: ['symbols'],
  checkContents({ wheel, symbols }, { options, report }) {
    const found = { absolute: new Found(), relative: new Found() };
    for (const { member, rpath } of symbols) {
      for (const entry of rpath) {
        const path = searchPath(entry, member.member);
        if (path.kind === 'relative') found.relative.add(member.member, entry === '' ? '.' : entry);
        if (path.kind === 'absolute' && !isBelow(path.folder, options.prefixes)) {
          found.absolute.add(member.member, entry);
        }
      }
    }
    for (const [message, { member, paths }] of [
      ['absolute', found.absolute],
      ['relative', found.relative],
    ] as const) {
      if (member !== undefined)
        report({ message, wheel, member, data: { member, paths: list([...paths], 3) } });
    }
  },
});

/** The first member of a kind, and what all of them have. */
class Found {
  member: string | undefined;
  readonly paths = new Set<string>();

  add(member: string, path: string): void {
    this.member ??= member;
    this.paths.add(path);
  }
}
