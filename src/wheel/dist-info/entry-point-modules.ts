import type { Member } from '../archive/directory.ts';
import type { WheelFacts } from '../facts.ts';
import { type EntryPoint, parseObjectReference } from './entry-points.ts';

/** An entry point whose module is not there. */
export interface MissingModule {
  readonly entry: EntryPoint;
  readonly module: string;
}

/** Told of one wheel; more would say the same. */
const maxTold = 3;
/** Modules that are looked for among all members when a first look did not find them. */
const maxSearched = 50;

/**
 * The entry points that name a module which is not in the wheel, though its package is there as a regular package, or the
 * wheel requires nothing that could bring it.
 */
export function missingModules(
  entries: readonly EntryPoint[],
  members: readonly Member[],
  { distInfo }: WheelFacts,
): MissingModule[] {
  const wanted = new Map<string, EntryPoint>();
  for (const entry of entries) {
    const module = parseObjectReference(entry.value)?.module;
    if (module !== undefined && !wanted.has(module)) wanted.set(module, entry);
  }
  if (wanted.size === 0) return [];
  const paths = new Set(members.map(({ name }) => withoutScheme(name)));
  const isAlone = distInfo?.metadata?.requirements.length === 0;
  const missing: MissingModule[] = [];
  let searched = 0;
  for (const [module, entry] of wanted) {
    const path = module.replaceAll('.', '/');
    if (paths.has(`${path}.py`) || paths.has(`${path}/__init__.py`)) continue;
    searched += 1;
    if (missing.length === maxTold || searched > maxSearched) break;
    // Extension modules have long suffixes, and namespace packages no file of their own.
    const isThere = [...paths].some((name) => name.startsWith(path) && /^[./]/.test(name.slice(path.length)));
    if (!isThere && (isAlone || isInPackage(path, paths))) missing.push({ entry, module });
  }
  return missing;
}

/** The folders of `.data` that end up where modules are looked for. */
const scheme = /^[^/]+\.data\/(?:purelib|platlib)\//;

function withoutScheme(name: string): string {
  return name.includes('.data/') ? name.replace(scheme, '') : name;
}

/** Whether a folder above a module is a regular package, which has all its modules in one place. */
function isInPackage(path: string, paths: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (paths.has(`${path.slice(0, slash)}/__init__.py`)) return true;
  }
  return false;
}
