import type { IgnoreNotice } from '../engine/finding.ts';

/** An entry of the configuration's `[[ignore]]` that wants attention, in one line. */
export function ignoreNoticeText({ kind, rule, wheel, reason, until }: IgnoreNotice): string {
  const entry = `'${rule}' for '${wheel}'`;
  return kind === 'expired'
    ? `Expired ignore: ${entry}, until ${until ?? 'its date'} (${reason})`
    : `Unused ignore: ${entry} matches no finding (${reason})`;
}
