import { isUtf8 } from 'node:buffer';
import { type ExtraField, extraIds, parseExtraField, repeatedId } from './extra-field.ts';
import type { LocalHeader } from './local-header.ts';
import { elsewhere32, readUInt64 } from './signatures.ts';

/** The sizes of a member as one reader takes them from its local header. */
export interface Sizes {
  readonly compressedSize: number;
  readonly size: number;
}

/** Sizes, or a clause that says why a reader refuses the header. */
export type LocalSizes = Sizes | string;

/** How two readers take the sizes from a local header. */
export interface ReadSizes {
  /** As the format says, and as strictly as uv. */
  readonly strict: LocalSizes;
  readonly pypi: LocalSizes;
}

export function readLocalSizes(header: LocalHeader, extra: Buffer): ReadSizes {
  const { compressedSize, size } = header;
  if (extra.length === 0 && compressedSize !== elsewhere32 && size !== elsewhere32) {
    const sizes = { compressedSize, size };
    return { strict: sizes, pypi: sizes };
  }
  const field = parseExtraField(extra);
  return { strict: strictSizes(header, field), pypi: pypiSizes(header, field) };
}

/**
 * @see https://github.com/astral-sh/rs-async-zip/blob/1ab712386/src/spec/extra_field.rs
 */
function strictSizes({ compressedSize, size }: LocalHeader, field: ExtraField): LocalSizes {
  if (field.isCut) return 'a part of its extra field is longer than the field';
  const repeated = repeatedId(field.parts);
  if (repeated !== undefined) return `its extra field has the part ${hex(repeated)} twice`;
  const data = field.parts.find(({ id }) => id === extraIds.zip64)?.data;
  const wanted = [size, compressedSize].filter((stated) => stated === elsewhere32).length;
  if (data === undefined) {
    return wanted === 0 ? { compressedSize, size } : 'its sizes are in a zip64 field that is missing';
  }
  // Some tools state both sizes twice, which harms nobody while they agree.
  const isRepetition =
    wanted === 0 &&
    data.length === 16 &&
    readUInt64(data, 0) === size &&
    readUInt64(data, 8) === compressedSize;
  if (isRepetition) return { compressedSize, size };
  if (data.length !== wanted * 8) {
    return `its zip64 field has ${data.length} bytes where ${wanted * 8} belong`;
  }
  let at = 0;
  const next = (stated: number): number => {
    if (stated !== elsewhere32) return stated;
    at += 8;
    return readUInt64(data, at - 8);
  };
  const trueSize = next(size);
  return { size: trueSize, compressedSize: next(compressedSize) };
}

/** Lengths of a zip64 field that PyPI accepts. */
const pypiZip64Lengths: readonly number[] = [0, 8, 16, 24, 28];

/**
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/utils/zipfiles.py
 */
function pypiSizes(header: LocalHeader, field: ExtraField): LocalSizes {
  if (field.isCut) return 'a part of its extra field is longer than the field';
  if (field.rest > 0) return `its extra field has ${field.rest} bytes too many`;
  const watched = field.parts.filter(({ id }) => id === extraIds.zip64 || id === extraIds.unicodePath);
  const repeated = repeatedId(watched);
  if (repeated !== undefined) return `its extra field has the part ${hex(repeated)} twice`;
  const path = watched.find(({ id }) => id === extraIds.unicodePath)?.data.subarray(5);
  if (path !== undefined && (!isUtf8(path) || path.some((byte) => byte < 0x20 || byte === 0x7f))) {
    return 'its Unicode path has characters that cannot be printed';
  }
  const { compressedSize, size, method } = header;
  const data = watched.find(({ id }) => id === extraIds.zip64)?.data;
  if (data === undefined) return { compressedSize, size };
  if (!pypiZip64Lengths.includes(data.length)) return `its zip64 field has ${data.length} bytes`;
  if (data.length === 0) {
    return compressedSize === elsewhere32 || size === elsewhere32
      ? 'its zip64 field is empty'
      : { compressedSize, size };
  }
  if (data.length === 8) {
    if (method !== 0) return 'its zip64 field has one size only';
    const both = readUInt64(data, 0);
    return { compressedSize: both, size: size === elsewhere32 ? both : size };
  }
  return {
    compressedSize: readUInt64(data, 8),
    size: size === elsewhere32 ? readUInt64(data, 0) : size,
  };
}

function hex(id: number): string {
  return `0x${id.toString(16).padStart(4, '0')}`;
}
