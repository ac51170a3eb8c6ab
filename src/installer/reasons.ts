import { comparePublic, localLabel, type Version } from '../packaging/version.ts';
import type { Decider } from './compare.ts';
import type { Entrant } from './entrant.ts';
import type { InstallerModel } from './model.ts';
import { folderFileUrl } from './tie.ts';

/** A step of an order: the better file, the one behind it, and what decided. */
export interface Step {
  readonly better: Entrant;
  readonly worse: Entrant;
  readonly by: Decider | undefined;
}

/** The words for one step, as clauses about the better and the worse file. */
export interface StepReasons {
  readonly wins: string;
  readonly loses: string;
  /** Who decides like this, where others do not: `since pip 20.3`. */
  readonly who?: string;
}

type Words = (step: Step, model: InstallerModel) => StepReasons;

const words: Readonly<Record<Decider, Words>> = {
  hash: hashReasons,
  'hash-state': hashReasons,
  'not-yanked': () => ({ wins: 'is not yanked', loses: 'is yanked' }),
  binary: () => ({ wins: 'wheels are preferred', loses: 'wheels are preferred to an sdist' }),
  version: ({ better, worse }) => versionReasons(better.version, worse.version),
  index: () => ({
    wins: 'its index comes first, and one index alone counts for a version',
    loses: 'its index comes later',
  }),
  'local-tag': () => ({ wins: 'is a local wheel (draft)', loses: 'is not a local wheel (draft)' }),
  tag: tagReasons,
  build: ({ better, worse }) => ({
    wins: `has the higher build tag, ${better.build?.text ?? 'none'}`,
    loses: worse.build === undefined ? 'has no build tag' : `has the lower build tag, ${worse.build.text}`,
  }),
  'kind of source': sourceReasons,
  path: pathReasons,
  'place in the list': (step, model) => {
    const place = model.pages === 'last-listed' ? 'last' : 'first';
    return tie(`the ${step.better.offer.source.kind} listed ${place} wins a tie`, model.told.ties);
  },
  'place on the page': (_, { onOnePage }) =>
    tie(`the file ${onOnePage === 'last-listed' ? 'lower' : 'higher'} on the page wins a tie`),
};

/** Why one file stands before the other, in words for people. */
export function stepReasons(step: Step, model: InstallerModel): StepReasons {
  const { by } = step;
  if (by === undefined) return tie('nothing tells them apart: either may be installed');
  return words[by](step, model);
}

function tie(reason: string, who?: string): StepReasons {
  return { wins: reason, loses: reason, ...(who !== undefined && { who }) };
}

function hashReasons({ better, worse }: Step): StepReasons {
  return {
    wins:
      better.hash === 'allowed'
        ? 'states an allowed hash'
        : 'states no hash, which is better than a wrong one',
    loses: worse.hash === 'none' ? 'states no hash' : 'states a hash that is not allowed',
  };
}

function versionReasons(better: Version, worse: Version): StepReasons {
  if (comparePublic(better, worse) !== 0) {
    return { wins: `is the newest version, ${better.normal}`, loses: `is older than ${better.normal}` };
  }
  const label = localLabel(better);
  const other = localLabel(worse);
  if (other === undefined) {
    return { wins: `has a local version label, '${label}'`, loses: 'has no local version label' };
  }
  return {
    wins: `its label '${label}' sorts above '${other}'`,
    loses: `its label '${other}' sorts below '${label}'`,
  };
}

function tagReasons({ better, worse }: Step, { linuxFirst, told }: InstallerModel): StepReasons {
  if (worse.tag === undefined)
    return { wins: 'is a wheel', loses: 'is an sdist, which comes behind any wheel' };
  const isNative = (entrant: Entrant): boolean => /-linux_\w+$/.test(entrant.tag?.tag ?? '');
  if (isNative(better) === isNative(worse) || !hasSamePython(better, worse)) {
    return {
      wins: `has the better tag, ${better.tag?.tag}`,
      loses: `its tag comes behind ${better.tag?.tag}`,
    };
  }
  const order = linuxFirst ? 'linux_* comes before manylinux' : 'manylinux comes before linux_*';
  return tie(order, told.linux);
}

/** Tags that differ in the platform alone. */
function hasSamePython(a: Entrant, b: Entrant): boolean {
  const head = (entrant: Entrant): string => entrant.tag?.tag.split('-').slice(0, 2).join('-') ?? '';
  return head(a) === head(b);
}

function sourceReasons({ better, worse }: Step, { told }: InstallerModel): StepReasons {
  const [winner, loser] = [better.offer.source.kind, worse.offer.source.kind];
  return tie(`${plurals[winner]} win a tie against ${plurals[loser]}`, told.ties);
}

const plurals = { folder: 'files in a folder', page: 'files on a page', index: 'files on an index' } as const;

/** What a reader of one step has to be told, and a reader of many steps once. */
export const whateverIsListed = ', whatever the configuration lists first';

function pathReasons({ better, worse }: Step, model: InstallerModel): StepReasons {
  const isByName =
    model.folders === 'smallest-name-then-url' && better.offer.filename !== worse.offer.filename;
  if (isByName || better.offer.source === worse.offer.source) {
    return tie(`the name that sorts ${model.folders === 'largest-url' ? 'last' : 'first'} wins a tie`);
  }
  const [first, second] = differingParts(
    folderFileUrl(better.offer, model),
    folderFileUrl(worse.offer, model),
  );
  const order = model.folders === 'largest-url' ? 'largest' : 'smallest';
  return tie(`the ${order} path wins a tie, '${first}' before '${second}'${whateverIsListed}`);
}

/** Two URLs from the folder on in which they differ: what a person has to look at. */
function differingParts(a: string, b: string): [string, string] {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const start = left.findIndex((part, place) => part !== right[place]);
  const from = start === -1 ? left.length : start;
  const show = (parts: readonly string[]): string => decode(parts.slice(from).join('/')) || '.';
  return [show(left), show(right)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
