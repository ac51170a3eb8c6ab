import * as v from 'valibot';

/** Several rules know faults that matter to PyPI alone; the preset `pypi` asks for them. */
export const publishOption = v.pipe(
  v.optional(v.boolean(), false),
  v.description('Whether the wheels are on their way to PyPI, so that what PyPI alone refuses counts.'),
);
