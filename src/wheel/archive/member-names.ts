import type { Member } from './directory.ts';

/** What the characters of a name give away: bits of {@link NamedMember.traits}. */
export const nameTraits = {
  /** A character that cannot be printed, NUL among them. */
  control: 1,
  backslash: 2,
  /** One of `<>:"|?*`, which Windows cannot write. */
  forbidden: 4,
  nonAscii: 8,
  /** An empty segment, `.` or `..`: the name is not the shortest for its file. */
  roundabout: 16,
  /** A segment that ends with a dot or a space. */
  looseEnd: 32,
  /** A segment that may be the name of a device of Windows. */
  device: 64,
} as const;

/** A member whose name is more than letters, digits and usual signs in plain segments. */
export interface NamedMember {
  readonly name: string;
  readonly member: Member;
  readonly traits: number;
}

/** The members with unusual names, in their order. */
export function findUnusual(members: readonly Member[]): NamedMember[] {
  const found: NamedMember[] = [];
  for (const member of members) {
    const traits = traitsOf(member.name);
    if (traits !== 0) found.push({ name: member.name, member, traits });
  }
  return found;
}

const slash = 0x2f;
const dot = 0x2e;
const space = 0x20;

/** One pass without an allocation: an archive can have a million names. */
export function traitsOf(name: string): number {
  const { length } = name;
  if (length === 0) return nameTraits.roundabout;
  let traits = 0;
  let segment = 0;
  for (let at = 0; at < length; at += 1) {
    const code = name.charCodeAt(at);
    if (code === slash) {
      traits |= segmentTraits(name, segment, at);
      segment = at + 1;
    } else if (code < 0x30 || code > 0x39) traits |= characterTraits(code);
  }
  // The name of a folder ends with a slash.
  return segment === length ? traits : traits | segmentTraits(name, segment, length);
}

function characterTraits(code: number): number {
  if (code >= 0x61) return code < 0x7b ? 0 : code > 0x7f ? unprintable(code) : outside(code);
  if (code < 0x20) return nameTraits.control;
  switch (code) {
    case 0x5c:
      return nameTraits.backslash;
    case 0x22:
    case 0x2a:
    case 0x3a:
    case 0x3c:
    case 0x3e:
    case 0x3f:
      return nameTraits.forbidden;
    default:
      return 0;
  }
}

/** `{` to DEL. */
function outside(code: number): number {
  return code === 0x7c ? nameTraits.forbidden : code === 0x7f ? nameTraits.control : 0;
}

function unprintable(code: number): number {
  return code < 0xa0 ? nameTraits.nonAscii | nameTraits.control : nameTraits.nonAscii;
}

function segmentTraits(name: string, start: number, end: number): number {
  if (start === end) return nameTraits.roundabout;
  const last = name.charCodeAt(end - 1);
  let traits = 0;
  if (last === dot || last === space) {
    const isDots = end - start <= 2 && name.charCodeAt(start) === dot && last === dot;
    traits = isDots ? nameTraits.roundabout : nameTraits.looseEnd;
  }
  return mayBeDevice(name.charCodeAt(start)) ? traits | deviceTrait(name, start, end) : traits;
}

/** The first letters of `aux`, `com1`, `con`, `conin$`, `lpt1`, `nul`, `prn`. */
function mayBeDevice(code: number): boolean {
  const letter = code | 0x20;
  return letter === 0x61 || letter === 0x63 || letter === 0x6c || letter === 0x6e || letter === 0x70;
}

function deviceTrait(name: string, start: number, end: number): number {
  // What follows the first dot does not count, nor do spaces in front of it.
  let stem = start;
  while (stem < end && name.charCodeAt(stem) !== dot) stem += 1;
  while (stem > start && name.charCodeAt(stem - 1) === space) stem -= 1;
  const length = stem - start;
  if (length < 3 || length > 7) return 0;
  return devices.has(name.slice(start, stem).toLowerCase()) ? nameTraits.device : 0;
}

/** @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const devices: ReadonlySet<string> = new Set([
  ...['con', 'prn', 'aux', 'nul', 'conin$', 'conout$'],
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '¹', '²', '³'].flatMap((digit) => [
    `com${digit}`,
    `lpt${digit}`,
  ]),
]);
