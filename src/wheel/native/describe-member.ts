import { extensionAbi } from './extension-suffix.ts';
import { fileSuffix, hasLibraryName } from './file-suffix.ts';
import { identifyNative } from './identify.ts';
import type { ExtensionAbi, NativeHeader, NativeKind, NativeMember } from './native-member.ts';

/** Suffixes of files for linkers: a fat one may hold static archives, which its header does not show. */
const linkerSuffixes: ReadonlySet<string> = new Set(['a', 'o']);

/** Files that an installer puts on the PATH, hence programs ("The .data directory" of the wheel specification). */
const SCRIPTS = '.data/scripts/';

function kindOf(name: string, header: NativeHeader, abi: ExtensionAbi | undefined): NativeKind {
  if (header.kind !== 'shared-library' && header.kind !== 'executable') return header.kind;
  if (abi !== undefined || name.endsWith('.pyd')) return 'extension-module';
  // libc.so.6 and others can be run as well: they have PT_INTERP or an entry point of their own.
  if (header.format === 'ELF' && hasLibraryName(name)) return 'shared-library';
  // A static position-independent executable has no PT_INTERP, and a fat file's kind may be unknown.
  if (header.format !== 'PE' && name.includes(SCRIPTS) && !hasLibraryName(name)) return 'executable';
  if (header.format === 'Mach-O' && linkerSuffixes.has(fileSuffix(name))) return 'object';
  return header.kind;
}

/**
 * What a member of a wheel is if it is native code, from its first bytes and its name; `undefined` if it is not.
 * An extension module is known by its name only: one called plain `.so` stays a shared library.
 * @param size uncompressed, in bytes
 * @param head its first bytes, inflated: see `identifyNative`
 */
export function nativeMember(name: string, size: number, head: Uint8Array): NativeMember | undefined {
  const header = identifyNative(head);
  if (header === undefined) return undefined;
  const abi = extensionAbi(name);
  return { ...header, kind: kindOf(name, header, abi), member: name, size, abi };
}
