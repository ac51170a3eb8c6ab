import type { Reporter } from './reporter.ts';

export const formatNames = [
  'stylish',
  'concise',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'markdown',
  'html',
] as const;
export type FormatName = (typeof formatNames)[number];

/** The output formats; each is loaded when it is asked for. */
export const reporters = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  concise: async () => (await import('./concise.ts')).concise,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
} satisfies Record<FormatName, () => Promise<Reporter>>;
