import { UsageError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import type { InstallerModel } from './model.ts';
import type { Era } from './models/era.ts';
import { localTagDraft } from './models/local-tag-draft.ts';
import { pdm } from './models/pdm.ts';
import { pipEras, withLegacyResolver } from './models/pip.ts';
import { poetry } from './models/poetry.ts';
import { uv, uvStrategies } from './models/uv.ts';

/** An installer that people use, in a version. */
export interface Installer {
  /** As it is asked for and shown: `pip@26.2`, `uv`, `uv:unsafe-best-match`. */
  readonly id: string;
  /** For sentences: `pip 26.2`. */
  readonly name: string;
  readonly model: InstallerModel;
  /** What has to be said aloud about it: a version newer than what was measured. */
  readonly notice: string | undefined;
}

/** An installer by name: its ways, newest first, and the variants that an option of it makes. */
interface Family {
  readonly eras: readonly Era[];
  /** The newest version that was looked at. */
  readonly newest: readonly [number, number];
  readonly variants: Readonly<Record<string, (model: InstallerModel) => InstallerModel>>;
}

const single = (model: InstallerModel): readonly Era[] => [{ from: [0, 0], model }];
const strategies = Object.entries(uvStrategies).map(([name, model]) => [name, () => model] as const);

const families: Readonly<Record<string, Family>> = {
  pip: { eras: pipEras, newest: [26, 3], variants: { 'legacy-resolver': withLegacyResolver } },
  uv: { eras: single(uv), newest: [0, 12], variants: Object.fromEntries(strategies) },
  poetry: { eras: single(poetry), newest: [2, 4], variants: {} },
  pdm: { eras: single(pdm), newest: [2, 28], variants: {} },
  'local-tag-draft': {
    eras: single(localTagDraft),
    newest: [0, 0],
    variants: {
      newest: (model) => ({ ...model, localConflict: 'newest' }),
      error: (model) => ({ ...model, localConflict: 'error' }),
      'local-wheels-only': (model) => ({ ...model, localOnly: true }),
    },
  },
};

/** Today's installers: pip before and after the order of its tags changed, and uv. */
export const defaultInstallers: readonly string[] = ['pip@26.2', 'pip@26.3', 'uv'];

/**
 * Reads `pip`, `pip@26.2`, `uv:unsafe-best-match`. Without a version the newest known one is meant.
 * @throws {UsageError} naming the nearest right word
 */
export function parseInstaller(text: string): Installer {
  const [, word = '', versionText, variantText] = /^([^@:]*)(?:@([^:]*))?(?::(.*))?$/s.exec(text) ?? [];
  const family = families[word];
  if (family === undefined || !Object.hasOwn(families, word)) {
    const known = Object.keys(families);
    throw new UsageError(
      `There is no installer '${word}'.${didYouMean(word, known) || ` There are: ${known.join(', ')}.`}`,
    );
  }
  const version = versionText === undefined ? family.newest : readVersion(text, versionText);
  const era = family.eras.find(({ from }) => isAtLeast(version, from));
  if (era === undefined) {
    const oldest = family.eras.at(-1)?.from.join('.');
    throw new UsageError(`'${text}' is older than ${word} ${oldest}, the oldest whose choice is known.`);
  }
  const variants = variantText === undefined ? [] : variantText.split(',');
  const isNewer = !isAtLeast(family.newest, version);
  return {
    id: text,
    name: [word, versionText, variants.length > 0 ? `(${variants.join(', ')})` : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
    model: variants.reduce((model, variant) => findVariant(word, family, variant)(model), era.model),
    notice: isNewer
      ? `${word} ${versionText} is newer than ${word} ${family.newest.join('.')}, the newest that is known: it is taken to choose alike.`
      : undefined,
  };
}

function findVariant(word: string, { variants }: Family, name: string) {
  const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
  if (variant !== undefined) return variant;
  const known = Object.keys(variants);
  const hint = known.length === 0 ? ' It has none.' : ` It has: ${known.join(', ')}.`;
  throw new UsageError(`${word} has no variant '${name}'.${didYouMean(name, known) || hint}`);
}

function readVersion(text: string, version: string): readonly [number, number] {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.\d+)*$/.exec(version);
  if (match === null) throw new UsageError(`'${text}' has no version behind the '@': write pip@26.2.`);
  return [Number(match[1]), Number(match[2] ?? 0)];
}

function isAtLeast(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]);
}
