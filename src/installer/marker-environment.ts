import type { MarkerEnvironment } from '../packaging/marker.ts';
import type { Place } from './environment.ts';
import type { Machine } from './machine.ts';

/**
 * The marker variables of a place. The newest patch release of its Python is meant, as nobody stays on the first; what
 * differs from machine to machine (`platform_release`, `platform_version`) is left out.
 */
export function markerEnvironmentAt({ interpreter, machine }: Place): MarkerEnvironment {
  const isPypy = interpreter.implementation === 'pypy';
  return {
    python_version: `3.${interpreter.minor}`,
    python_full_version: `3.${interpreter.minor}.99`,
    implementation_name: interpreter.implementation,
    platform_python_implementation: isPypy ? 'PyPy' : 'CPython',
    // PyPy has a version of its own.
    ...(!isPypy && { implementation_version: `3.${interpreter.minor}.99` }),
    ...systemOf(machine),
  };
}

function systemOf(machine: Machine): MarkerEnvironment {
  if (machine.system === 'windows') {
    const architecture = { win_amd64: 'AMD64', win_arm64: 'ARM64', win32: 'x86' }[machine.tag];
    return {
      sys_platform: 'win32',
      platform_system: 'Windows',
      os_name: 'nt',
      ...(architecture !== undefined && { platform_machine: architecture }),
    };
  }
  const platform_machine = machine.architecture;
  return machine.system === 'macos'
    ? { sys_platform: 'darwin', platform_system: 'Darwin', os_name: 'posix', platform_machine }
    : { sys_platform: 'linux', platform_system: 'Linux', os_name: 'posix', platform_machine };
}
