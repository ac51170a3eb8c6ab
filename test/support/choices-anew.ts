import { createHash } from 'node:crypto';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import type { WheelhouseDeclaration } from '../../fixtures/declaration.ts';
import { compareKeys } from '../../src/installer/compare.ts';
import type { Offer } from '../../src/installer/offer.ts';
import { type Ranking, rankOffers } from '../../src/installer/ranking.ts';
import { plainRequest } from '../../src/installer/request.ts';
import type { Target } from '../../src/installer/target.ts';
import { parseSpecifiers } from '../../src/packaging/specifier.ts';
import { offer, source, target } from '../installer/offered.ts';

/** What a target installs for `demo==version`, for a wheel that it would install if there was no other. */
export interface Choice {
  /** Which of the stacks, in their order; the last is that of the folders in none. */
  readonly stack: number;
  readonly target: Target;
  readonly ranking: Ranking;
  readonly mine: Offer;
  readonly winner: Offer;
}

/**
 * What installers choose from a declared wheelhouse of the project `demo`, worked out without the engine, by the paths of
 * the wheels. Offers have the sha256 of their bytes, those of folders too.
 */
export async function choicesAnew(
  declaration: WheelhouseDeclaration,
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const local = await localOffers(declaration);
  const onIndex = indexOffers(declaration, local);
  const targets = targetsOf(declaration);
  const listed = declaration.stack.map((stack) => stack['find-links']);
  const folders = new Set(declaration.wheel.map(({ folder }) => folder));
  const loose = [...folders].filter((folder) => !listed.flat().includes(folder));
  const choices = new Map<string, Choice[]>();
  for (const [stack, seen] of [...listed, loose].entries()) {
    const here = seen.flatMap((folder, position) =>
      (local.get(folder) ?? []).map((one) => ({ ...one, source: source('folder', folder, position) })),
    );
    for (const mine of here) {
      const made = targets.flatMap((one) => choose([...here, ...onIndex], mine, one, stack));
      choices.set(mine.location, [...(choices.get(mine.location) ?? []), ...made]);
    }
  }
  return choices;
}

function choose(offers: readonly Offer[], mine: Offer, asked: Target, stack: number): Choice[] {
  if (mine.file.kind !== 'wheel') return [];
  const pin = parseSpecifiers(`==${mine.file.version.public}`);
  if (!pin.ok) throw new Error(pin.reason);
  const request = plainRequest('demo', pin.specifiers);
  if (rankOffers([mine], request, asked).selected !== mine) return [];
  const ranking = rankOffers(offers, request, asked);
  const winner = ranking.selected;
  // pip gives up a version because of one file of it that asks for another Python.
  const isInTheRace = ranking.candidates.some(({ entrant }) => entrant.offer === mine);
  return winner === undefined || !isInTheRace ? [] : [{ stack, target: asked, ranking, mine, winner }];
}

/** By folder. */
async function localOffers({ wheel }: WheelhouseDeclaration): Promise<Map<string, Offer[]>> {
  const offers = await Promise.all(
    wheel.map(async (built) => {
      const { filename, folder } = built;
      const version = built.version ?? filename.split('-')[1];
      return offer(filename, source('folder', folder), {
        location: `${folder}/${filename}`,
        sha256: createHash('sha256')
          .update(await buildWheel(built))
          .digest('hex'),
        metadata: { name: 'demo', version, requiresPython: built['requires-python'] },
      });
    }),
  );
  return Map.groupBy(offers, ({ source: { name } }) => name);
}

/** In the order of the answer, which groups files by version. */
function indexOffers(
  { index }: WheelhouseDeclaration,
  local: ReadonlyMap<string, readonly Offer[]>,
): Offer[] {
  const wheels = [...local.values()].flat();
  const byVersion = Map.groupBy(index, ({ filename }) => filename.replace('.tar.gz', '').split('-')[1]);
  return [...byVersion.values()].flat().map((file, order) => {
    const { filename, yanked, sha256 } = file;
    return offer(filename, source('index', 'index'), {
      order,
      yanked,
      sha256: sha256 === 'same' ? wheels.find((one) => one.filename === filename)?.sha256 : sha256,
      requiresPython: file['requires-python'],
    });
  });
}

/** Installers one place at a time, as messages name them. */
function targetsOf({ target: asked }: WheelhouseDeclaration): Target[] {
  const { installers = [], python: pythons = [], platform: platforms = [], manylinux } = asked;
  return pythons.flatMap((python) =>
    platforms.flatMap((platform) =>
      installers.map((installer) => target(installer, { python, platform, glibc: 41, manylinux })),
    ),
  );
}

/** Whether a file equals the wheel by key. */
export function isTied({ ranking, mine, target: { installer } }: Choice, other: Offer): boolean {
  const entrantOf = (one: Offer) => ranking.candidates.find(({ entrant }) => entrant.offer === one)?.entrant;
  const [a, b] = [entrantOf(mine), entrantOf(other)];
  return a !== undefined && b !== undefined && compareKeys(a, b, installer.model, false).by === undefined;
}
