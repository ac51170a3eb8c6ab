import * as v from 'valibot';
import { normalizeName } from '../packaging/name.ts';
import type { WheelFacts } from '../wheel/facts.ts';

/**
 * The options of a rule, and `projects`: other values of the same options for single projects, by name in any spelling.
 * Rules read them with {@link optionsFor}.
 */
export function withProjects<const Entries extends v.ObjectEntries>(entries: Entries) {
  const own = v.partial(v.strictObject(entries));
  const byProject = v.pipe(
    v.record(v.string(), own),
    v.transform(
      (table): ReadonlyMap<string, v.InferOutput<typeof own>> =>
        new Map(Object.entries(table).map(([name, options]) => [normalizeName(name), options])),
    ),
  );
  return v.strictObject({
    ...entries,
    projects: v.pipe(
      v.optional(byProject, {}),
      v.description('Other values of these options for single projects: `projects = { demo = { … } }`.'),
    ),
  });
}

/** The options that count for a wheel: those of its project where they are given, else those of the rule. */
export function optionsFor<Own extends object, Options extends Own>(
  options: Options & { readonly projects: ReadonlyMap<string, Partial<Own>> },
  { name }: WheelFacts,
): Options {
  const own = name && options.projects.get(name.project);
  return own === undefined ? options : { ...options, ...own };
}
