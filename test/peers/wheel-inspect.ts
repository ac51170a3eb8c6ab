import { declaredFiles } from '../support/declared-files.ts';
import { recordOf, sha256OfNothing } from '../support/declared-record.ts';
import type { PeerTable } from '../support/peer-table.ts';

const wrong = sha256OfNothing.toLowerCase();
const good = `demo.py,sha256=${sha256OfNothing},0`;
const omitted = (file: string) =>
  recordOf({ [`demo-1.0.dist-info/${file}`]: '' }, ['demo.py'], `omit = ["${file}"]`);
const declared = (more: string) => `[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\n${more}\n`;

export default {
  peer: 'wheel-inspect',
  url: 'https://github.com/jwodder/wheel-inspect/blob/f457141/src/wheel_inspect/errors.py',
  checks: [
    {
      check: 'RecordSizeMismatchError',
      wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, '1') }),
      rules: ['WHL655'],
    },
    {
      check: 'RecordDigestMismatchError',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${wrong},0` }),
      rules: ['WHL653'],
    },
    {
      check: 'FileMissingError',
      wheelhouse: recordOf({ x: `gone.py,sha256=${sha256OfNothing},0` }),
      rules: ['WHL651'],
    },
    { check: 'FileMissingError of a folder', wheelhouse: recordOf({ x: 'gone/,,' }), rules: ['WHL663'] },
    { check: 'ExtraFileError', wheelhouse: recordOf({ 'demo.py': '' }), rules: ['WHL652'] },
    {
      check: 'UnknownDigestError',
      wheelhouse: recordOf({ 'demo.py': `demo.py,bla360=${sha256OfNothing},0` }),
      rules: ['WHL658'],
    },
    {
      check: 'WeakDigestError',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,sha1=2jmj7l5rSw0yVb_vlWAYkK_YBwk,0' }),
      rules: ['WHL658'],
    },
    {
      check: 'MalformedDigestError',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing}=,0` }),
      rules: ['WHL659'],
    },
    { check: 'MalformedSizeError', wheelhouse: recordOf({ 'demo.py': `${good}.0` }), rules: ['WHL654'] },
    {
      check: 'RecordConflictError',
      wheelhouse: recordOf({ x: `demo.py,sha256=${wrong},4` }),
      rules: ['WHL656'],
    },
    { check: 'EmptyDigestError', wheelhouse: recordOf({ 'demo.py': 'demo.py,,0' }), rules: ['WHL660'] },
    { check: 'EmptySizeError', wheelhouse: recordOf({ 'demo.py': good.slice(0, -1) }), rules: ['WHL660'] },
    { check: 'EmptyPathError', wheelhouse: recordOf({ x: ',,' }), rules: ['WHL654'] },
    { check: 'RecordLengthError', wheelhouse: recordOf({ 'demo.py': `${good},4` }), rules: ['WHL654'] },
    {
      check: 'RecordLengthError of a short row',
      wheelhouse: recordOf({ 'demo.py': good.slice(0, -2) }),
      rules: ['WHL654'],
    },
    { check: 'NullEntryError', wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }), rules: ['WHL660'] },
    {
      check: 'NonNormalizedPathError: ./',
      wheelhouse: recordOf({ 'demo.py': `./${good}` }),
      rules: ['WHL657'],
    },
    {
      check: 'NonNormalizedPathError: //',
      wheelhouse: recordOf(
        { 'demo-1.0.dist-info/a.py': `demo-1.0.dist-info//a.py,sha256=${sha256OfNothing},0` },
        ['demo-1.0.dist-info/a.py'],
      ),
      rules: ['WHL657'],
    },
    {
      check: 'NonNormalizedPathError: ..',
      wheelhouse: recordOf({ 'demo.py': `demo-1.0.dist-info/../${good}` }),
      rules: ['WHL657'],
    },
    { check: 'AbsolutePathError', wheelhouse: recordOf({ 'demo.py': `/${good}` }), rules: ['WHL657'] },
    { check: 'MissingMetadataError', wheelhouse: omitted('METADATA'), rules: ['WHL601'] },
    { check: 'MissingRecordError', wheelhouse: omitted('RECORD'), rules: ['WHL601'] },
    { check: 'MissingWheelInfoError', wheelhouse: omitted('WHEEL'), rules: ['WHL601'] },
    {
      check: 'DistInfoError: none, or several',
      rules: ['WHL601'],
      wheelhouse: declaredFiles(['demo.py', 'other-1.0.dist-info/METADATA']),
    },
    {
      check: 'DistInfoError: of another project or version',
      rules: ['WHL305'],
      wheelhouse: declared('dist-info-folder = "other-1.0.dist-info"'),
    },
    {
      check: 'wheel-filename: InvalidFilenameError',
      rules: ['WHL301'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0.whl' }),
    },
    {
      check: 'headerparser: MissingFieldError of METADATA',
      rules: ['WHL304'],
      wheelhouse: declared('[wheel.dist-info]\nMETADATA = "Metadata-Version: 2.1\\nName: demo\\n"'),
    },
    {
      check: 'headerparser: MissingFieldError of WHEEL',
      rules: ['WHL511'],
      wheelhouse: declared(
        '[wheel.dist-info]\nWHEEL = "Root-Is-Purelib: true\\nGenerator: x\\nTag: py3-none-any\\n"',
      ),
    },
    {
      check: 'headerparser: FieldTypeError of Root-Is-Purelib',
      rules: ['WHL405'],
      wheelhouse: declared(
        '[wheel.dist-info]\nWHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: maybe\\nTag: py3-none-any\\n"',
      ),
    },
    {
      check: 'headerparser: DuplicateFieldError',
      rules: ['WHL507'],
      wheelhouse: declared(
        '[wheel.dist-info]\nMETADATA = "Metadata-Version: 2.1\\nName: demo\\nVersion: 1.0\\nSummary: a\\nSummary: b\\n"',
      ),
    },
    {
      check: 'issue 34: file name against Tag and Build of WHEEL',
      rules: ['WHL402'],
      wheelhouse: declared(
        '[wheel.dist-info]\nWHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nBuild: 1\\nTag: py2-none-any\\n"',
      ),
    },
    {
      check: 'issue 34: tags that are not sorted',
      rules: ['WHL408'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0-py3.py2-none-any.whl' }),
    },
    {
      check: 'issue 34: purelib beside platlib',
      rules: ['WHL742'],
      wheelhouse: declaredFiles(['demo.py', 'demo-1.0.data/purelib/a.py']),
    },
    {
      check: 'issue 34: a backslash in a path',
      rules: ['WHL602'],
      wheelhouse: declared(`archive = { members = [{ name = 'demo\\a.py' }] }`),
    },
  ],
} satisfies PeerTable;
