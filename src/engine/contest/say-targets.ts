import { formatPlace } from '../../installer/places.ts';
import type { Target } from '../../installer/target.ts';

/**
 * Names targets for a message: `pip 26.2 and uv`, with the Pythons or machines where an installer is meant in some places
 * only: `pip 26.2 (Python 3.11 on linux_x86_64)`, `pip 26.2 and uv (each for Python 3.11 on linux_x86_64)`.
 * @param all the targets that could have been meant; installers are named in their order
 */
export function sayTargets(targets: readonly Target[], all: readonly Target[]): string {
  const [meant, possible] = [placesByInstaller(targets), placesByInstaller(all)];
  const names = [...possible].flatMap(([installer, everywhere]): { installer: string; where: string }[] => {
    const places = meant.get(installer);
    if (places === undefined) return [];
    return [{ installer, where: places.size === everywhere.size ? '' : sayPlaces(places) }];
  });
  const [where = '', ...others] = new Set(names.map((name) => name.where));
  if (names.length > 1 && where !== '' && others.length === 0) {
    return `${enumerate(names.map(({ installer }) => installer))} (each for ${where})`;
  }
  return enumerate(names.map((name) => name.installer + (name.where === '' ? '' : ` (${name.where})`)));
}

function sayPlaces([first = '', ...others]: Iterable<string>): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function placesByInstaller(targets: readonly Target[]): Map<string, ReadonlySet<string>> {
  const groups = Map.groupBy(targets, ({ installer }) => installer.name);
  return new Map(
    Array.from(groups, ([name, group]) => [name, new Set(group.map(({ place }) => formatPlace(place)))]),
  );
}

/** `a`, `a and b`, `a, b and c`. */
function enumerate(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
