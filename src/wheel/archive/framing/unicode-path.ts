import { extraIds, parseExtraField } from './extra-field.ts';

/** Version and checksum in front of the name. */
const prefixLength = 5;

/**
 * The name in the Unicode path part of an extra field; the first, where it has several.
 * @see https://libzip.org/specifications/extrafld.txt
 */
export function unicodePathOf(extra: Buffer | undefined): string | undefined {
  if (extra === undefined) return undefined;
  const part = parseExtraField(extra).parts.find(({ id }) => id === extraIds.unicodePath);
  return part === undefined || part.data.length <= prefixLength
    ? undefined
    : part.data.toString('utf8', prefixLength);
}
