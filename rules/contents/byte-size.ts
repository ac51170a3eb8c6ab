import * as v from 'valibot';

const units: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['B', 1],
  ...['k', 'M', 'G', 'T'].flatMap((prefix, index): [string, number][] => [
    [`${prefix.toUpperCase()}B`, 1000 ** (index + 1)],
    [`${prefix}B`, 1000 ** (index + 1)],
    [`${prefix.toUpperCase()}iB`, 1024 ** (index + 1)],
  ]),
]);

const SIZE = /^(\d+(?:\.\d+)?) ?([kKMGT]?i?B?)$/;

/** Bytes, `Infinity` for `none`, `undefined` for what is no size. */
function readSize(text: string): number | undefined {
  if (text === 'none') return Number.POSITIVE_INFINITY;
  const match = SIZE.exec(text.trim());
  const unit = units.get(match?.[2] ?? '');
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}

/** A number of bytes, or a text such as `100 MB`, `1.5 GiB` or `none`; the rule gets bytes. */
export function byteSize(usual: string, description: string) {
  const size = v.pipe(
    v.union([v.string(), v.number()]),
    v.check((size) => readSize(String(size)) !== undefined, 'a size is written 100 MB, 1.5 GiB or none'),
    v.transform((size) => readSize(String(size)) ?? 0),
  );
  return v.pipe(v.optional(size, usual), v.description(description));
}

/** For people: `104.9 MB`, with decimal units as disks and downloads have them. */
export function sayBytes(bytes: number): string {
  const [unit, size] =
    bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : bytes >= 1e3 ? ['kB', 1e3] : ['bytes', 1];
  return `${Number((bytes / size).toFixed(1))} ${unit}`;
}
