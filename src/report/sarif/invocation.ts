import type { Invocation, Notification } from 'sarif';
import type { LintResult } from '../../engine/finding.ts';
import { ignoreNoticeText } from '../ignore-notice.ts';
import { notRunText } from '../not-run.ts';
import { suppressionNoticeTexts } from '../suppression-notice.ts';
import { groupUnchecked, uncheckedText } from '../unchecked.ts';
import { leftOutText } from './limits.ts';
import { plainMessage } from './message.ts';

/**
 * How the run went (SARIF 2.1.0 §3.20): what could not be checked is told here, never as a result. Without times,
 * so that the same input gives the same bytes.
 */
export function sarifInvocation(result: LintResult, cut: number): Invocation {
  const unchecked = groupUnchecked(result.unchecked).map((group): Notification => {
    const text = `This could not be checked completely: ${uncheckedText(group)}.`;
    return { ...notification('error', text), properties: { ...group } };
  });
  const execution = [...unchecked, ...(cut > 0 ? [notification('warning', leftOutText(cut))] : [])];
  const configuration = [
    ...(result.notRun.length > 0 ? [notification('note', `${notRunText(result.notRun)}.`)] : []),
    ...result.doubts.map((doubt) => notification('warning', doubt)),
    ...suppressionNoticeTexts(result.suppressionNotices).map((text) => notification('note', `${text}.`)),
    ...result.ignoreNotices.map((notice) => notification('warning', `${ignoreNoticeText(notice)}.`)),
  ];
  return {
    executionSuccessful: result.unchecked.length === 0,
    ...(execution.length > 0 ? { toolExecutionNotifications: execution } : {}),
    ...(configuration.length > 0 ? { toolConfigurationNotifications: configuration } : {}),
  };
}

function notification(level: 'error' | 'warning' | 'note', text: string): Notification {
  return { level, message: { text: plainMessage(text) } };
}
