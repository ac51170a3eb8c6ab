import { UsageError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';

/** Linux machines, by the names that Python gives them. */
const architectures = [
  'x86_64',
  'i686',
  'aarch64',
  'armv6l',
  'armv7l',
  'ppc64',
  'ppc64le',
  's390x',
  'riscv64',
  'loongarch64',
] as const;

/** What others call them. */
const otherNames: ReadonlyMap<string, (typeof architectures)[number]> = new Map([
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
  ['i386', 'i686'],
  ['x86', 'i686'],
]);

/**
 * Refuses names that are nearly right, which no wheel would fit; machines that nobody has heard of may exist.
 * @param platform the tag with the name
 * @throws {UsageError}
 */
export function checkArchitecture(name: string, platform: string): void {
  if (architectures.some((known) => known === name)) return;
  const right = otherNames.get(name);
  const hint = right === undefined ? didYouMean(name, architectures) : ` Python calls it '${right}'.`;
  if (hint !== '') throw new UsageError(`There is no machine '${name}' (in '${platform}').${hint}`);
}
