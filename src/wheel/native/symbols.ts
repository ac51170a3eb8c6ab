import type { NativeMember } from './native-member.ts';

/** The versions of one library's symbols that a binary cannot be loaded without. */
export interface VersionNeed {
  /** File name of the library: `libc.so.6`. */
  readonly library: string;
  /** `GLIBC_2.17`, …; those that are only wished for (VER_FLG_WEAK) are left out. */
  readonly versions: readonly string[];
}

/** What a native member tells the dynamic loader. */
export interface NativeSymbols {
  readonly member: NativeMember;
  /** Libraries that it is linked with: DT_NEEDED, LC_LOAD_DYLIB and the like, the import table. */
  readonly needed: readonly string[];
  /** What it calls itself as a library: DT_SONAME, LC_ID_DYLIB. */
  readonly soname: string | undefined;
  /** Folders in which its libraries are looked for: DT_RUNPATH, or else DT_RPATH; LC_RPATH. */
  readonly rpath: readonly string[];
  /** Program that loads it (PT_INTERP), where it is an executable. */
  readonly interpreter: string | undefined;
  readonly versionNeeds: readonly VersionNeed[];
  /** x86-64 level that its GNU property note asks for: 2, 3 or 4. */
  readonly isaLevel: number | undefined;
  /** Lowest macOS of each of its slices, by architecture. */
  readonly minimumMacos: readonly MinimumMacos[];
  /**
   * Functions it exports by which Python could initialise a module: `PyInit_demo`. `undefined` where that is not known,
   * and where it was not asked for: of what is no extension module, and without the part `init-functions`.
   */
  readonly initFunctions: readonly string[] | undefined;
}

export interface MinimumMacos {
  readonly architecture: string;
  readonly major: number;
  readonly minor: number;
}

/** What {@link NativeSymbols} is made of besides the member; every format leaves out what it does not have. */
export type ReadSymbols = Partial<Omit<NativeSymbols, 'member'>>;
