import { decoded } from '../../fix/byte-text.ts';
import type { Plan } from '../../fix/plan/plan.ts';
import { jsonText } from '../json-text.ts';
import { countOutcomes, diffLines, type FixReport, type ReportedWheel } from './result.ts';

/** The JSON of `fix`, version 1: its keys, their order and their meaning are a contract with users. */
export function fixJson(
  report: FixReport,
  tool: { readonly name: string; readonly version: string },
): string {
  return jsonText({
    version: 1,
    tool: { name: tool.name, version: tool.version },
    dryRun: report.isDryRun,
    summary: countOutcomes(report),
    wheels: report.wheels.filter(({ outcome }) => outcome.status !== 'unchanged').map(jsonWheel),
  });
}

function jsonWheel({ wheel, output, outcome }: ReportedWheel) {
  const plan = 'plan' in outcome ? outcome.plan : undefined;
  return {
    wheel,
    status: outcome.status,
    output: output ?? null,
    reason: outcome.status === 'refused' ? outcome.reason : null,
    folders: plan === undefined ? [] : renames(plan),
    texts: plan === undefined ? [] : texts(plan),
    dropped: plan === undefined ? [] : [...plan.dropped].map(decoded),
    notes: plan?.notes ?? [],
  };
}

function renames({ folders }: Plan) {
  return Array.from(folders, ([from, to]) => ({ from: decoded(from), to: decoded(to) }));
}

function texts(plan: Plan) {
  return plan.texts.map((change) => ({
    member: decoded(plan.renames.get(change.member) ?? change.member),
    edits: change.edits.map((edit) => ({
      line: edit.line,
      removed: diffLines({ edits: [{ ...edit, added: [] }] }).map(({ text }) => text),
      added: diffLines({ edits: [{ ...edit, removed: [] }] }).map(({ text }) => text),
    })),
  }));
}
