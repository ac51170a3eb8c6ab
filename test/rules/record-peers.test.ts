import { describe, expect, test } from 'vitest';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { lintDeclaration } from '../../fixtures/lint-declaration.ts';
import { rules } from '../../rules/index.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';

const wrong = sha256OfNothing.toLowerCase();
const good = `demo.py,sha256=${sha256OfNothing},0`;
const omitted = (file: string) =>
  recordOf({ [`demo-1.0.dist-info/${file}`]: '' }, ['demo.py'], `omit = ["${file}"]`);

interface Check {
  /** What the peer calls it. */
  readonly name: string;
  readonly wheelhouse: string;
  /** Codes of all findings about it. */
  readonly codes: readonly string[];
}

/** @see https://github.com/jwodder/wheel-inspect/blob/f457141/src/wheel_inspect/errors.py */
const wheelInspect: readonly Check[] = [
  {
    name: 'RecordSizeMismatchError',
    wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, '1') }),
    codes: ['WHL655'],
  },
  {
    name: 'RecordDigestMismatchError',
    wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${wrong},0` }),
    codes: ['WHL653'],
  },
  {
    name: 'FileMissingError',
    wheelhouse: recordOf({ x: `gone.py,sha256=${sha256OfNothing},0` }),
    codes: ['WHL651'],
  },
  { name: 'FileMissingError of a folder', wheelhouse: recordOf({ x: 'gone/,,' }), codes: ['WHL663'] },
  { name: 'ExtraFileError', wheelhouse: recordOf({ 'demo.py': '' }), codes: ['WHL652'] },
  {
    name: 'UnknownDigestError',
    wheelhouse: recordOf({ 'demo.py': `demo.py,bla360=${sha256OfNothing},0` }),
    codes: ['WHL658'],
  },
  {
    name: 'WeakDigestError',
    wheelhouse: recordOf({ 'demo.py': 'demo.py,sha1=2jmj7l5rSw0yVb_vlWAYkK_YBwk,0' }),
    codes: ['WHL658'],
  },
  {
    name: 'MalformedDigestError',
    wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing}=,0` }),
    codes: ['WHL659'],
  },
  { name: 'MalformedSizeError', wheelhouse: recordOf({ 'demo.py': `${good}.0` }), codes: ['WHL654'] },
  {
    name: 'RecordConflictError',
    wheelhouse: recordOf({ x: `demo.py,sha256=${wrong},4` }),
    codes: ['WHL656'],
  },
  { name: 'EmptyDigestError', wheelhouse: recordOf({ 'demo.py': 'demo.py,,0' }), codes: ['WHL660'] },
  { name: 'EmptySizeError', wheelhouse: recordOf({ 'demo.py': good.slice(0, -1) }), codes: ['WHL660'] },
  { name: 'EmptyPathError', wheelhouse: recordOf({ x: ',,' }), codes: ['WHL654'] },
  { name: 'RecordLengthError', wheelhouse: recordOf({ 'demo.py': `${good},4` }), codes: ['WHL654'] },
  {
    name: 'RecordLengthError of a short row',
    wheelhouse: recordOf({ 'demo.py': good.slice(0, -2) }),
    codes: ['WHL654'],
  },
  { name: 'NullEntryError', wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }), codes: ['WHL660'] },
  { name: 'NonNormalizedPathError: ./', wheelhouse: recordOf({ 'demo.py': `./${good}` }), codes: ['WHL657'] },
  {
    name: 'NonNormalizedPathError: //',
    wheelhouse: recordOf(
      { 'demo-1.0.dist-info/a.py': `demo-1.0.dist-info//a.py,sha256=${sha256OfNothing},0` },
      ['demo-1.0.dist-info/a.py'],
    ),
    codes: ['WHL657'],
  },
  {
    name: 'NonNormalizedPathError: ..',
    wheelhouse: recordOf({ 'demo.py': `demo-1.0.dist-info/../${good}` }),
    codes: ['WHL657'],
  },
  { name: 'AbsolutePathError', wheelhouse: recordOf({ 'demo.py': `/${good}` }), codes: ['WHL657'] },
  { name: 'MissingMetadataError', wheelhouse: omitted('METADATA'), codes: ['WHL601'] },
  { name: 'MissingRecordError', wheelhouse: omitted('RECORD'), codes: ['WHL601'] },
  { name: 'MissingWheelInfoError', wheelhouse: omitted('WHEEL'), codes: ['WHL601'] },
];

