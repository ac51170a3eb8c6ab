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

const longestKeyword = 8;

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Whether an `import` statement can name it. */
export function isImportable(name: string): boolean {
  return isIdentifier(name, 0, name.length) && !keywords.has(name);
}

/** The same of `demo` in `a/demo.py`, without a copy of it. @param start of the base name */
export function isImportableSource(path: string, start: number): boolean {
  const end = path.length - '.py'.length;
  if (!isIdentifier(path, start, end)) return false;
  return end - start > longestKeyword || !keywords.has(path.slice(start, end));
}

function isIdentifier(text: string, start: number, end: number): boolean {
  if (start >= end || isDigit(text.charCodeAt(start))) return false;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return IDENTIFIER.test(text.slice(start, end));
    if (!isWordCharacter(code)) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isWordCharacter(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(code) || code === 0x5f;
}
