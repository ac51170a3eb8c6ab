/** A sound trie has fewer of them on the way to a few names; hostile ones can go in a circle. */
const mostEdges = 16 * 1024;
const longestName = 1024;

/**
 * The names in an export trie, as dyld looks them up, that begin in one of several ways.
 * @returns `undefined` for a damaged trie
 * @see https://github.com/apple-oss-distributions/dyld/blob/main/mach_o/ExportsTrie.cpp
 */
export function exportedNames(trie: Buffer, starts: readonly string[]): string[] | undefined {
  if (trie.length === 0) return [];
  const names: string[] = [];
  const open: { readonly node: number; readonly name: string }[] = [{ node: 0, name: '' }];
  let left = mostEdges;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node: place, name: prefix } = next;
    const terminal = uleb(trie, place);
    if (terminal === undefined) return undefined;
    if (terminal.value > 0 && starts.some((start) => prefix.startsWith(start))) names.push(prefix);
    let at = terminal.end + terminal.value;
    const children = trie[at++];
    if (children === undefined) return undefined;
    left -= children;
    if (left < 0) return undefined;
    for (let child = 0; child < children; child++) {
      const end = trie.indexOf(0, at);
      const node = end === -1 ? undefined : uleb(trie, end + 1);
      if (node === undefined || end - at > longestName) return undefined;
      const name = prefix + trie.toString('latin1', at, end);
      if (name.length > longestName) return undefined;
      if (starts.some((start) => start.startsWith(name) || name.startsWith(start))) {
        open.push({ node: node.value, name });
      }
      at = node.end;
    }
  }
  return names;
}

/** A number in LEB128. */
function uleb(bytes: Buffer, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return undefined;
}
