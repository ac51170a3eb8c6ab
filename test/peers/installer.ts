import { declaredFiles } from '../support/declared-files.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import type { PeerTable } from '../support/peer-table.ts';

const wrong = sha256OfNothing.toLowerCase();
const good = `demo.py,sha256=${sha256OfNothing},0`;
const omitted = (file: string) =>
  recordOf({ [`demo-1.0.dist-info/${file}`]: '' }, ['demo.py'], `omit = ["${file}"]`);
const declared = (more: string) => `[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\n${more}\n`;

export default {
  peer: 'installer',
  url: 'https://github.com/pypa/installer/blob/625ddd1/src/installer/sources.py',
  checks: [
    { check: 'Unable to retrieve RECORD', wheelhouse: omitted('RECORD'), rules: ['WHL601'] },
    { check: 'expected 3 elements', wheelhouse: recordOf({ 'demo.py': `${good}\n` }), rules: ['WHL654'] },
    {
      check: 'digital signature file is incorrectly contained',
      wheelhouse: recordOf({}, [`${own}.jws`]),
      rules: ['WHL662'],
    },
    { check: 'is not mentioned in RECORD', wheelhouse: recordOf({ 'demo.py': '' }), rules: ['WHL652'] },
    { check: 'RECORD is not mentioned in RECORD', wheelhouse: recordOf({ [own]: '' }), rules: ['WHL652'] },
    {
      check: 'invalid hash algorithm',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha=${sha256OfNothing},0` }),
      rules: ['WHL658'],
    },
    {
      check: 'hash does not follow the required format',
      wheelhouse: recordOf({ 'demo.py': `demo.py,${sha256OfNothing},0` }),
      rules: ['WHL659'],
    },
    {
      check: 'size cannot be non-integer',
      wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, 'x') }),
      rules: ['WHL654'],
    },
    {
      check: 'RECORD file incorrectly contains hash / size',
      wheelhouse: recordOf({ [own]: `${own},sha256=${wrong},9` }),
      rules: ['WHL661'],
    },
    {
      check: 'hash / size is not included',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }),
      rules: ['WHL660'],
    },
    {
      check: "hash / size didn't match",
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${wrong},0` }),
      rules: ['WHL653'],
    },
    {
      check: 'DistInfoError: not exactly one',
      rules: ['WHL601'],
      wheelhouse: declaredFiles(['demo.py', 'other-1.0.dist-info/METADATA']),
    },
    {
      check: 'DistInfoError: not of this project and version',
      rules: ['WHL305'],
      wheelhouse: declared('dist-info-folder = "other-1.0.dist-info"'),
    },
    {
      check: 'parse_wheel_filename: not a valid wheel filename',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'parse_metadata_file: incompatible Wheel-Version',
      rules: ['WHL511'],
      wheelhouse: declared(
        '[wheel.dist-info]\nWHEEL = "Wheel-Version: 2.0\\nRoot-Is-Purelib: true\\nGenerator: x\\nTag: py3-none-any\\n"',
      ),
    },
    {
      check: 'parse_entrypoints: no module and function',
      rules: ['WHL510'],
      wheelhouse: declared('[wheel.dist-info]\n"entry_points.txt" = "[console_scripts]\\ndemo = demo\\n"'),
    },
    {
      check: 'install: unknown scheme',
      rules: ['WHL741'],
      wheelhouse: declaredFiles(['demo.py', 'demo-1.0.data/other/a.txt']),
    },
  ],
} satisfies PeerTable;
