import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntrants } from '../../src/installer/compare.ts';
import { entrantsOf } from '../../src/installer/entrant.ts';
import type { Offer } from '../../src/installer/offer.ts';
import { rankOffers } from '../../src/installer/ranking.ts';
import { type InstallRequest, plainRequest } from '../../src/installer/request.ts';
import { offer, source, target } from './offered.ts';

const installers = [
  ...[
    'pip@20.2',
    'pip@20.3',
    'pip@21.1',
    'pip@22.0',
    'pip@24.0',
    'pip@24.1',
    'pip@25.1',
    'pip@26.0',
    'pip@26.3',
  ],
  ...['pip@21.0:legacy-resolver', 'pip@26.2:legacy-resolver', 'uv', 'uv:unsafe-first-match'],
  ...['uv:unsafe-best-match', 'poetry', 'pdm', 'local-tag-draft', 'local-tag-draft:newest'],
];
const targets = installers.map((installer) => target(installer));

const sources = [
  source('folder', 'generic', 0),
  source('folder', 'gentoo2023/x86-64-v4', 1),
  source('page', 'page', 2),
  source('page', 'other', 3),
  source('index', 'main', 0),
  source('index', 'extra', 1),
  source('index', 'third', 2),
];

const filenames = fc
  .record({
    version: fc.constantFrom('1.0', '1.0.0', '1.1rc1', '1.1', '1.0+cc', '1.0+cpu', '1.0+1', '1.0.post1'),
    build: fc.constantFrom('', '-1', '-01', '-2', '-1a'),
    tags: fc.constantFrom(
      ...['py3-none-any', 'py2.py3-none-any', 'cp311-cp311-linux_x86_64', 'cp311-abi3-linux_x86_64'],
      ...['cp311-cp311-manylinux2014_x86_64', 'cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64'],
      ...['cp311-cp311-local_linux_x86_64', 'cp310-cp310-linux_x86_64'],
    ),
    isSdist: fc.nat(5).map((number) => number === 0),
  })
  .map(({ version, build, tags, isSdist }) =>
    isSdist ? `demo-${version}.tar.gz` : `demo-${version}${build}-${tags}.whl`,
  );

const offers: fc.Arbitrary<Offer> = fc
  .record({
    filename: filenames,
    from: fc.constantFrom(...sources),
    order: fc.nat(9),
    sha256: fc.constantFrom(undefined, 'a', 'b'),
    yanked: fc.constantFrom(false, false, true),
    metadata: fc.constantFrom(undefined, { name: 'demo', version: '1.0', requiresPython: undefined }),
  })
  .map(({ filename, from, ...more }) =>
    offer(filename, from, from.kind === 'folder' ? { ...more, order: 0, yanked: false } : more),
  );

const requests: fc.Arbitrary<InstallRequest> = fc
  .record({ hashes: fc.constantFrom(new Set<string>(), new Set(['a'])), preferBinary: fc.boolean() })
  .map((more) => ({ ...plainRequest('demo'), ...more }));

describe.each(targets.map((asked) => [asked.installer.id, asked] as const))('%s', (_, asked) => {
  const { model } = asked.installer;

  it('compares files in a total preorder', () => {
    fc.assert(
      fc.property(fc.array(offers, { minLength: 3, maxLength: 3 }), requests, (three, request) => {
        const [a, b, c] = entrantsOf(three, request, asked);
        if (a === undefined || b === undefined || c === undefined) return;
        const order = (x: typeof a, y: typeof a) =>
          Math.sign(compareEntrants(x, y, model, request.preferBinary).difference);
        expect(order(a, a)).toBe(0);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) >= 0 && order(b, c) >= 0) expect(order(a, c)).toBeGreaterThanOrEqual(0);
        if (order(a, b) === 0) expect(order(a, c)).toBe(order(b, c));
      }),
    );
  });

  it('gives the same answer whatever the order in which files are offered', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(offers, {
          maxLength: 8,
          // Two files cannot stand at one place of a page.
          selector: ({ source: from, filename, order }) =>
            `${from.name} ${from.kind === 'folder' ? filename : order}`,
        }),
        requests,
        (some, request) => {
          const place = (list: readonly Offer[]) =>
            rankOffers(list, request, asked).candidates.map(({ entrant, behindBy }) => [
              entrant.version.key,
              entrant.tag,
              entrant.build && `${entrant.build.number}${entrant.build.suffix}`,
              behindBy,
            ]);
          expect(place(some.toReversed())).toEqual(place(some));
        },
      ),
    );
  });

  it('keeps its winner when a file is taken away that lost to it', () => {
    fc.assert(
      fc.property(fc.array(offers, { minLength: 2, maxLength: 8 }), requests, (some, request) => {
        const { selected, candidates, problem } = rankOffers(some, request, asked);
        const loser = candidates.map(({ entrant }) => entrant.offer).findLast((other) => other !== selected);
        if (selected === undefined || loser === undefined || problem !== undefined) return;
        // In the draft a local wheel rules out newer foreign ones even where an sdist wins.
        if (model.localConflict !== undefined && loser.filename.includes('-local_')) return;
        // An index that is gone altogether makes room for the next one.
        const sameIndex = some.some((other) => other !== loser && other.source === loser.source);
        if (loser.source.kind === 'index' && !sameIndex) return;
        const left = some.filter((other) => other !== loser);
        expect(rankOffers(left, request, asked).selected).toBe(selected);
      }),
    );
  });
});
