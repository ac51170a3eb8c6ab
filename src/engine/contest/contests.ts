import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexAnswer } from '../../index/index-answer.ts';
import type { Offer } from '../../installer/offer.ts';
import { offeredWheel, projectOfFilename, readOfferedFile } from '../../installer/offered-file.ts';
import type { HashKind } from '../../wheel/hash.ts';
import { compareWithIndexes } from '../compare.ts';
import { metadataOf } from '../explain/folder-offers.ts';
import type { SourcePage } from '../explain/folder-pages.ts';
import { listedOffer, pageOffers, pageSource } from '../explain/page-offers.ts';
import type { Unchecked } from '../finding.ts';
import { Listing } from '../listing.ts';
import type { ComparedWheel, IndexMatch, NamedWheel } from '../project.ts';
import { Contest, type ContestSettings, type Entry, type RemoteFiles } from './contest.ts';
import type { Stack, StackFolder } from './stack.ts';

/** The hash of a file, sha256 unless asked for another, `undefined` where it cannot be read. */
export type HashPath = (path: string, kind?: HashKind) => Promise<string | undefined>;

/** The linted wheels of all projects, by where they really are. */
export interface LintedFolders {
  /** The folder without links, by the folder of a wheel's path. */
  readonly realPaths: ReadonlyMap<string, string>;
  /** Paths of the wheels with such folders. */
  readonly wheels: ReadonlySet<string>;
}

/** Makes the contests of projects, one for each stack that has wheels of them. */
export class Contests {
  /** Projects that find-links pages did not answer for. */
  readonly unchecked: Unchecked[] = [];
  readonly stacks: readonly Stack[];
  readonly linted: LintedFolders;
  readonly settings: ContestSettings;
  readonly #stacks: readonly ListedStack[];
  readonly #hash: HashPath;

  constructor(stacks: readonly Stack[], linted: LintedFolders, settings: ContestSettings, hash: HashPath) {
    this.stacks = stacks;
    this.#stacks = stacks.map((stack) => listed(stack, linted));
    this.linted = linted;
    this.settings = settings;
    this.#hash = hash;
  }

  /** @param listings of the indexes, in their order */
  async of(
    project: string,
    wheels: readonly ComparedWheel[],
    listings: readonly Listing[],
  ): Promise<Contest[]> {
    const onIndexes = listings.map(({ answer }, position) =>
      pageSource('index', answer.source.url, position),
    );
    const contests = await Promise.all(
      this.#stacks.map(async ({ stack, others }) => {
        const own = wheels.flatMap((compared) => {
          const path = this.linted.realPaths.get(dirname(compared.wheel.location.path));
          const folder = stack.folders.find(({ realPath }) => realPath === path);
          return folder === undefined ? [] : [lintedFile(compared, folder)];
        });
        if (own.length === 0) return [];
        const local: LocalFile[] = [...own, ...(others.get(project) ?? [])];
        const contents = await contentsOf(local, this.#hash);
        const pages = await Promise.all(stack.pages.map((page) => this.#ask(page, project)));
        const matches = await this.#compareWithPages(own, pages);
        const near = [
          ...local.map(
            ({ offer, compared }): Entry => ({
              offer,
              wheel: compared?.wheel,
              content: contents.get(offer),
              onPages: (compared && matches.get(compared.wheel)) ?? [],
            }),
          ),
          ...pages.flatMap((answer, place) => {
            const source = stack.pages[place]?.source;
            return source === undefined ? [] : pageOffers(answer, source).map(remoteEntry);
          }),
        ];
        const far = listings.map(
          (listing, position): RemoteFiles => ({
            versions: () => listing.versions(),
            ofVersion: (key) => {
              const source = onIndexes[position];
              return source === undefined
                ? []
                : listing.ofVersion(key).map((listed) => remoteEntry(listedOffer(listed, source)));
            },
          }),
        );
        return [new Contest(stack, project, near, far, this.settings)];
      }),
    );
    return contests.flat();
  }

  async #ask({ page, source }: SourcePage, project: string): Promise<IndexAnswer> {
    const answer = await page.ask(project, []);
    const isKnown = this.unchecked.some((one) => one.project === project && one.source === source.name);
    if (answer.status === 'unchecked' && !isKnown) {
      this.unchecked.push({ project, source: source.name, reason: answer.reason });
    }
    return answer;
  }

