import { jsonFinding, jsonSummary, jsonTool, jsonUnchecked } from './json-parts.ts';
import { jsonLine } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { Reporter } from './reporter.ts';

/**
 * The JSON report as lines of JSON: the run first, then a line for each finding and for each thing that could not be
 * checked. `type` tells them apart; the other keys are those of the JSON report, version 1.
 */
export const jsonl: Reporter = (result, context) =>
  [
    { type: 'run', version: 1, tool: jsonTool(context), summary: jsonSummary(result) },
    ...listedFindings(result, context).map((finding) => ({ type: 'finding', ...jsonFinding(finding) })),
    ...result.unchecked.map((unchecked) => ({ type: 'unchecked', ...jsonUnchecked(unchecked) })),
  ]
    .map(jsonLine)
    .join('');
