import type { IndexFile } from './index-answer.ts';
import { isRecord, type JsonRecord, textOf } from './json-shape.ts';
import { hasControls } from './one-line.ts';

const SHA256 = /^[0-9a-f]{64}$/i;
const ISO_8601 = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/**
 * One file object of the PyPI JSON API, reduced to what we keep; `undefined` where it names no file.
 * @param base URL of the answer @see https://docs.pypi.org/api/json/
 */
export function readFileObject(value: unknown, base: string): IndexFile | undefined {
  if (!isRecord(value)) return undefined;
  const filename = textOf(value.filename);
  const url = fileUrl(textOf(value.url), base);
  if (filename === undefined || url === undefined || /[/\\]/.test(filename) || hasControls(filename)) {
    return undefined;
  }
  const { size, digests } = value;
  const sha256 = isRecord(digests) ? textOf(digests.sha256) : undefined;
  const uploadTime = textOf(value.upload_time_iso_8601);
  return {
    filename,
    url,
    size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    sha256: sha256 !== undefined && SHA256.test(sha256) ? sha256.toLowerCase() : undefined,
    yanked: yankedOf(value),
    requiresPython: textOf(value.requires_python),
    uploadTime: uploadTime !== undefined && ISO_8601.test(uploadTime) ? uploadTime : undefined,
  };
}

/** PEP 592: a reason may come along; an index that copies the Simple API puts it into `yanked` itself. */
function yankedOf(file: JsonRecord): boolean | string {
  const { yanked } = file;
  if (yanked !== true) return textOf(yanked) ?? false;
  return textOf(file.yanked_reason) ?? true;
}

function fileUrl(text: string | undefined, base: string): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text, base);
  // Only a recorded answer may name files beside itself on the disk.
  const local = url?.protocol === 'file:' && base.startsWith('file:');
  if (url === null || !(url.protocol === 'https:' || url.protocol === 'http:' || local)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
