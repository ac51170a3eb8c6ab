import { jsonFinding, jsonSummary, jsonTool, jsonUnchecked } from './json-parts.ts';
import { jsonText } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { Reporter } from './reporter.ts';

/** The JSON report, version 1: its keys, their order and their meaning are a contract with users. */
export const json: Reporter = (result, context) =>
  jsonText({
    version: 1,
    tool: jsonTool(context),
    summary: jsonSummary(result),
    findings: listedFindings(result, context).map(jsonFinding),
    unchecked: result.unchecked.map(jsonUnchecked),
  });
