/**
 * What the import system looks for in an extension module: `PyInit_<name>` (PEP 489), `PyModExport_<name>` (PEP 793),
 * with a `U` and in punycode for names that are not ASCII, and `_cffi_pypyinit_<name>`, which CFFI writes for PyPy.
 * A file name has at most 255 characters.
 */
const HOOK = /(?:(?:PyInit|PyModExport)U?|_cffi_pypyinit)_\w{1,255}/;
const WHOLE = new RegExp(`^${HOOK.source}$`);
const IN_STRINGS = new RegExp(`${HOOK.source}(?=\\0)`, 'g');

export function isInitFunction(name: string): boolean {
  return WHOLE.test(name);
}

/** Names of such functions at the end of strings that end with a NUL: linkers let one string be the end of another. */
export function initFunctionsIn(strings: string): string[] {
  return strings.match(IN_STRINGS) ?? [];
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
