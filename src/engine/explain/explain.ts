import type { PackageIndex } from '../../index/index-answer.ts';
import type { Installer } from '../../installer/installer.ts';
import type { Offer } from '../../installer/offer.ts';
import { type PlaceSettings, placesFor } from '../../installer/places.ts';
import { type Ranking, rankOffers } from '../../installer/ranking.ts';
import type { InstallRequest } from '../../installer/request.ts';
import { makeTarget } from '../../installer/target.ts';
import { matchesSpecifiers } from '../../packaging/specifier.ts';
import type { WheelFilename } from '../../wheel/filename.ts';
import type { Unchecked } from '../finding.ts';
import { Collection, type FindLinks } from './collection.ts';

/** Find-links locations in the order of the command line or configuration. */
export interface ExplainStack {
  /** As the configuration calls it. */
  readonly name: string | undefined;
  readonly findLinks: readonly FindLinks[];
}

export interface ExplainOptions {
  /** The requirement as it was typed. */
  readonly requirement: string;
  readonly request: InstallRequest;
  /** Each is what one installer run sees together. */
  readonly stacks: readonly ExplainStack[];
  /** `--index-url` first. */
  readonly indexes: readonly PackageIndex[];
  readonly installers: readonly Installer[];
  readonly places: PlaceSettings;
}

/** Who wins, for each target, and why. */
export interface Explanation {
  readonly requirement: string;
  readonly request: InstallRequest;
  readonly stacks: readonly { readonly name: string | undefined; readonly rankings: readonly Ranking[] }[];
  /** Sources that could not be asked: the orders may be without the file that wins. */
  readonly unchecked: readonly Unchecked[];
  /** What has to be said aloud: sentences. */
  readonly notices: readonly string[];
}

/** Collects what the sources offer for a project and puts it in order for every target. */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { requirement, request, stacks, installers, places } = options;
  const collected = new Collection(request);
  const onIndexes = await collected.fromIndexes(options.indexes);
  const explained = await Promise.all(
    stacks.map(async ({ name, findLinks }) => {
      const offers = [...(await collected.fromFindLinks(findLinks)), ...onIndexes];
      const rankings = placesFor(wheelNames(offers, request), places).flatMap((place) =>
        installers.map((installer) => rankOffers(offers, request, makeTarget(installer, place))),
      );
      return { name, rankings };
    }),
  );
  const notices = [...installers.flatMap(({ notice }) => notice ?? []), ...collected.remarks];
  return { requirement, request, stacks: explained, unchecked: collected.unchecked, notices };
}

/** The user's own wheels say where people install: those of a version that is asked for, if there are any. */
function wheelNames(offers: readonly Offer[], { specifiers }: InstallRequest): WheelFilename[] {
  const own = offers.flatMap(({ file, source }) =>
    file.kind === 'wheel' && source.kind === 'folder' ? file.name : [],
  );
  const wanted = own.filter(({ version }) => matchesSpecifiers(specifiers, version));
  return wanted.length > 0 ? wanted : own;
}
