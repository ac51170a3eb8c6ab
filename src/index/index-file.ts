import { hasControls } from '../one-line.ts';
import { type OtherHash, otherHash } from '../packaging/file-hash.ts';
import type { IndexFile } from './index-answer.ts';
import { isRecord, textOf } from './json-shape.ts';

const SHA256 = /^[0-9a-f]{64}$/i;
const ISO_8601 = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;
/** Characters; no file system takes a longer name, so nobody can download such a file. */
const LONGEST_NAME = 255;

/** What an index says about a file, in any of its APIs, not yet checked. */
export interface FileClaims {
  readonly filename: unknown;
  readonly size?: unknown;
  readonly sha256?: unknown;
  /** Digests by kind; looked at where there is no sha256. */
  readonly otherHashes?: unknown;
  readonly yanked: boolean | string;
  readonly requiresPython: unknown;
  readonly uploadTime?: unknown;
  /** `true`, `"true"`, `"sha256=…"` or `{"sha256": "…"}`. */
  readonly coreMetadata?: unknown;
}

/** A file from what an index says about it, less what makes no sense; `undefined` where that names no file. */
export function indexFile(claims: FileClaims, url: URL): IndexFile | undefined {
  const filename = textOf(claims.filename);
  if (filename === undefined || !couldBeFilename(filename)) return undefined;
  const { size } = claims;
  const sha256 = sha256Of(claims.sha256);
  const other = sha256 === undefined ? otherHashOf(claims.otherHashes) : undefined;
  const uploadTime = textOf(claims.uploadTime);
  const coreMetadata = coreMetadataOf(claims.coreMetadata);
  return {
    filename,
    url: withoutFragment(url),
    size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    sha256,
    ...(other !== undefined && { otherHash: other }),
    yanked: claims.yanked,
    requiresPython: textOf(claims.requiresPython),
    uploadTime: uploadTime !== undefined && ISO_8601.test(uploadTime) ? uploadTime : undefined,
    ...(coreMetadata !== undefined && { coreMetadata }),
  };
}

/**
 * The URL of a file, without credentials; `undefined` where we do not go.
 * @param page URL of the answer that names the file @param base what a relative URL is relative to
 */
export function fileUrl(text: unknown, page: string, base = page): URL | undefined {
  const url = typeof text === 'string' && text !== '' ? URL.parse(text, base) : null;
  // Only a recorded answer may name files beside itself on the disk.
  const local = url?.protocol === 'file:' && page.startsWith('file:');
  if (url === null || !(url.protocol === 'https:' || url.protocol === 'http:' || local)) return undefined;
  url.username = '';
  url.password = '';
  return url;
}

function sha256Of(claim: unknown): string | undefined {
  const sha256 = textOf(claim);
  return sha256 !== undefined && SHA256.test(sha256) ? sha256.toLowerCase() : undefined;
}

function otherHashOf(digests: unknown): OtherHash | undefined {
  return isRecord(digests) ? otherHash((algorithm) => digests[algorithm]) : undefined;
}

/** A hash of another kind says at least that there is something. */
function coreMetadataOf(claim: unknown): true | string | undefined {
  const text = textOf(claim);
  if (!isRecord(claim) && claim !== true && !/^true$|^\w+=./i.test(text ?? '')) return undefined;
  return sha256Of(isRecord(claim) ? claim.sha256 : text?.replace(/^sha256=/i, '')) ?? true;
}

function couldBeFilename(name: string): boolean {
  return name.length <= LONGEST_NAME && !/[/\\]/.test(name) && !hasControls(name);
}

function withoutFragment({ href }: URL): string {
  return href.replace(/#.*$/s, '');
}
