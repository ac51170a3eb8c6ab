import { keywords } from '../../packaging/python-keywords.ts';
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

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Whether an `import` statement can name it. */
export function isImportable(name: string): boolean {
  return isIdentifier(name) && !keywords.has(name);
}

function isIdentifier(text: string): boolean {
  if (text === '' || isDigit(text.charCodeAt(0))) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return IDENTIFIER.test(text);
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
