import { extensionAbi } from '../native/extension-suffix.ts';

/**
 * The name under which Python's import system finds a file of this name, `undefined` for what it does not import.
 * A shared library without the mark of an interpreter counts, save for one that is called `lib…`, which is linked.
 * @param base name of the file without its folder
 */
export function moduleName(base: string): string | undefined {
  if (base.endsWith('.py')) return base.length > 3 ? base.slice(0, -3) : undefined;
  const isLibrary = base.endsWith('.so');
  if (!isLibrary && !base.endsWith('.pyd')) return undefined;
  const abi = extensionAbi(base);
  if (abi !== undefined) return base.slice(0, base.length - abi.suffix.length);
  if (isLibrary && base.startsWith('lib')) return undefined;
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : undefined;
}

/** Whether {@link moduleName} may have an answer: for members by the hundred thousand. */
export function isModule(name: string): boolean {
  return name.endsWith('.py') || name.endsWith('.so') || name.endsWith('.pyd');
}

/** `keyword.kwlist`; soft keywords are importable. */
const keywords: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

const ASCII_IDENTIFIER = /^[A-Za-z_]\w*$/;
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Whether an `import` statement can name it. */
export function isImportable(name: string): boolean {
  return (ASCII_IDENTIFIER.test(name) || IDENTIFIER.test(name)) && !keywords.has(name);
}
