import type { TagSet } from '../../packaging/tags.ts';
import type { ExtensionAbi } from './native-member.ts';

/** Python 3.15 is the first that looks for `.abi3t.so` (PEP 803). */
const firstAbi3t = 15;

const CPYTHON = /^cp3(\d+)([a-z]*)$/;

/**
 * Whether an interpreter that the tags name looks for modules of this suffix. For tags that stand for many Pythons
 * (`py3-none`, `abi3`), one of them is not enough.
 * @see https://github.com/python/cpython/blob/3.13/Python/dynload_shlib.c `_PyImport_DynLoadFiletab`
 */
export function findsModule({ pythons, abis }: TagSet, { abi, python }: ExtensionAbi): boolean {
  return abis.some((tag) => {
    if (tag === abi) return true;
    // The stable ABI of 3.15 is loaded by builds with the GIL as well.
    if (tag === 'abi3' || tag === 'abi3t')
      return abi === 'abi3t' && pythons.some((word) => isFrom(word, firstAbi3t));
    if (tag === 'none') {
      if (abi === 'abi3' || abi === 'abi3t') return true;
      return python !== undefined && pythons.includes(python);
    }
    const [, minor, flags = ''] = CPYTHON.exec(tag) ?? [];
    if (minor === undefined) return false;
    // Free-threaded builds do not look for .abi3.so.
    if (abi === 'abi3') return !flags.includes('t');
    return abi === 'abi3t' && Number(minor) >= firstAbi3t;
  });
}

function isFrom(python: string, first: number): boolean {
  const minor = CPYTHON.exec(python)?.[1];
  return minor !== undefined && Number(minor) >= first;
}

/** Whether the tags stand for more interpreters than they name: the stable ABI, or any Python 3. */
export function isManyPythons({ pythons, abis }: TagSet): boolean {
  return (
    abis.some((abi) => abi.startsWith('abi3')) ||
    (abis.includes('none') && pythons.some((word) => word.startsWith('py')))
  );
}
