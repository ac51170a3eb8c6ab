import type { Reporter } from './reporter.ts';

export const formatNames = ['stylish', 'json', 'sarif', 'html'] as const;
export type FormatName = (typeof formatNames)[number];

/** The output formats; each is loaded when it is asked for. */
export const reporters = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  html: async () => (await import('./html.ts')).html,
} satisfies Record<FormatName, () => Promise<Reporter>>;
