import type { Place } from '../../installer/environment.ts';
import { formatInterpreter } from '../../installer/interpreter.ts';
import { defaultGlibcMinor, formatMachine, type Machine } from '../../installer/machine.ts';
import type { Target } from '../../installer/target.ts';
import { list } from '../words.ts';

/** Enough for every Python that there is, and for as many machines. */
const most = 20;

/** One line for each set of installers: `pip 26.2 and uv · Python 3.11 and 3.12 on linux_x86_64`. */
export function headingsOf(targets: readonly Target[]): string[] {
  const byPlace = Map.groupBy(targets, ({ place }) => placeText(place));
  const byInstallers = Map.groupBy(byPlace.values(), (group) =>
    list([...new Set(group.map(({ installer }) => installer.name))], most),
  );
  return Array.from(byInstallers, ([installers, groups]) => {
    const places = groups.flatMap(([target]) => target?.place ?? []);
    return `${installers} · ${placesText(places)}`;
  });
}

function placesText(places: readonly Place[]): string {
  const byMachine = Map.groupBy(places, machineText);
  const texts = Array.from(byMachine, ([machine, group]) => {
    const pythons = group.map(({ interpreter }) => formatInterpreter(interpreter));
    return `Python ${list(pythons, most)} on ${machine}`;
  });
  return list(texts, most);
}

function placeText(place: Place): string {
  return placesText([place]);
}

/** As `--platform`, `--glibc` and `--no-manylinux` say it. */
function machineText({ machine, manylinux }: Place): string {
  if (machine.system !== 'glibc') return formatMachine(machine);
  return [
    `linux_${machine.architecture}`,
    ...glibcText(machine),
    ...(manylinux ? [] : ['without manylinux']),
  ].join(' ');
}

function glibcText(machine: Machine & { readonly system: 'glibc' | 'musl' }): string[] {
  return machine.minor === defaultGlibcMinor ? [] : [`with glibc 2.${machine.minor}`];
}
