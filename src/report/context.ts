import type { ReportContext } from './reporter.ts';

/** What a reporter is told where nothing more is known: a plain report of everything. */
export function reportContext(
  given: Pick<ReportContext, 'tool' | 'rules'> & Partial<ReportContext>,
): ReportContext {
  return {
    color: false,
    links: false,
    width: undefined,
    quiet: false,
    statistics: false,
    suppressed: false,
    repository: undefined,
    scanning: undefined,
    notice: () => undefined,
    ...given,
  };
}
