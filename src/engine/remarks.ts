import type { IndexAnswer } from '../index/index-answer.ts';

/** What an index says of its own API, as a sentence. */
export function apiRemark(answer: IndexAnswer): string | undefined {
  if (answer.status !== 'listed' || answer.remarks?.newerApi === undefined) return undefined;
  const { newerApi } = answer.remarks;
  return `${answer.source.url} answers in version ${newerApi} of the Simple API; what is newer in it than 1.4 is passed over.`;
}

/** What an index says of the project, as a sentence. */
export function statusRemark(answer: IndexAnswer): string | undefined {
  if (answer.status !== 'listed' || answer.remarks?.projectStatus === undefined) return undefined;
  const { status, reason } = answer.remarks.projectStatus;
  const why = reason === undefined ? '' : ` ('${reason}')`;
  const what = `${answer.source.url} calls the project '${answer.project}' ${status}${why}`;
  return status === 'quarantined'
    ? `${what}: it may be malicious, and installers get no files of it.`
    : `${what}.`;
}
