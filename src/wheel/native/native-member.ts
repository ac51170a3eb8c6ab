/** Container format of a native binary. */
export type NativeFormat = 'ELF' | 'PE' | 'Mach-O';

/**
 * Operating system that a native binary is for; `gpu` is code for an accelerator, not for the host.
 * The header does not tell Android (and some BSDs) from `linux`, nor iOS from `macos`.
 * `other` is any other system, firmware, BPF and .NET byte code.
 */
export type NativeSystem = 'linux' | 'windows' | 'macos' | 'gpu' | 'other';

/** What a native binary is. `object` covers relocatable objects and anything else that is not loaded as it stands. */
export type NativeKind = 'extension-module' | 'shared-library' | 'executable' | 'object' | 'gpu-object';

/** Whether a process loads it as it stands. */
export function isLoaded({ kind }: { readonly kind: NativeKind }): boolean {
  return kind !== 'object' && kind !== 'gpu-object';
}

/** What the first bytes of a native binary say. */
export interface NativeHeader {
  readonly format: NativeFormat;
  readonly system: NativeSystem;
  /**
   * Architectures in the words of the platform tags: `x86_64`, `i686`, `aarch64`, `armv7l`, … for ELF, `amd64`,
   * `arm64`, `x86` (of `win32`) for PE, `arm64`, `x86_64`, … for Mach-O, several for a fat Mach-O.
   * Words that no tag has: `x32`, `armel` (32-bit ARM that is not hard-float EABI5), `cuda`, `amdgpu`, `intelgt`,
   * `cil` (.NET byte code), and `machine-<number>` for a machine that is not known.
   * ARMv6 and ARMv8 32-bit hard-float code has the same header as ARMv7 and is `armv7l` here.
   */
  readonly architectures: readonly string[];
  readonly kind: NativeKind;
}

/** The interpreter ABI that an extension module's file name states, for example `cp311`, `cp313t`, `abi3`, `pypy311_pp73`. */
export interface ExtensionAbi {
  /** The ABI in the words of the abi tag. */
  readonly abi: string;
  /** The python tag that goes with it (`cp311`), absent for the stable ABI. */
  readonly python: string | undefined;
  /** The whole suffix, for messages: `.cpython-311-x86_64-linux-gnu.so`. */
  readonly suffix: string;
}

/** A member of a wheel that is native code (ELF, PE or Mach-O), found by its magic bytes. */
export interface NativeMember extends NativeHeader {
  /** Member name inside the archive. */
  readonly member: string;
  /** Uncompressed size in bytes, as the archive states it. */
  readonly size: number;
  /** `undefined` where the name states none, which proves nothing: any interpreter may load a plain `.so` or `.pyd`. */
  readonly abi: ExtensionAbi | undefined;
}
