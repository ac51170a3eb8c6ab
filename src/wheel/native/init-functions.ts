/**
 * What the import system looks for in an extension module: `PyInit_<name>` (PEP 489), `PyModExport_<name>` (PEP 793),
 * with a `U` and in punycode for names that are not ASCII, and `_cffi_pypyinit_<name>`, which CFFI writes for PyPy.
 * A file name has at most 255 characters.
 */
const HOOK = /(?:(?:PyInit|PyModExport)U?|_cffi_pypyinit)_\w+/;
const WHOLE = new RegExp(`^${HOOK.source}$`);
/** Takes all of a word, so that each letter of a hostile table is looked at once. */
const IN_STRINGS = new RegExp(HOOK, 'g');
const longestName = 300;

export function isInitFunction(name: string): boolean {
  return name.length <= longestName && WHOLE.test(name);
}

/**
 * Names of such functions at the end of strings that end with a NUL: linkers let one string be the end of another.
 * @returns `undefined` where there are more of them than `most`
 */
export function initFunctionsIn(strings: string, most: number): Set<string> | undefined {
  const names = new Set<string>();
  for (const { 0: name, index } of strings.matchAll(IN_STRINGS)) {
    if (name.length <= longestName && strings.charCodeAt(index + name.length) === 0) names.add(name);
    if (names.size > most) return undefined;
  }
  return names;
}

/** Whether one of these functions is what the import system looks for. @param module its name without packages */
export function initialises(functions: readonly string[], module: string): boolean {
  if (/^\w+$/.test(module)) return prefixes.some((prefix) => functions.includes(`${prefix}_${module}`));
  // No encoder of punycode is worth the few modules with such names: any of them will do.
  return functions.some((name) => /^(?:PyInit|PyModExport)U_/.test(name));
}

/** The function for a module, for messages. */
export function initFunctionName(module: string): string {
  return /^\w+$/.test(module) ? `PyInit_${module}` : 'PyInitU_…';
}

const prefixes = ['PyInit', 'PyModExport', '_cffi_pypyinit'];
