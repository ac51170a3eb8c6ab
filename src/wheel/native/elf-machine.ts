import type { NativeSystem } from './native-member.ts';

/** The fields of an ELF header that say what the code runs on. */
export interface ElfTarget {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** `EI_OSABI`. */
  readonly osAbi: number;
  /** `e_machine`. */
  readonly machine: number;
  /** `e_flags`, whose meaning depends on the machine. */
  readonly flags: number;
}

const EM_ARM = 40;

/** Accelerators: EM_CUDA, EM_AMDGPU, EM_INTELGT of the gABI's list of machines. */
const accelerators = new Map([
  [190, 'cuda'],
  [224, 'amdgpu'],
  [205, 'intelgt'],
]);

/** `e_machine`, class and byte order, to what `uname -m` calls the machine and platform tags repeat. */
const hosts = new Map([
  ['3 32 LE', 'i686'],
  ['62 64 LE', 'x86_64'],
  ['62 32 LE', 'x32'],
  ['183 64 LE', 'aarch64'],
  ['183 64 BE', 'aarch64_be'],
  ['21 64 LE', 'ppc64le'],
  ['21 64 BE', 'ppc64'],
  ['20 32 BE', 'ppc'],
  ['22 64 BE', 's390x'],
  ['243 64 LE', 'riscv64'],
  ['258 64 LE', 'loongarch64'],
  // The kernel has one word for both byte orders of MIPS.
  ['8 64 LE', 'mips64'],
  ['8 64 BE', 'mips64'],
  ['8 32 LE', 'mips'],
  ['8 32 BE', 'mips'],
  ['43 64 BE', 'sparc64'],
]);

/** ELFOSABI_NONE (System V, what most linkers write) and ELFOSABI_GNU. */
const linuxAbis = new Set([0, 3]);

/** EF_ARM_EABIMASK and EF_ARM_ABI_FLOAT_HARD: the armhf test that auditwheel and packaging make. */
function isHardFloatArm(flags: number): boolean {
  return flags >>> 24 === 5 && (flags & 0x400) !== 0;
}

function hostArchitecture({ bits, littleEndian, machine, flags }: ElfTarget): string | undefined {
  if (machine === EM_ARM && bits === 32 && littleEndian) return isHardFloatArm(flags) ? 'armv7l' : 'armel';
  return hosts.get(`${machine} ${bits} ${littleEndian ? 'LE' : 'BE'}`);
}

/**
 * System and architecture of an ELF file. A machine on which no Linux wheel runs (BPF, microcontrollers) is
 * `other`, because such files carry OSABI 0 too.
 */
export function elfTargetOf(target: ElfTarget): { system: NativeSystem; architecture: string } {
  const accelerator = accelerators.get(target.machine);
  if (accelerator !== undefined) return { system: 'gpu', architecture: accelerator };
  const architecture = hostArchitecture(target);
  if (architecture === undefined) return { system: 'other', architecture: `machine-${target.machine}` };
  return { system: linuxAbis.has(target.osAbi) ? 'linux' : 'other', architecture };
}