  async #compareWithPages(
    wheels: readonly LintedFile[],
    pages: readonly IndexAnswer[],
  ): Promise<ReadonlyMap<NamedWheel, readonly IndexMatch[]>> {
    if (pages.length === 0) return new Map();
    const compared = await compareWithIndexes(
      wheels.map((file) => file.compared.wheel),
      pages.map((answer) => new Listing(answer)),
      ({ location }, kind) => this.#hash(location.path, kind),
    );
    return new Map(compared.map(({ wheel, matches }) => [wheel, matches]));
  }
}

function remoteEntry(offer: Offer): Entry {
  return { offer, wheel: undefined, content: offer.sha256 };
}

interface LocalFile {
  readonly offer: Offer;
  readonly path: string;
  /** Bytes; `undefined` where nobody looked. */
  readonly size: number | undefined;
  readonly compared: ComparedWheel | undefined;
}

/** The same for a linted wheel. */
type LintedFile = LocalFile & { readonly compared: ComparedWheel };

/** A stack with the files beside the linted wheels, by project. */
interface ListedStack {
  readonly stack: Stack;
  readonly others: ReadonlyMap<string, readonly LocalFile[]>;
}

function listed(stack: Stack, { wheels }: LintedFolders): ListedStack {
  const others = stack.folders.flatMap((folder) =>
    folder.filenames
      .filter((filename) => !wheels.has(join(folder.realPath, filename)))
      .flatMap((filename) => besideFile(filename, folder)),
  );
  return { stack, others: Map.groupBy(others, ({ project }) => project) };
}

function lintedFile(compared: ComparedWheel, { source }: StackFolder): LintedFile {
  const { wheel } = compared;
  const { path, display, filename } = wheel.location;
  return {
    offer: {
      filename,
      source,
      location: display,
      order: 0,
      sha256: undefined,
      yanked: false,
      requiresPython: undefined,
      metadata: metadataOf(wheel),
      file: offeredWheel(wheel.name),
    },
    path,
    size: wheel.size,
    compared,
  };
}

function besideFile(
  filename: string,
  { folder, source }: StackFolder,
): (LocalFile & { readonly project: string })[] {
  const project = projectOfFilename(filename);
  const file = project === undefined ? undefined : readOfferedFile(filename, project);
  if (project === undefined || file === undefined) return [];
  const offer: Offer = {
    filename,
    source,
    location: folder.display === '.' ? filename : `${folder.display}/${filename}`,
    order: 0,
    sha256: undefined,
    yanked: false,
    requiresPython: undefined,
    metadata: undefined,
    file,
  };
  return [{ offer, path: join(folder.path, filename), size: undefined, compared: undefined, project }];
}

/** Tells files of one version in several folders apart by their sizes, and by hash only where these are equal. */
async function contentsOf(local: readonly LocalFile[], hash: HashPath): Promise<Map<Offer, string>> {
  const contents = new Map<Offer, string>();
  const byVersion = Map.groupBy(local, ({ offer: { file } }) =>
    file.kind === 'wheel' ? file.version.key : '',
  );
  for (const group of byVersion.values()) {
    if (new Set(group.map(({ offer }) => offer.source)).size < 2) continue;
    const sized = await Promise.all(
      group.map(async (file) => ({ ...file, size: file.size ?? (await sizeOf(file.path)) })),
    );
    for (const [size, equal] of Map.groupBy(sized, (file) => file.size)) {
      for (const { offer, path } of equal) {
        const alone = equal.length === 1;
        contents.set(offer, alone ? `${size} bytes` : ((await hash(path)) ?? `unreadable ${path}`));
      }
    }
  }
  return contents;
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
