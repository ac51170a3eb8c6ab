import type { NativeSymbols } from './symbols.ts';

const MUSL = /^(?:libc\.musl-\w+\.so\.1|ld-musl-\w+\.so\.1|libc\.so)$/;
const GLIBC_LOADER = /^(?:ld-linux[\w.-]*\.so\.\d+|ld64\.so\.\d+|ld\.so\.1)$/;

/** The C library that a Linux binary is linked with; `undefined` for static ones and for those that do not say. */
export function libcOf({ needed, interpreter = '' }: NativeSymbols): 'glibc' | 'musl' | undefined {
  const loader = interpreter.slice(interpreter.lastIndexOf('/') + 1);
  const names = [...needed, loader];
  if (names.some((name) => name === 'libc.so.6' || GLIBC_LOADER.test(name))) return 'glibc';
  return names.some((name) => MUSL.test(name)) ? 'musl' : undefined;
}

/** The dynamic loader itself, which every process has. */
export function isLoader(library: string): boolean {
  return GLIBC_LOADER.test(library) || library.startsWith('ld-musl-');
}
