import { formatTagSet, type TagSet } from '../../packaging/tags.ts';
import type { NativeMember } from './native-member.ts';
import { platformTagsOf } from './platform-tag.ts';

/**
 * The tag that a wheel with these native members should have, as it would stand in the file name.
 * @param requiresPython METADATA's field: the lowest Python of a stable-ABI wheel is not in the binary
 */
export function suggestTag(
  current: TagSet,
  members: readonly NativeMember[],
  requiresPython: string | undefined,
): string {
  const platforms = platformTagsOf(members);
  const abis = [...new Set(members.flatMap(({ abi }) => abi?.abi ?? []))].sort();
  const pythons = [...new Set(members.flatMap(({ abi }) => abi?.python ?? []))].sort();
  const set = {
    pythons: current.pythons,
    abis: ['none'],
    platforms: platforms.length > 0 ? platforms : current.platforms,
  };
  if (pythons.length > 0)
    return formatTagSet({ ...set, pythons, abis: abis.filter((abi) => !abi.startsWith('abi3')) });
  if (abis.length > 0) return formatTagSet({ ...set, pythons: [lowestPython(requiresPython)], abis });
  return formatTagSet({ ...set, pythons: current.pythons.filter((python) => python !== 'py2') });
}

function lowestPython(requiresPython: string | undefined): string {
  const minor = /(?:>=|~=|==)\s*3\.(\d+)/.exec(requiresPython ?? '')?.[1];
  return `cp3${minor ?? '8'}`;
}
