import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { LockedWheel } from '../src/engine/project.ts';
import type { LockPromise } from '../src/lock-file/lock-file.ts';

export default defineRule({
  code: 'WHL109',
  name: 'lock-mismatch',
  category: 'conflicts',
  severity: 'error',
  needs: ['lock'],
  docs: {
    summary: 'A lock file promises a file of this name or version, and the wheel has another sha256.',
    why: `A lock file is a promise that everybody installs the same bytes, and installers keep it. Where
this wheel is the only one to be had, \`pip install --require-hashes\` and \`uv pip install --require-hashes\` choose it, and
stop with a hash mismatch. Where an index lists a file with a promised hash, pip and uv prefer that one to any file of a
find-links folder, whose hash they do not know beforehand: your build is never installed. And what follows the URLs of a
lock (\`uv sync\`, \`pip install -r pylock.toml\`) does not look at your folder at all.`,
    example: `[[wheel]]
filename = "six-1.17.0-py2.py3-none-any.whl"
files = { "six.py" = "# patched after the lock was made\\n" }

[[lock]]
file = "requirements.txt"
text = '''
six==1.17.0 \\
    --hash=sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274
'''
`,
    fix: `Make the lock again if the wheel is the one that is meant. If the lock is right, put the promised file back, and give
your own build a local version label, which is another version to every lock. Lock files are named by \`lock-files\` in the
configuration or by \`--lock-file\`.`,
    quiet: `When the sha256 is one of those promised, for a version (its local label counted) or, in formats that list
files, a file name that the lock does not list, and for entries without a sha256. In a \`requirements.txt\` hashes belong to a
version, not to a file: there a wheel for a machine that the lock was not made for is flagged too, but as a warning.`,
    references: [
      'https://pip.pypa.io/en/stable/topics/secure-installs/',
      'https://packaging.python.org/en/latest/specifications/pylock-toml/',
    ],
  },
  messages: {
    file: "'{place}' promises other bytes under this name: installs that keep to the lock refuse this wheel, or take the file from elsewhere.",
    version:
      "'{place}' has hashes for version '{version}', and none of them is this wheel's: 'pip install --require-hashes' refuses it, or takes a file from elsewhere.",
  },
  options: v.strictObject({}),
  checkProject({ locked }, { report }) {
    for (const item of locked) {
      const { wheel, sha256, lock, promises } = item;
      if (sha256 === undefined || promises.some(({ sha256s }) => sha256s.includes(sha256))) continue;
      const isOfFile = promises.some(({ filename }) => filename !== undefined);
      const common = { wheel, subject: lock.display, related: relatedOf(item) };
      const data = {
        place: placeOf(promises),
        version: wheel.name.version.normal,
        sha256,
        promised: promises.flatMap(({ sha256s }) => sha256s).join(' '),
      };
      if (isOfFile) report({ ...common, message: 'file', data });
      else report({ ...common, message: 'version', data, atMost: 'warning' });
    }
  },
});

/** `requirements.txt:12`, as compilers write it. */
function placeOf([promise]: readonly LockPromise[]): string {
  if (promise === undefined) return '';
  return promise.line === undefined ? promise.file : `${promise.file}:${promise.line}`;
}

function relatedOf({ wheel, sha256, promises }: LockedWheel) {
  return [
    ...promises.map((promise) => ({
      location: promise.file,
      message: `${promise.line === undefined ? 'the lock' : `line ${promise.line}`} promises sha256 ${promise.sha256s.join(' or ')}`,
    })),
    { location: wheel.location.display, message: `your file, sha256 ${sha256}` },
  ];
}
