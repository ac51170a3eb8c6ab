import { stringify } from 'smol-toml';

interface DeclaredFiles {
  readonly filename?: string;
  readonly requires?: readonly string[];
  readonly 'dist-info'?: Readonly<Record<string, string>>;
}

/** A wheelhouse of one wheel, `demo` for any platform unless told otherwise, with these members: paths, or texts by path. */
export function declaredFiles(
  files: readonly string[] | Readonly<Record<string, string>>,
  { filename = 'demo-1.0-py3-none-any.whl', ...more }: DeclaredFiles = {},
): string {
  const texts = Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, 'x = 1'])) : files;
  return stringify({ wheel: [{ filename, ...more, files: texts }] });
}
