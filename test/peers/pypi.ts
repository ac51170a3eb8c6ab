import { declaredFiles } from '../support/declared-files.ts';
import { recordOf } from '../support/declared-record.ts';
import { wheel, wheelWith, wheelWithMetadata } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

const omitted = (file: string) =>
  recordOf({ [`demo-1.0.dist-info/${file}`]: '' }, ['demo.py'], `omit = ["${file}"]`);

export default {
  peer: 'PyPI',
  url: 'https://github.com/pypi/warehouse/blob/6b62157/warehouse/forklift/legacy.py',
  checks: [
    { check: 'Record is missing', wheelhouse: recordOf({ 'demo.py': '' }), rules: ['WHL652'] },
    { check: 'Wheel is missing', wheelhouse: recordOf({ x: 'gone.py,,' }), rules: ['WHL651'] },
    { check: 'MissingWheelRecordError', wheelhouse: omitted('RECORD'), rules: ['WHL601'] },
    {
      check: 'MissingWheelRecordError of bytes that are no UTF-8',
      wheelhouse: recordOf({}, ['demo.py'], "[wheel.dist-info]\nRECORD = 'binary: elf aarch64'"),
      rules: ['WHL654'],
    },
    {
      check: 'filename: parse_wheel_filename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'filename: project part is not the normalised name',
      rules: ['WHL306'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'Demo.Pkg-1.0-py3-none-any.whl' }),
    },
    {
      check: 'filename: version is not that of METADATA',
      rules: ['WHL304'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'version = "2.0"\ndist-info-folder = "demo-1.0.dist-info"',
      ),
    },
    {
      check: 'filename: platform tag',
      rules: ['WHL306'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64' },
        { filename: 'demo-1.0-cp311-cp311-linux_x86_64.whl' },
      ),
    },
    {
      check: 'filename: longer than the system allows',
      leftOut: 'such a file cannot be on the disk of a wheelhouse: the file system has the same limit',
    },
    {
      check: 'local version',
      rules: ['WHL306'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0+site-py3-none-any.whl' }),
    },
    {
      check: 'Metadata-Version',
      rules: ['WHL508'],
      wheelhouse: wheelWith('METADATA', ['Metadata-Version: 2.0', 'Name: demo', 'Version: 1.0']),
    },
    {
      check: 'Summary of more than 512 letters',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata(`Summary: ${'x'.repeat(513)}`),
    },
    {
      check: 'e-mail addresses',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Author-email: ann at example'),
    },
    {
      check: 'classifiers for private use',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Classifier: Private :: Do Not Upload'),
    },
    {
      check: 'classifiers that are unknown or deprecated',
      leftOut:
        'the list of classifiers changes on the index every few weeks, and a list of ours would be wrong soon',
    },
    {
      check: 'URLs, Project-URL',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Project-URL: Docs, ftp//example'),
    },
    {
      check: 'direct URL in Requires-Dist',
      rules: ['WHL504'],
      wheelhouse: wheelWithMetadata('Requires-Dist: six @ https://example.com/six.whl'),
    },
    {
      check: 'Provides-Dist, Obsoletes-Dist',
      rules: ['WHL508'],
      wheelhouse: wheelWithMetadata('Obsoletes-Dist: other @ https://example.com/a.whl'),
    },
    { check: 'Dynamic', rules: ['WHL508'], wheelhouse: wheelWithMetadata('Dynamic: Name') },
    {
      check: 'License beside License-Expression',
      rules: ['WHL509'],
      wheelhouse: wheelWithMetadata('License: MIT', 'License-Expression: MIT'),
    },
    {
      check: 'License-File is not in dist-info/licenses',
      rules: ['WHL509'],
      wheelhouse: wheelWithMetadata('License-File: LICENSE'),
    },
    {
      check: 'is not a zip',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'raw = "no archive"'),
    },
    {
      check: 'is a tar as well',
      leftOut:
        'a tar begins with a member, so as a zip it has bytes that belong to none: header-mismatch reports these',
    },
    {
      check: 'METADATA or WHEEL missing',
      rules: ['WHL601'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["WHEEL", "METADATA"]'),
    },
    {
      check: 'dist-info is not spelled like the file name',
      rules: ['WHL305'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'dist-info-folder = "Demo-1.0.dist-info"'),
      options: { WHL305: { publish: true } },
    },
    {
      check: 'entry_points.txt: UTF-8',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['latin-1:', '[console_scripts]', 'ü = demo:main']),
    },
    {
      check: 'entry_points.txt: INI',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['demo = demo:main']),
    },
    {
      check: 'entry_points.txt: names of scripts',
      rules: ['WHL510'],
      wheelhouse: wheelWith('entry_points.txt', ['[console_scripts]', 'a b = demo:main']),
      options: { WHL510: { publish: true } },
    },
    {
      check: 'compression other than stored or deflated',
      rules: ['WHL609'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", method = 14 }] }',
      ),
    },
    {
      check: 'ratio above 50',
      rules: ['WHL613'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "zeros.bin", text = "x", size = 80000000 }] }',
      ),
    },
    {
      check: 'YARA: pyarmor, sourcedefender',
      leftOut:
        'a policy of the index about obfuscated code, not a fault of the wheel; it may change without notice',
    },
    {
      check: 'file size limit',
      rules: ['WHL612'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl'),
      options: { WHL612: { limit: 0.0001 } },
    },
    {
      check: 'zip: names that cannot be printed',
      rules: ['WHL602'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "a\\u0007b" }] }'),
    },
    {
      check: 'zip: names that are not UTF-8',
      rules: ['WHL611'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [{ name = "gr�e.py" }] }'),
    },
    {
      check: 'zip: malformed or duplicated extras',
      rules: ['WHL612'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", header-extra = "0900000007" }] }',
      ),
    },
    {
      check: 'zip: data descriptors',
      rules: ['WHL612'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", descriptor = true }] }',
      ),
    },
    {
      check: 'zip: another name in the header',
      rules: ['WHL605'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", header-name = "b.py" }] }',
      ),
    },
    {
      check: 'zip: name in one of directory and headers only',
      rules: ['WHL605'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", unlisted = true }] }',
      ),
    },
    {
      check: 'zip: names twice',
      rules: ['WHL604'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py" }, { name = "a.py" }] }',
      ),
    },
    {
      check: 'zip: comments of members',
      rules: ['WHL612'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", comment = "x" }] }',
      ),
    },
    {
      check: 'zip: wrong number, offset or size of the directory',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], gap = 3 }'),
    },
    {
      check: 'zip: two end records',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], gap = 22 }'),
    },
    {
      check: 'zip: extensible data of zip64',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], extensible = 20 }'),
    },
    {
      check: 'zip: data in front',
      rules: ['WHL605'],
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive = { members = [{ name = "a.py", before = "#!/bin/sh" }] }',
      ),
    },
    {
      check: 'zip: data behind',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], trailing = "more" }'),
    },
    {
      check: 'zip in zip',
      rules: ['WHL603'],
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'archive = { members = [], gap = 109 }'),
    },
    {
      check: 'a name that was used before, or the same content under another',
      leftOut:
        'only the index knows what it had and has deleted; same-filename tells of the files that it lists',
    },
    {
      check: 'no new files on releases older than 14 days',
      leftOut: 'a policy of the index about time, not a fault of the wheel',
    },
  ],
} satisfies PeerTable;
