import { declaredFiles } from '../support/declared-files.ts';
import { recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { listed, wheel, wheelWith } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

const good = `demo.py,sha256=${sha256OfNothing},0`;

export default {
  peer: 'uv',
  url: 'https://github.com/astral-sh/uv/tree/26a9dd4/crates/uv-extract',
  checks: [
    { check: 'UnequalLengths', wheelhouse: recordOf({ 'demo.py': 'demo.py' }), rules: ['WHL654'] },
    {
      check: 'a size that is no u64',
      wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, '-1') }),
      rules: ['WHL654'],
    },
    {
      check: 'RECORD contains files not in wheel archive',
      wheelhouse: recordOf({ x: 'gone.py,,' }),
      rules: ['WHL651'],
    },
    {
      check: 'Wheel archive contains files not in RECORD',
      wheelhouse: recordOf({ 'demo.py': '' }),
      rules: ['WHL652'],
    },
    {
      check: 'file name: version, name, build, language, ABI or platform tag',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-x-py3-none-any.whl' }),
    },
    {
      check: 'LocalHeaderNotUtf8, CentralDirectoryEntryNotUtf8',
      rules: ['WHL611'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "gr�e.py" }] }'),
    },
    {
      check: 'BadCrc32',
      rules: ['WHL664'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'files = { "demo.py" = "A = 1" }\ndamaged = ["demo.py"]',
      ),
    },
    {
      check: 'BadUncompressedSize, BadCompressedSize',
      rules: ['WHL610'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", text = "A = 1", method = 0, size = 3 }] }',
      ),
    },
    {
      check: 'DuplicateLocalFileHeader',
      rules: ['WHL604'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", text = "1" }, { name = "a.py", text = "2" }] }',
      ),
    },
    {
      check: 'MissingCentralDirectoryEntry',
      rules: ['WHL605'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", unlisted = true }] }',
      ),
    },
    {
      check: 'MissingLocalFileHeader',
      leftOut:
        'header-mismatch finds it; a declared wheel has every member that its directory lists, so its own test shows it',
    },
    {
      check: 'ConflictingPaths',
      rules: ['WHL605'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", header-name = "b.py" }] }',
      ),
    },
    {
      check: 'ConflictingChecksums, ConflictingSizes',
      leftOut: 'header-mismatch finds them; its own test has the bytes, which a declared wheel cannot state',
    },
    {
      check: 'TrailingContents',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], trailing = "more" }'),
    },
    {
      check: 'ConflictingNumberOfEntries',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], count = 1 }'),
    },
    {
      check: 'MissingDataDescriptor, UnexpectedDataDescriptor',
      leftOut: 'header-mismatch finds both; its own test has the bytes, which a declared wheel cannot state',
    },
    {
      check: 'ZipInZip',
      rules: ['WHL603'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [], comment = "PK\\u0003\\u0004" }',
      ),
    },
    {
      check: 'ExtensibleData',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], extensible = 20 }'),
    },
    {
      check: 'DuplicateExecutableFileHeader',
      rules: ['WHL604'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", text = "1", mode = 33261 }, { name = "a.py", text = "2", mode = 33261 }] }',
      ),
    },
    {
      check: 'EmptyFilename',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "" }] }'),
    },
    {
      check: 'UnacceptableFilename',
      rules: ['WHL602'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "a\\u0000b" }] }'),
    },
    {
      check: 'UnsupportedCompression',
      rules: ['WHL609'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", method = 14 }] }',
      ),
    },
    {
      check: 'MismatchedName',
      rules: ['WHL305'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'dist-info-folder = "other-1.0.dist-info"'),
    },
    {
      check: 'MismatchedVersion of METADATA',
      rules: ['WHL304'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'version = "2.0"\ndist-info-folder = "demo-1.0.dist-info"',
      ),
    },
    {
      check: 'MissingRecord',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["RECORD"]'),
    },
    {
      check: 'ReservedScriptName',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['[console_scripts]', 'python = demo:main']),
    },
    {
      check: 'invalid entry point',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['[console_scripts]', 'demo = demo']),
    },
    {
      check: 'UnsupportedWheelVersion',
      rules: ['WHL511'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: 2.0',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py3-none-any',
      ]),
    },
    {
      check: 'pull request 20400: WHEEL against file name',
      rules: ['WHL402'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: 1.0',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py2-none-any',
      ]),
    },
    {
      check: 'uv publish --check-url: HashMismatch, MissingHash',
      rules: ['WHL101'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl') + listed('demo-1.0-py3-none-any.whl'),
    },
  ],
} satisfies PeerTable;
