import { describe, expect, it } from 'vitest';
import { orderOf, outcomeOf, rank } from './choosing.ts';
import { offer, source } from './offered.ts';

const folder = source('folder', 'wheelhouse');
const main = source('index', 'main', 0);
const extra = source('index', 'extra', 1);
const further = source('index', 'further', 2);
const pure = (version: string) => `demo-${version}-py3-none-any.whl`;

describe('uv', () => {
  it('prefers find-links to an index in a tie, and the smaller path of two folders', () => {
    const offers = [
      offer(pure('1.0'), main),
      offer(pure('1.0'), source('folder', 'gentoo2023/x86-64-v4', 0)),
      offer(pure('1.0'), source('folder', 'generic', 1)),
    ];
    expect(orderOf(rank('uv', 'demo==1.0', offers))).toEqual([
      'generic:1.0-py3-none-any',
      'gentoo2023/x86-64-v4:1.0-py3-none-any',
      'main:1.0-py3-none-any',
    ]);
  });

  it('goes by the name of the file before the folder', () => {
    const offers = [
      offer(pure('1.0.0'), source('folder', 'a', 0)),
      offer(pure('1.0'), source('folder', 'b', 1)),
    ];
    expect(orderOf(rank('uv', 'demo', offers))).toEqual(['b:1.0-py3-none-any', 'a:1.0.0-py3-none-any']);
  });

  it('stops at the first index that has the project, with --index-url last', () => {
    const offers = [offer(pure('2.0'), main), offer(pure('1.0'), extra), offer(pure('3.0'), further)];
    const ranking = rank('uv', 'demo', offers);
    expect(orderOf(ranking)).toEqual(['extra:1.0-py3-none-any']);
    expect(ranking.excluded.map(({ reason }) => reason)).toEqual([
      'uv stops at the first index that has the project, extra',
      'uv stops at the first index that has the project, extra',
    ]);
    expect(outcomeOf(rank('uv', 'demo==2.0', offers))).toBe('nothing');
  });

  it('counts an index that has only files that cannot be read or installed', () => {
    const offers = [offer(pure('2.0'), main), offer('demo-1.0-cp27-none-any.whl', extra)];
    expect(outcomeOf(rank('uv', 'demo', offers))).toBe('nothing');
  });

  it('looks at all versions of one index before the next under unsafe-first-match', () => {
    const offers = [offer(pure('2.0'), main), offer(pure('1.0'), extra)];
    expect(orderOf(rank('uv:unsafe-first-match', 'demo', offers))).toEqual([
      'extra:1.0-py3-none-any',
      'main:2.0-py3-none-any',
    ]);
    expect(outcomeOf(rank('uv:unsafe-first-match', 'demo==2.0', offers))).toBe('main:2.0-py3-none-any');
  });

  it('compares no tags across indexes under unsafe-best-match', () => {
    const offers = [
      offer('demo-2.0-cp311-cp311-manylinux2014_x86_64.whl', main),
      offer(pure('2.0'), extra),
      offer(pure('3.0'), main),
    ];
    expect(orderOf(rank('uv:unsafe-best-match', 'demo', offers))).toEqual([
      'main:3.0-py3-none-any',
      'extra:2.0-py3-none-any',
      'main:2.0-cp311-cp311-manylinux2014_x86_64',
    ]);
  });

  it('merges find-links into the first index: there tags do count', () => {
    const offers = [offer(pure('1.0'), folder), offer('demo-1.0-cp311-none-any.whl', extra)];
    expect(outcomeOf(rank('uv:unsafe-best-match', 'demo', offers))).toBe('extra:1.0-cp311-none-any');
  });

  it('puts tags before build tags, and linux last', () => {
    const offers = [
      offer('demo-1.0-9-cp311-cp311-linux_x86_64.whl', folder),
      offer('demo-1.0-cp311-cp311-manylinux2014_x86_64.whl', main),
    ];
    expect(outcomeOf(rank('uv', 'demo', offers))).toBe('main:1.0-cp311-cp311-manylinux2014_x86_64');
  });

  it('takes a file of a folder, whose hash it cannot know, before one with another hash', () => {
    const right = 'a'.repeat(64);
    const more = { hashes: new Set([right]) };
    const [mine, theirs] = [
      offer(pure('1.0'), folder, { sha256: right }),
      offer(pure('1.0'), main, { sha256: 'b'.repeat(64) }),
    ];
    expect(outcomeOf(rank('uv', 'demo==1.0', [mine, theirs], { more }))).toBe('wheelhouse:1.0-py3-none-any');
    const stated = { ...theirs, sha256: right };
    expect(outcomeOf(rank('uv', 'demo==1.0', [mine, stated], { more }))).toBe('main:1.0-py3-none-any');
  });

  it('fails with a file whose hash turns out to be another', () => {
    const more = { hashes: new Set(['a'.repeat(64)]) };
    const ranking = rank('uv', 'demo', [offer(pure('1.0'), folder, { sha256: 'b'.repeat(64) })], { more });
    expect(outcomeOf(ranking)).toBe(
      'uv takes demo-1.0-py3-none-any.whl and fails: its sha256 is not one of those allowed.',
    );
  });

  it('takes yanked files only where they are pinned', () => {
    const yanked = offer(pure('1.0'), main, { yanked: 'broken' });
    expect(outcomeOf(rank('uv', 'demo', [yanked]))).toBe('nothing');
    expect(outcomeOf(rank('uv', 'demo==1.0', [yanked]))).toBe('main:1.0-py3-none-any');
    expect(outcomeOf(rank('uv', 'demo==1.*', [yanked]))).toBe('nothing');
  });

  it('takes a wheel that was only renamed to have a label, and stops at any other mismatch', () => {
    const metadata = { name: 'demo', version: '1.0', requiresPython: undefined };
    const renamed = offer(pure('1.0+cc'), folder, { metadata });
    expect(outcomeOf(rank('uv', 'demo', [renamed, offer(pure('1.0'), main)]))).toBe(
      'wheelhouse:1.0+cc-py3-none-any',
    );
    const wrong = offer(pure('1.1'), folder, { metadata });
    expect(outcomeOf(rank('uv', 'demo', [wrong, offer(pure('1.0'), main)]))).toBe(
      'uv stops at demo-1.1-py3-none-any.whl: its METADATA says version 1.0.',
    );
  });

  it('takes a label for a pinned public version', () => {
    const offers = [offer(pure('1.0+cc'), folder), offer(pure('1.0'), main)];
    expect(outcomeOf(rank('uv', 'demo==1.0', offers))).toBe('wheelhouse:1.0+cc-py3-none-any');
    expect(outcomeOf(rank('uv', 'demo===1.0', offers))).toBe('main:1.0-py3-none-any');
  });
});
