import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTagSet } from '../../src/packaging/tags.ts';
import { parseWheelFilename } from '../../src/wheel/filename.ts';
import { filenameText } from '../packaging/generators.ts';
import { filename, reasonAgainst } from './parsed.ts';

describe('parseWheelFilename', () => {
  it('takes a name apart', () => {
    const name = filename('Demo.Pkg_x-1!1.0rc1+CC.1-2cc-cp310.cp311-abi3-manylinux_2_17_x86_64.whl');
    expect(name).toMatchObject({
      project: 'demo-pkg-x',
      distribution: 'Demo.Pkg_x',
      version: { normal: '1!1.0rc1+cc.1' },
      build: { text: '2cc', number: 2n, suffix: 'cc' },
    });
    expect(formatTagSet(name)).toBe('cp310.cp311-abi3-manylinux_2_17_x86_64');
  });

  it.each([
    ['upper case and dots in the name', 'Demo.Pkg-1.0-py3-none-any.whl', 'demo-pkg', '1.0'],
    ['a label in another spelling', 'demo-1.0+Compute_Canada-py3-none-any.whl', 'demo', '1.0+compute.canada'],
    ['a label in upper case', 'demo-1.0+ComputeCanada-py3-none-any.whl', 'demo', '1.0+computecanada'],
    ['a version with a v', 'demo-v1.0-py3-none-any.whl', 'demo', '1.0'],
    ['a pre-release with a word', 'demo-1.0alpha1-py3-none-any.whl', 'demo', '1.0a1'],
    ['an underscore before post', 'demo-1.0_post1-py3-none-any.whl', 'demo', '1.0.post1'],
  ])('reads an old spelling: %s', (_, text, project, version) => {
    expect(filename(text)).toMatchObject({ project, version: { normal: version } });
  });

  it('keeps each tag of a set once, in lower case', () => {
    expect(formatTagSet(filename('demo-1.0-PY3.py3.py2-None-Any.whl'))).toBe('py3.py2-none-any');
  });

  it('has no build tag where the name has none', () => {
    expect(filename('demo-1.0-py3-none-any.whl').build).toBeUndefined();
    expect(filename('demo-1.0-01-py3-none-any.whl').build).toMatchObject({ number: 1n, suffix: '' });
  });

  it.each([
    ['demo-1.0-py3-none-any.zip', 'it does not end in ".whl"'],
    ['demo-1.0-py3-none-any.WHL', 'it does not end in ".whl"'],
    ['.whl', 'it has 1 part instead of 5 or 6 (name-version-[build-]python-abi-platform)'],
    ['demo-1.0-py3-none.whl', 'it has 4 parts instead of 5 or 6 (name-version-[build-]python-abi-platform)'],
    ['démo-1.0-py3-none-any.whl', '"démo" is not a project name'],
    ['-1.0-py3-none-any.whl', '"" is not a project name'],
    ['de__mo-1.0-py3-none-any.whl', 'the name "de__mo" has two underscores in a row'],
    ['demo-one-py3-none-any.whl', 'the version "one" is not a version (PEP 440)'],
    ['demo-1.0-py3--any.whl', 'the abi tag "" has an empty part'],
    ['demo-1.0-py2..py3-none-any.whl', 'the python tag "py2..py3" has an empty part'],
    ['demo-1.0-3-none-any.whl', 'the python tag "3" begins with a digit'],
    ['demo-1.0-py3-none-any (1).whl', 'the platform tag "any (1)" has a character that tags cannot have'],
  ])('refuses %s and says why', (text, reason) => {
    expect(reasonAgainst(text)).toBe(reason);
  });

  it.each([
    [
      'demo-1.0+compute-canada-py3-none-any.whl',
      'the build tag "canada" does not begin with a digit; a dash cannot stand in a local version label',
    ],
    [
      'demo-1.0+compute-canada-1-py3-none-any.whl',
      'it has 7 parts instead of 5 or 6, because a local version label cannot hold a dash',
    ],
    [
      'demo-1.0.0_computecanada-py3-none-any.whl',
      'the version "1.0.0_computecanada" is not a version (PEP 440); did you mean "1.0.0+computecanada"?',
    ],
    [
      'demo-1.0%2Bcomputecanada-py3-none-any.whl',
      'the version "1.0%2Bcomputecanada" is not a version (PEP 440); did you mean "1.0+computecanada"?',
    ],
    ['demo-1.0-computecanada-py3-none-any.whl', 'the build tag "computecanada" does not begin with a digit'],
    [
      'demo-1.0+computecanada.-py3-none-any.whl',
      'the version "1.0+computecanada." is not a version (PEP 440)',
    ],
    [
      'demo-1.0.0computecanada-py3-none-any.whl',
      'the version "1.0.0computecanada" is not a version (PEP 440)',
    ],
  ])('explains a label that went wrong: %s', (text, reason) => {
    expect(reasonAgainst(text)).toBe(reason);
  });

  it.each([
    'demo-1.0-py3-none-any-x86_64_v3.whl',
    'demo-1.0-1-cp311-cp311-linux_x86_64-x86_64_v3.whl',
  ])('knows the variant label of PEP 825 in %s', (text) => {
    expect(reasonAgainst(text)).toBe(
      'it has a variant label "x86_64_v3" (PEP 825, a draft), which no installer reads yet',
    );
  });

  it('gives reasons that a message can put in single quotes on one line', () => {
    expect(reasonAgainst("it's-1.0-py3-none-any.whl")).toBe('"it’s" is not a project name');
    fc.assert(
      fc.property(fc.oneof(filenameText, nearlyFilename), (text) => {
        const result = parseWheelFilename(text);
        const reason = result.ok ? 'none' : result.reason;
        expect(reason).toMatch(/^[^'\r\n]{1,250}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not throw on any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), nearlyFilename);
    fc.assert(fc.property(text, (name) => void parseWheelFilename(name)));
    expect(parseWheelFilename(`${'-'.repeat(1e5)}.whl`).ok).toBe(false);
    expect(parseWheelFilename(`demo-${'1.'.repeat(1e5)}-py3-none-any.whl`).ok).toBe(false);
  });
});

const nearlyFilename = fc
  .array(fc.string({ unit: 'binary', maxLength: 100 }), { minLength: 1, maxLength: 8 })
  .map((parts) => `${parts.join('-')}.whl`);
