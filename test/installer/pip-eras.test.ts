import { describe, expect, it } from 'vitest';
import type { OfferMetadata } from '../../src/installer/offer.ts';
import { outcomeOf, rank } from './choosing.ts';
import { offer, source } from './offered.ts';

const folder = source('folder', 'wheelhouse');
const index = source('index', 'main');
const pure = (version: string) => `demo-${version}-py3-none-any.whl`;
const older = offer(pure('0.9'), index);
const fallback = 'main:0.9-py3-none-any';
const installed = 'wheelhouse:1.0-py3-none-any';

/** A wheel `1.0` with something odd inside, beside an older one that is as it should be. */
const beside = (metadata: Partial<OfferMetadata>) => {
  const said = { name: 'demo', version: '1.0', requiresPython: undefined, directory: 'demo-1.0.dist-info' };
  return [offer(pure('1.0'), folder, { metadata: { ...said, ...metadata } }), older];
};

/** What came of each, as `scripts/compare-with-pip.ts` has it from real pips. */
describe('what pip makes of the inside of a wheel', () => {
  it.each([
    ['pip@20.2', '3.11', installed],
    ['pip@22.0', '3.11', installed],
    ['pip@22.1', '3.11', installed],
    ['pip@24.1', '3.11', installed],
    ['pip@24.2', '3.11', fallback],
    ['pip@26.3', '3.11', fallback],
    ['pip@26.3', '3.10', installed],
  ])('%s on Python %s: another name in METADATA', (pip, python, outcome) => {
    expect(outcomeOf(rank(pip, 'demo', beside({ name: 'other' }), { python }))).toBe(outcome);
  });

  it.each([
    ['pip@22.0', '3.11', installed],
    ['pip@22.1', '3.11', fallback],
    ['pip@24.1', '3.11', fallback],
    ['pip@24.1', '3.10', installed],
    ['pip@24.2', '3.11', installed],
  ])('%s on Python %s: a longer name of the dist-info directory', (pip, python, outcome) => {
    const offers = beside({ directory: 'demo_other-1.0.dist-info' });
    expect(outcomeOf(rank(pip, 'demo', offers, { python }))).toBe(outcome);
  });

  it.each([
    'pip@20.2',
    'pip@20.3',
    'pip@26.3',
  ])('%s stops at a dist-info directory of another project', (pip) => {
    const { problem, selected } = rank(pip, 'demo', beside({ directory: 'six-1.0.dist-info' }));
    expect(selected).toBeUndefined();
    expect(problem).toMatch(/stops at demo-1\.0-py3-none-any\.whl: its METADATA lies in six-1\.0\.dist-info/);
  });

  it.each([
    ['pip@20.3', '1.0+cc', fallback],
    ['pip@26.3', '1.0+cc', fallback],
    ['pip@24.0', '1.0_cc', fallback],
  ])('%s passes over a wheel with version %s inside', (pip, version, outcome) => {
    expect(outcomeOf(rank(pip, 'demo', beside({ version })))).toBe(outcome);
  });

  it('stops at a version that is none since 24.1', () => {
    expect(outcomeOf(rank('pip@24.1', 'demo', beside({ version: '1.0_cc' })))).toBe(
      'pip 24.1 stops at demo-1.0-py3-none-any.whl: its METADATA says version 1.0_cc.',
    );
  });

  it('passes over another name before it reads the version', () => {
    const offers = beside({ name: 'other', version: '1.0_cc' });
    expect(outcomeOf(rank('pip@26.3', 'demo', offers))).toBe(fallback);
  });

  it('stops at a file of which nothing can be read', () => {
    expect(outcomeOf(rank('pip@26.3', 'demo', beside({ fault: 'it is no archive' })))).toBe(
      'pip 26.3 stops at demo-1.0-py3-none-any.whl: it is no archive.',
    );
  });
});

describe('a wheel without METADATA whose directory says another name', () => {
  const fault = 'no METADATA';
  const offers = beside({ fault, directory: 'demo9-1.0+cc.dist-info' });

  it('is passed over where pip takes the name from the directory', () => {
    expect(outcomeOf(rank('pip@24.1', 'demo', offers))).toBe(fallback);
  });

  it.each(['pip@22.0', 'pip@24.2'])('stops %s, which wants METADATA first', (pip) => {
    expect(outcomeOf(rank(pip, 'demo', offers))).toMatch(/ stops at .*: no METADATA\.$/);
  });
});

