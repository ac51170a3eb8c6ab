/** What a platform tag promises of the machines that get a wheel. */
export type TagPromise =
  | { readonly kind: 'glibc'; readonly tag: string; readonly minor: number; readonly architecture: string }
  | { readonly kind: 'musl'; readonly tag: string; readonly architecture: string }
  | { readonly kind: 'macos'; readonly tag: string; readonly major: number; readonly minor: number };

/** PEP 600: the old names and the glibc they stand for. */
const legacyMinors: ReadonlyMap<string, number> = new Map([
  ['1', 5],
  ['2010', 12],
  ['2014', 17],
]);

const MANYLINUX = /^manylinux(?:(1|2010|2014)|_2_(\d{1,3}))_(\w+)$/;
const MUSLLINUX = /^musllinux_\d+_\d+_(\w+)$/;
const MACOS = /^macosx_(\d{1,3})_(\d{1,3})_\w+$/;

/** `undefined` for a tag that promises nothing: `linux_x86_64`, `win_amd64`, `any`. */
export function promiseOf(tag: string): TagPromise | undefined {
  const [, legacy, minor, architecture] = MANYLINUX.exec(tag) ?? [];
  if (architecture !== undefined) {
    const glibc = legacy === undefined ? Number(minor) : (legacyMinors.get(legacy) ?? 0);
    return { kind: 'glibc', tag, minor: glibc, architecture };
  }
  const musl = MUSLLINUX.exec(tag)?.[1];
  if (musl !== undefined) return { kind: 'musl', tag, architecture: musl };
  const [, major, lesser] = MACOS.exec(tag) ?? [];
  return major === undefined
    ? undefined
    : { kind: 'macos', tag, major: Number(major), minor: Number(lesser) };
}

/** The strictest promise of each kind and architecture that the platform tags of a wheel make. */
export function promisesOf(platforms: readonly string[]): TagPromise[] {
  const strictest = new Map<string, TagPromise>();
  for (const tag of platforms) {
    const promise = promiseOf(tag);
    if (promise === undefined) continue;
    const key =
      promise.kind === 'macos'
        ? tag.replace(/^macosx_\d+_\d+_/, 'macosx ')
        : `${promise.kind} ${promise.architecture}`;
    const known = strictest.get(key);
    if (known === undefined || ageOf(promise) < ageOf(known)) strictest.set(key, promise);
  }
  return [...strictest.values()];
}

function ageOf(promise: TagPromise): number {
  if (promise.kind === 'musl') return 0;
  return promise.kind === 'glibc' ? promise.minor : promise.major * 1000 + promise.minor;
}
