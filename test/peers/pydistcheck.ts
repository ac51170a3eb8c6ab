import { declaredFiles } from '../support/declared-files.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'pydistcheck',
  url: 'https://pydistcheck.readthedocs.io/en/latest/check-reference.html',
  checks: [
    {
      check: 'compiled-objects-have-debug-symbols',
      leftOut:
        'section headers stand at the end of a library, which would have to be inflated whole for them',
    },
    {
      check: 'distro-too-large-compressed',
      rules: ['WHL721'],
      wheelhouse: declaredFiles(['foo.py']),
      options: { WHL721: { max: '100 B' } },
    },
    {
      check: 'distro-too-large-uncompressed',
      rules: ['WHL721'],
      wheelhouse: declaredFiles({ 'foo.py': 'a'.repeat(10_000) }),
      options: { WHL721: { 'max-installed': '5 kB' } },
    },
    {
      check: 'expected-files',
      rules: ['WHL723'],
      wheelhouse: declaredFiles(['foo.py']),
      options: { WHL723: { expect: ['*/README.md', 'seeds/'] } },
    },
    {
      check: 'too-many-files',
      rules: ['WHL722'],
      wheelhouse: declaredFiles(['a.py', 'b.py', 'c.py']),
      options: { WHL722: { max: 5 } },
    },
    {
      check: 'files-only-differ-by-case',
      rules: ['WHL606'],
      wheelhouse: declaredFiles({ 'foo/a.py': 'A = 1', 'foo/A.py': 'A = 2' }),
    },
    {
      check: 'mixed-file-extensions',
      rules: ['WHL724'],
      wheelhouse: declaredFiles(['a.yml', 'b.yaml', 'c.NDJSON', 'd.jsonl']),
    },
    {
      check: 'path-contains-non-ascii-characters',
      rules: ['WHL725'],
      wheelhouse: declaredFiles(['foo/façade.py']),
    },
    { check: 'path-contains-spaces', rules: ['WHL726'], wheelhouse: declaredFiles(['foo/beep boop.ini']) },
    {
      check: 'path-too-long',
      rules: ['WHL727'],
      wheelhouse: declaredFiles(['foo/bar.py']),
      options: { WHL727: { max: 5 } },
    },
    {
      check: 'unexpected-files: directories',
      rules: ['WHL731', 'WHL732'],
      wheelhouse: declaredFiles(
        ['.git/x', '.idea/x', '.pytest_cache/x', '.mypy_cache/x']
          .concat(['.appveyor/x', '.binder/x', '.circleci/x', '.github/x'])
          .map((path) => `foo/${path}`),
      ),
    },
    {
      check: 'unexpected-files: files',
      rules: ['WHL731', 'WHL732'],
      wheelhouse: declaredFiles(['foo/.DS_Store', 'foo/.gitignore', 'foo/codecov.yml', 'foo/.hadolint.yaml']),
    },
    {
      check: 'unexpected-files: as configured',
      rules: ['WHL731'],
      wheelhouse: declaredFiles(['foo/bar.ipynb']),
      options: { WHL731: { deny: ['**/*.ipynb'] } },
    },
  ],
} satisfies PeerTable;
