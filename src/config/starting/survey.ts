import { posix } from 'node:path';
import { parseInterpreter } from '../../installer/interpreter.ts';
import { localLabel } from '../../packaging/version.ts';
import { parseWheelFilename, type WheelFilename } from '../../wheel/filename.ts';

/** What the names of the wheels in a folder tell. */
export interface Survey {
  readonly wheels: number;
  /** Folders that hold wheels, relative to the one looked at, sorted. */
  readonly folders: readonly string[];
  /** Wheels with a local version label, and the segment that most of them share. */
  readonly labelled: number;
  readonly label: { readonly segment: string; readonly wheels: number } | undefined;
  /** `3.11`: those that tags name, oldest first. */
  readonly pythons: readonly string[];
  /** Platform tags of machines, `linux_x86_64`, in the order of the alphabet. */
  readonly platforms: readonly string[];
  /** Wheels that no index takes: built for this machine's own libraries. */
  readonly native: number;
}

/** Labels by which vendors tell accelerators and commits apart; a site does not call itself so. */
const VENDOR =
  /^(?:cpu|cu(?:da)?\d*|rocm[\d.]*|xpu|mkl|openblas|torch\d*|cxx11abi(?:true|false)|pt\d*|post\d*|g?[0-9a-f]{7,40}|\d+)$/i;

/** @param paths of wheels, relative to the folder that is looked at, with `/` */
export function surveyWheels(paths: readonly string[]): Survey {
  const names = paths.flatMap((path): WheelFilename[] => {
    const parsed = parseWheelFilename(posix.basename(path));
    return parsed.ok ? [parsed.name] : [];
  });
  const labels = names.flatMap(({ version }) => localLabel(version) ?? []);
  const platforms = names.flatMap((name) => name.platforms);
  return {
    wheels: paths.length,
    folders: [...new Set(paths.map((path) => posix.dirname(path)))].sort(),
    labelled: labels.length,
    label: siteLabel(labels),
    pythons: pythonsOf(names),
    platforms: [...new Set(platforms.flatMap(machineOf))].sort(),
    native: names.filter((name) => name.platforms.some((tag) => tag.startsWith('linux_'))).length,
  };
}

/** The segment that at least half of the labels hold; one wheel alone shows no custom. */
function siteLabel(labels: readonly string[]): Survey['label'] {
  const counts = new Map<string, number>();
  for (const label of labels) {
    for (const segment of new Set(label.split('.'))) {
      if (!VENDOR.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
  }
  const [segment, wheels = 0] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return segment === undefined || wheels < 2 || wheels * 2 < labels.length ? undefined : { segment, wheels };
}

function pythonsOf(names: readonly WheelFilename[]): string[] {
  const tags = new Set(names.flatMap(({ pythons }) => pythons));
  const minors = [...tags]
    .flatMap((tag) => Number(/^cp3(\d{1,2})$/.exec(tag)?.[1] ?? []))
    .sort((a, b) => a - b);
  return minors.map((minor) => `3.${minor}`).filter((text) => parseInterpreter(text) !== undefined);
}

/** As `platform` of the configuration takes it: a manylinux wheel runs on plain `linux_*`. */
function machineOf(tag: string): string[] {
  const architecture = /^(?:many)?linux(?:\d+|_\d+_\d+)?_(x86_64|aarch64|ppc64le|s390x|riscv64)$/.exec(
    tag,
  )?.[1];
  if (architecture !== undefined) return [`linux_${architecture}`];
  return /^(?:macosx|win|musllinux)_/.test(tag) ? [tag] : [];
}
