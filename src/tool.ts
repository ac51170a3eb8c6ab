import { version } from './version.ts';

/** What the program calls itself: in reports, and to the indexes it asks. */
export const tool = {
  name: 'wheelhouse-lint',
  version,
  homepage: 'https://github.com/wheelhouse-lint/wheelhouse-lint',
} as const;

/** Index operators ask for a User-Agent that names the program and a place to complain at. */
export const userAgent = `${tool.name}/${tool.version} (+${tool.homepage})`;

/** The JSON Schema of the configuration, for editors. */
export const schemaUrl = `${tool.homepage}/raw/main/docs/wheelhouse-lint.schema.json`;

/** The documentation page of a rule. */
export function rulePage(name: string): string {
  return `${tool.homepage}/blob/main/docs/rules/${name}.md`;
}
