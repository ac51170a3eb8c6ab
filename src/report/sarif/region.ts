import type { PhysicalLocation } from 'sarif';
import type { Excerpt } from '../reporter.ts';

/** A whole line with its text, and its neighbours around it (SARIF 2.1.0 §3.30, §3.29.5). */
export function excerptRegion({
  line,
  text,
  firstLine,
  lines,
}: Excerpt): Pick<PhysicalLocation, 'region' | 'contextRegion'> {
  const region = {
    startLine: line,
    startColumn: 1,
    endLine: line,
    endColumn: text.length + 1,
    snippet: { text },
  };
  // A context has to show more than what it surrounds.
  if (lines.length === 1) return { region };
  const endLine = firstLine + lines.length - 1;
  return { region, contextRegion: { startLine: firstLine, endLine, snippet: { text: lines.join('\n') } } };
}
