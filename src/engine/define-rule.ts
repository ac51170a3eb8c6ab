import { type InferOutput, parse } from 'valibot';
import type { OptionsSchema, ReportSink, Rule, RuleContext, RuleDefinition, RunningRule } from './rule.ts';

/** Turns a rule's file into what the engine runs; the compiler refuses an incomplete one. */
export function defineRule<
  const Messages extends Readonly<Record<string, string>>,
  const Schema extends OptionsSchema,
>(definition: RuleDefinition<Messages, Schema>): Rule {
  const { code, name, category, severity, needs, docs, messages } = definition;
  return {
    code,
    name,
    category,
    severity,
    needs,
    offByDefault: definition.offByDefault ?? false,
    uses: definition.uses ?? [],
    reads: definition.reads ?? [],
    readsOf: (wheel) => definition.readsOf?.(wheel) ?? true,
    when: definition.when ?? [],
    docs,
    messages,
    ...(definition.fix && { fix: definition.fix }),
    optionsSchema: definition.options,
    start(options: unknown, label: string | undefined, sink: ReportSink): RunningRule {
      const context: RuleContext<Messages, InferOutput<Schema>> = {
        options: parse(definition.options, options),
        label,
        report: sink,
      };
      const { checkContents, checkWheel, checkProject, checkWheelhouse } = definition;
      return {
        ...(checkContents && { checkContents: (contents) => checkContents(contents, context) }),
        ...(checkWheel && { checkWheel: (wheel) => checkWheel(wheel, context) }),
        ...(checkProject && { checkProject: (project) => checkProject(project, context) }),
        ...(checkWheelhouse && { checkWheelhouse: (wheelhouse) => checkWheelhouse(wheelhouse, context) }),
      };
    },
  };
}
