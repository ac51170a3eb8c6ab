import { UsageError } from '../../errors.ts';
import { normalizeName } from '../../packaging/name.ts';

/** The options that rule out a kind of file. */
export type FormatOption = 'only-binary' | 'no-binary';

/** What `--only-binary` and `--no-binary` leave of wheels and sdists. */
export interface FormatControl {
  /** Normalised names of projects that may come as wheels only; `:all:` for every other project. */
  readonly onlyBinary: ReadonlySet<string>;
  /** The same for sdists only. */
  readonly noBinary: ReadonlySet<string>;
}

/** Nothing is ruled out. */
export const anyFormat: FormatControl = { onlyBinary: new Set(), noBinary: new Set() };

/**
 * One more use of an option, which adds to those before it: project names with commas between them, `:all:`, or
 * `:none:` to begin anew. A project is under one option only: the last that names it.
 * @throws {UsageError} for a value that begins with a dash, as pip refuses it
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/models/format_control.py `handle_mutual_excludes`
 */
export function restrictFormats(control: FormatControl, option: FormatOption, value: string): FormatControl {
  if (value.startsWith('-')) {
    throw new UsageError(`'${option}' takes project names, ':all:' or ':none:', no option.`);
  }
  const isOnly = option === 'only-binary';
  const target = new Set(isOnly ? control.onlyBinary : control.noBinary);
  const other = new Set(isOnly ? control.noBinary : control.onlyBinary);
  for (const name of namesThatCount(value, target, other)) {
    if (name === ':none:') {
      target.clear();
      continue;
    }
    const project = normalizeName(name);
    other.delete(project);
    target.add(project);
  }
  return isOnly ? { onlyBinary: target, noBinary: other } : { onlyBinary: other, noBinary: target };
}

/** Carries out `:all:`, which swallows the names around it; those behind it count again where one is `:none:`. */
function namesThatCount(value: string, target: Set<string>, other: Set<string>): string[] {
  const names = value.split(',');
  const all = names.lastIndexOf(':all:');
  if (all === -1) return names;
  other.clear();
  target.clear();
  target.add(':all:');
  const rest = names.slice(all + 1);
  return rest.includes(':none:') ? rest : [];
}

/** Which files of a project may be chosen. @param project its normalised name */
export function allowedFormats(
  { onlyBinary, noBinary }: FormatControl,
  project: string,
): { readonly wheels: boolean; readonly sdists: boolean } {
  if (onlyBinary.has(project)) return { wheels: true, sdists: false };
  if (noBinary.has(project)) return { wheels: false, sdists: true };
  return { wheels: onlyBinary.has(':all:') || !noBinary.has(':all:'), sdists: !onlyBinary.has(':all:') };
}
