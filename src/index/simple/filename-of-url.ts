/**
 * The file name in a URL, as pip finds it: the path is percent-decoded first, so that the last part of
 * `/o/wheels%2Fsix-1.0.tar.gz` counts. A path that ends in a slash names a folder, and gives an empty name.
 */
export function filenameOfUrl({ pathname }: URL): string {
  const path = percentDecoded(pathname);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Unlike `decodeURIComponent`, as Python does it: a `%` without two digits stays, bytes that are not UTF-8 are U+FFFD. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}