describe('what pip makes of a requirement', () => {
  const sha256 = 'a'.repeat(64);
  const hashed = { more: { hashes: new Set([sha256]) } };

  it.each([
    ['pip@26.0', 'demo', 'pip 26.0 takes hashes only where the version is pinned with ==.'],
    ['pip@26.0', 'demo==1.0,!=2.0', 'pip 26.0 takes hashes only where the version is pinned with ==.'],
    ['pip@26.0', 'demo==1.*', 'main:1.0-py3-none-any'],
    ['pip@26.1', 'demo', 'main:1.0-py3-none-any'],
    [
      'pip@26.1:legacy-resolver',
      'demo',
      'pip 26.1 (legacy-resolver) takes hashes only where the version is pinned with ==.',
    ],
  ])('%s and hashes: %s', (pip, requirement, outcome) => {
    expect(outcomeOf(rank(pip, requirement, [offer(pure('1.0'), index, { sha256 })], hashed))).toBe(outcome);
  });

  it('fails at a wrong hash before it looks inside', () => {
    const [wrong] = beside({ version: '1.0+cc' });
    const offers = wrong === undefined ? [] : [{ ...wrong, sha256: 'b'.repeat(64) }];
    expect(outcomeOf(rank('pip@26.3', 'demo==1.0', [...offers, older], hashed))).toBe(
      'pip 26.3 takes demo-1.0-py3-none-any.whl and fails: its sha256 is not one of those allowed.',
    );
  });

  it.each([
    ['demo>1.0rc1', '1.0+cc'],
    ['demo>1.0rc1', '1.0.post1'],
    ['demo<1.0.post1', '1.0rc1'],
  ])('takes for %s no %s up to 26.0', (requirement, version) => {
    const offers = [offer(pure(version), index)];
    expect(outcomeOf(rank('pip@26.0', requirement, offers, { more: { prereleases: true } }))).toBe('nothing');
    expect(outcomeOf(rank('pip@26.1', requirement, offers, { more: { prereleases: true } }))).toBe(
      `main:${version}-py3-none-any`,
    );
  });

  it.each(['demo>1.0rc1', 'demo<3.0rc1'])('takes pre-releases for %s since 25.0', (requirement) => {
    const offers = [offer(pure('2.0a1'), index)];
    expect(outcomeOf(rank('pip@24.3', requirement, offers))).toBe('nothing');
    expect(outcomeOf(rank('pip@25.0', requirement, offers))).toBe('main:2.0a1-py3-none-any');
  });

  it.each([
    ['demo>=1.0+cc', 'main:1.0+cc-py3-none-any'],
    ['demo>1.0+cc', 'main:1.0-py3-none-any'],
    ['demo<=1.0+cc', 'main:1.0+cc-py3-none-any'],
    ['demo<1.0+cc', 'main:0.9-py3-none-any'],
  ])('compares in the order before PEP 440 for %s up to 24.0', (requirement, outcome) => {
    const offers = [offer(pure('1.0'), index), offer(pure('1.0+cc'), index), older];
    expect(outcomeOf(rank('pip@24.0', requirement, offers))).toBe(outcome);
    expect(outcomeOf(rank('pip@24.1', requirement, offers))).toMatch(/^pip 24\.1 refuses '[<>]/);
  });
});

describe('which sdists of a folder pip sees', () => {
  it.each([
    ['demo-1.0.tar.gz', 'wheelhouse:1.0.tar.gz'],
    ['demo-1.0.zip', 'wheelhouse:1.0.zip'],
    ['demo-1.0.tgz', fallback],
    ['demo-1.0-1.tar.gz', fallback],
  ])('%s', (filename, since24) => {
    const offers = [offer(filename, folder), older];
    expect(outcomeOf(rank('pip@24.0', 'demo', offers))).toBe(since24);
    expect(outcomeOf(rank('pip@23.3', 'demo', offers))).toBe(`wheelhouse:${filename.slice('demo-'.length)}`);
    expect(outcomeOf(rank('pip@24.0', 'demo', [offer(filename, index), older]))).toBe(
      `main:${filename.slice('demo-'.length)}`,
    );
  });
});
