/**
 * Orders versions as before PEP 440: negative where `a` is older. Up to 24.0 pip reads `>=1.0+label`, which is no
 * specifier, in this way, and there a label makes a version older: `1.0+label` < `1.0`.
 * @see https://github.com/pypa/packaging/blob/21.3/packaging/version.py `_legacy_cmpkey`
 */
export function compareLegacy(a: string, b: string): number {
  const [left, right] = [legacyKey(a), legacyKey(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

const replacements: ReadonlyMap<string, string> = new Map([
  ['pre', 'c'],
  ['preview', 'c'],
  ['-', 'final-'],
  ['rc', 'c'],
  ['dev', '@'],
]);

function legacyKey(version: string): string[] {
  const key: string[] = [];
  for (const part of [...version.toLowerCase().split(/(\d+|[a-z]+|\.|-)/), 'final']) {
    if (part === '' || part === '.') continue;
    if (/^\d/.test(part)) {
      key.push(part.padStart(8, '0'));
      continue;
    }
    const word = `*${replacements.get(part) ?? part}`;
    if (word < '*final') dropFromEnd(key, '*final-');
    dropFromEnd(key, '00000000');
    key.push(word);
  }
  return key;
}

function dropFromEnd(key: string[], part: string): void {
  while (key.at(-1) === part) key.pop();
}
