import { styleText } from 'node:util';
import type { Severity } from '../../engine/finding.ts';

type Style = Parameters<typeof styleText>[0];

/** Puts a style on a text, or leaves it alone. */
export type Paint = (style: Style, text: string) => string;

/** @param color decided by the caller, so neither the stream nor the environment is asked again */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

export const severityStyle = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<
  Severity,
  string
>;
