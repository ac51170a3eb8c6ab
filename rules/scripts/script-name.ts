/** Groups whose entries become programs. */
export const scriptGroups: ReadonlySet<string> = new Set(['console_scripts', 'gui_scripts']);

/** Whether a script of this name would lie outside of the folder for scripts, or be the folder. */
export function leavesItsFolder(name: string): boolean {
  if (/^[\\/]|^[a-z]:/i.test(name)) return true;
  let depth = 0;
  for (const part of name.split(/[\\/]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return depth === 0;
}

const reserved = /^(?:pythonw?|python3|graalpy|pypy[23]?|pythonw?3\.\d{1,3}t|python3\.\d{1,3})(?:\.py)?$/;

/**
 * Whether a script would replace a program that virtual environments have.
 * @see https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-install-wheel/src/wheel.rs `reserved_script_name`
 */
export function isReservedScript(name: string): boolean {
  return reserved.test(name.toLowerCase());
}