/**
 * Its `DistInfoError` is WHL601 for none or several folders; that the name of the folder is another project's is about
 * the folder, not about RECORD.
 * @see https://github.com/pypa/installer/blob/625ddd1/src/installer/sources.py `validate_record`
 */
const installer: readonly Check[] = [
  { name: 'Unable to retrieve RECORD', wheelhouse: omitted('RECORD'), codes: ['WHL601'] },
  { name: 'expected 3 elements', wheelhouse: recordOf({ 'demo.py': `${good}\n` }), codes: ['WHL654'] },
  {
    name: 'digital signature file is incorrectly contained',
    wheelhouse: recordOf({}, [`${own}.jws`]),
    codes: ['WHL662'],
  },
  { name: 'is not mentioned in RECORD', wheelhouse: recordOf({ 'demo.py': '' }), codes: ['WHL652'] },
  { name: 'RECORD is not mentioned in RECORD', wheelhouse: recordOf({ [own]: '' }), codes: ['WHL652'] },
  {
    name: 'invalid hash algorithm',
    wheelhouse: recordOf({ 'demo.py': `demo.py,sha=${sha256OfNothing},0` }),
    codes: ['WHL658'],
  },
  {
    name: 'hash does not follow the required format',
    wheelhouse: recordOf({ 'demo.py': `demo.py,${sha256OfNothing},0` }),
    codes: ['WHL659'],
  },
  {
    name: 'size cannot be non-integer',
    wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, 'x') }),
    codes: ['WHL654'],
  },
  {
    name: 'RECORD file incorrectly contains hash / size',
    wheelhouse: recordOf({ [own]: `${own},sha256=${wrong},9` }),
    codes: ['WHL661'],
  },
  {
    name: 'hash / size is not included',
    wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }),
    codes: ['WHL660'],
  },
  {
    name: "hash / size didn't match",
    wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${wrong},0` }),
    codes: ['WHL653'],
  },
];

/** @see https://github.com/pypi/warehouse/blob/6b62157/warehouse/utils/wheel.py `_validate_record` */
const pypi: readonly Check[] = [
  { name: 'Record is missing', wheelhouse: recordOf({ 'demo.py': '' }), codes: ['WHL652'] },
  { name: 'Wheel is missing', wheelhouse: recordOf({ x: 'gone.py,,' }), codes: ['WHL651'] },
  { name: 'MissingWheelRecordError', wheelhouse: omitted('RECORD'), codes: ['WHL601'] },
  {
    name: 'MissingWheelRecordError of bytes that are no UTF-8',
    wheelhouse: recordOf({}, ['demo.py'], "[wheel.dist-info]\nRECORD = 'binary: elf aarch64'"),
    codes: ['WHL654'],
  },
];

/** uv refuses only what its csv reader does not read; the rest it mends. */
const uv: readonly Check[] = [
  { name: 'UnequalLengths', wheelhouse: recordOf({ 'demo.py': 'demo.py' }), codes: ['WHL654'] },
  {
    name: 'a size that is no u64',
    wheelhouse: recordOf({ 'demo.py': good.replace(/0$/, '-1') }),
    codes: ['WHL654'],
  },
  {
    name: 'RECORD contains files not in wheel archive',
    wheelhouse: recordOf({ x: 'gone.py,,' }),
    codes: ['WHL651'],
  },
  {
    name: 'Wheel archive contains files not in RECORD',
    wheelhouse: recordOf({ 'demo.py': '' }),
    codes: ['WHL652'],
  },
];

describe.each(
  Object.entries({ wheelInspect, installer, pypi, uv }),
)('what %s finds in RECORD', (_, checks) => {
  const settings = rules
    .filter(({ code, category }) => category === 'record' || code === 'WHL601')
    .map((rule) => ({ rule, severity: rule.severity, options: {} }));

  test.each(checks.map((check) => [check.name, check] as const))('%s', async (_name, {
    wheelhouse,
    codes,
  }) => {
    const findings = await lintDeclaration(parseDeclaration(wheelhouse), settings);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });
});
