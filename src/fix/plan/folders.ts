import { normalizeName } from '../../packaging/name.ts';
import { parseVersion } from '../../packaging/version.ts';
import { quoteMember } from '../archive/quote-member.ts';
import type { ByteText } from '../byte-text.ts';
import { Refused } from '../refused.ts';

/** Top-level folders by what they are to be called. */
export type FolderRenames = ReadonlyMap<ByteText, ByteText>;

/**
 * The dist-info folder and the `.data` folders that belong to it: uv finds the latter by the name of the former.
 * @param stem name and version as the file name is to spell them
 */
export function folderRenames(members: readonly ByteText[], distInfo: ByteText, stem: string): FolderRenames {
  const oldStem = distInfo.slice(0, -'.dist-info'.length);
  const stems = new Set([key(oldStem), key(stem)]);
  const renames = new Map([[distInfo, `${stem}.dist-info`]]);
  for (const member of members) {
    const folder = member.slice(0, Math.max(0, member.indexOf('/')));
    if (!folder.endsWith('.data') || renames.has(folder)) continue;
    const own = folder.slice(0, -'.data'.length);
    if (own === oldStem || stems.has(key(own))) renames.set(folder, `${stem}.data`);
  }
  return new Map([...renames].filter(([from, to]) => from !== to));
}

/** Equal for other spellings of one name and public version. */
function key(stem: ByteText): string {
  const dash = stem.indexOf('-');
  const version = parseVersion(stem.slice(dash + 1));
  if (dash === -1 || version === undefined) return stem;
  return `${normalizeName(stem.slice(0, dash))}-${version.public.replace(/(?:\.0)+$/, '')}`;
}

/** New names of members by old ones, for those in renamed folders. @throws {Refused} where two would be called alike */
export function memberRenames(
  members: readonly ByteText[],
  folders: FolderRenames,
): ReadonlyMap<ByteText, ByteText> {
  const renames = new Map<ByteText, ByteText>();
  const names = new Set<ByteText>();
  for (const member of members) {
    const slash = member.indexOf('/');
    const folder = slash === -1 ? undefined : folders.get(member.slice(0, slash));
    const name = folder === undefined ? member : `${folder}${member.slice(slash)}`;
    if (names.has(name)) throw new Refused(`two of its members would be called ${quoteMember(name)}`);
    names.add(name);
    if (name !== member) renames.set(member, name);
  }
  return renames;
}
