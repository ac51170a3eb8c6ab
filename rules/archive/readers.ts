import * as v from 'valibot';

/** Who refuses archives that others read. */
export const readers = ['pypi', 'uv'] as const;
export type Reader = (typeof readers)[number];

export const both: readonly Reader[] = readers;

/** The option of rules about archives that not every reader refuses. */
export const readersOption = v.strictObject({
  readers: v.pipe(
    v.optional(v.array(v.picklist(readers)), [...readers]),
    v.description('Whose refusals are reported: `pypi` (uploads) and `uv`.'),
  ),
});
