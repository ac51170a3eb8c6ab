import type { System } from './pool.ts';
import { type Random, randomFrom } from './random.ts';

/** What a generated wheel is called and for which system it is; pure Python without one. */
export interface Naming {
  readonly distribution: string;
  readonly version: string;
  readonly build: string | undefined;
  readonly tag: string;
  readonly system: System | undefined;
  /** What the names of its extension modules end with; empty without a system. */
  readonly extension: string;
  readonly filename: string;
}

const pythons = ['cp39', 'cp310', 'cp311', 'cp312', 'cp313'];

/** About four wheels share a project. */
const wheelsPerProject = 4;

/** @param index makes the name unique: it is part of the version */
export function nameWheel(random: Random, index: number): Naming {
  const project = Math.floor(index / wheelsPerProject);
  const distribution = `${projectWord(project)}_${project}`;
  const label = random.unit() < 0.4 ? '+computecanada' : '';
  const version = `${random.below(4)}.${random.below(20)}.${index % wheelsPerProject}${label}`;
  const build = random.unit() < 0.03 ? '1' : undefined;
  const [tag, system] = tagOf(random);
  const extension = system === undefined ? '' : extensionOf(tag, system);
  const buildPart = build === undefined ? '' : `-${build}`;
  const filename = `${distribution}-${version}${buildPart}-${tag}.whl`;
  return { distribution, version, build, tag, system, extension, filename };
}

export function projectWord(project: number): string {
  return randomFrom(project).pick(['numeric', 'http', 'image', 'graph', 'flow', 'mesh', 'genome', 'parse']);
}

function tagOf(random: Random): [tag: string, system: System | undefined] {
  const draw = random.unit();
  const python = random.pick(pythons);
  if (draw < 0.55) return ['py3-none-any', undefined];
  if (draw < 0.6) return ['py2.py3-none-any', undefined];
  if (draw < 0.82) return [`${python}-${python}-linux_x86_64`, 'linux'];
  if (draw < 0.92) return [`${python}-${python}-manylinux_2_17_x86_64.manylinux2014_x86_64`, 'linux'];
  if (draw < 0.96) return [`${python}-abi3-manylinux_2_28_x86_64`, 'linux'];
  if (draw < 0.98) return [`${python}-${python}-win_amd64`, 'windows'];
  return [`${python}-${python}-macosx_11_0_arm64`, 'macos'];
}

/** `cp312-cp312-linux_x86_64` has extension modules for CPython 3.12 only, `cp39-abi3-…` those for any. */
function extensionOf(tag: string, system: System): string {
  const [python = '', abi] = tag.split('-');
  if (system === 'windows') return `.${python}-win_amd64.pyd`;
  if (abi === 'abi3') return '.abi3.so';
  const platform = system === 'linux' ? 'x86_64-linux-gnu' : 'darwin';
  return `.cpython-${python.slice('cp'.length)}-${platform}.so`;
}
