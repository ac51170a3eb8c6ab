import picomatch from 'picomatch';
import { remember } from '../../src/packaging/remember.ts';
import { systemFamilies } from './system.ts';

export type Matcher = (name: string) => boolean;

export interface KnownFamily {
  readonly title: string;
  readonly isMember: Matcher;
}

/** Made once for each set of options: thousands of wheels are held against the same. */
const known = new WeakMap<object, ReadonlyMap<string, KnownFamily>>();

/** The families of this program, with those of the configuration in their place or beside them. */
export function familiesOf(
  own: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, KnownFamily> {
  const made = known.get(own);
  if (made !== undefined) return made;
  const families = new Map<string, KnownFamily>();
  for (const [name, { title, names }] of Object.entries(systemFamilies))
    families.set(name, { title, isMember: matcher(names) });
  for (const [name, names] of Object.entries(own))
    families.set(name, { title: systemFamilies[name]?.title ?? name, isMember: matcher(names) });
  known.set(own, families);
  return families;
}

const tests = new WeakMap<object, Matcher>();

/** Whether a project is in any of the families: hardly one is, and thousands of wheels require the same ones. */
export function familyTest(own: Readonly<Record<string, readonly string[]>>): Matcher {
  const made = tests.get(own);
  if (made !== undefined) return made;
  const families = [...familiesOf(own).values()];
  const test = remember(10_000, (project) => families.some(({ isMember }) => isMember(project)));
  tests.set(own, test);
  return test;
}

/** Whether a name fits one of some globs: most have no star, and a set answers at once. */
export function matcher(globs: readonly string[]): Matcher {
  const plain = new Set(globs.filter((glob) => /^[\w-]+$/.test(glob)));
  const isMatch = picomatch(globs.filter((glob) => !plain.has(glob)));
  return (name) => plain.has(name) || isMatch(name);
}
