/** `python311.dll`, `libpython3.11.so.1.0`, `libpython3.11.dylib`, `…/Python.framework/Versions/3.11/Python`. */
const LIBRARY =
  /^(?:python3(\d{1,2})(t?)(?:_d)?\.dll|libpython3\.(\d{1,2})(t?)[dm]?\.(?:so(?:\.[\d.]+)?|dylib)|(?:.*\/)?Python(T?)\.framework\/Versions\/3\.(\d{1,2})\/Python(?:T)?)$/i;
const STABLE = /^(?:python3t?\.dll|libpython3t?\.so(?:\.[\d.]+)?)$/i;

/** No file system has longer names. */
const longestName = 255;

/**
 * The Python that a needed library belongs to: `cp311`, `cp313t`, `abi3` for the library of the stable ABI; `undefined`
 * for any other library.
 * @param library as the binary names it, with a path on macOS
 */
export function pythonLibraryOf(library: string): string | undefined {
  if (library.length > longestName) return undefined;
  const name = library.includes('.framework/') ? library : library.slice(library.lastIndexOf('/') + 1);
  if (STABLE.test(name)) return 'abi3';
  const match = LIBRARY.exec(name);
  if (match === null) return undefined;
  const [, dll, dllThreads, shared, sharedThreads, frameworkThreads, framework] = match;
  const threads = (dllThreads ?? sharedThreads ?? frameworkThreads ?? '').toLowerCase();
  return `cp3${dll ?? shared ?? framework}${threads}`;
}
