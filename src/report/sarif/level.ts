import type { Result } from 'sarif';
import type { Severity } from '../../engine/finding.ts';

export const sarifLevel = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Severity, Result.level>;

/** GitHub's `problem.severity`. */
export const problemSeverity = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
} as const satisfies Record<Severity, string>;
