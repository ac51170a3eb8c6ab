/**
 * Top-level folders that go with a package and hold none themselves: libraries that auditwheel, delvewheel and delocate
 * put there, and stubs (PEP 561).
 */
export function isSideFolder(name: string): boolean {
  return SUFFIXES.some((suffix) => name.endsWith(suffix) && name.length > suffix.length);
}

const SUFFIXES = ['.libs', '.dylibs', '-stubs'];
