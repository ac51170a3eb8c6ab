import { posix } from 'node:path';
import { baseName } from './file-suffix.ts';
import type { NativeMember } from './native-member.ts';
import { installedPath } from './search-path.ts';

/** What a C function can be called, with the letters that punycode stands for. */
const NAME = /^[\p{L}\p{M}\p{N}_]+$/u;

/** Where `auditwheel`, `delvewheel` and `delocate` put the libraries that they graft. */
const GRAFTED = /(?:^|\/)[^/]*\.(?:libs|dylibs)\//;

/**
 * The name without packages under which Python would import a member, by its suffix: `demo` for
 * `demo/__init__.cpython-311-darwin.so`. Several where `_d` may be the mark of a debug build on Windows; none for what
 * is not installed where modules are looked for, and for names that no module can have.
 */
export function importedNames({ member, kind, abi }: NativeMember): string[] {
  const path = kind === 'extension-module' ? installedPath(member) : undefined;
  if (path === undefined || GRAFTED.test(path)) return [];
  const base = baseName(path);
  const suffix = abi?.suffix ?? '.pyd';
  const stem = base.slice(0, base.length - suffix.length);
  const names = stem === '__init__' ? [posix.basename(posix.dirname(path))] : [stem];
  if (suffix.startsWith('_d')) names.push(`${stem}_d`);
  else if (suffix === '.pyd' && stem.endsWith('_d')) names.push(stem.slice(0, -2));
  return names.filter((name) => NAME.test(name));
}
