import type { Line } from './headers.ts';

/** One entry point. */
export interface EntryPoint {
  readonly group: string;
  readonly name: string;
  /** `package.module:object [extras]`. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * What cannot be read.
 * - `outside`: a line before the first section; `configparser` stops, and PyPI with it
 * - `no-value`: neither a section nor `name = value`; `importlib.metadata` stops, and pip with it
 * - `no-name`: nothing before the equals sign; `configparser` stops
 * - `same-section`, `same-name`: stood there before; `configparser` stops
 */
export type EntryPointFaultKind = 'outside' | 'no-value' | 'no-name' | 'same-section' | 'same-name';

export interface EntryPointFault extends Line {
  readonly kind: EntryPointFaultKind;
}

export interface EntryPoints {
  readonly entries: readonly EntryPoint[];
  /** The first of each kind. */
  readonly faults: readonly EntryPointFault[];
}

/**
 * Reads `entry_points.txt` line by line, as `importlib.metadata` and so pip do, and finds what stops it or
 * `configparser`.
 * @see https://packaging.python.org/en/latest/specifications/entry-points/#file-format
 */
export function readEntryPoints(text: string): EntryPoints {
  const entries: EntryPoint[] = [];
  const faults = new Map<EntryPointFaultKind, EntryPointFault>();
  const sections = new Set<string>();
  let names = new Set<string>();
  let group: string | undefined;
  /** Of the line that the last name stood in: `configparser` takes lines that are further in for a part of its value. */
  let indent = Number.POSITIVE_INFINITY;
  const blame = (kind: EntryPointFaultKind, content: string, line: number): void => {
    if (!faults.has(kind)) faults.set(kind, { kind, text: content, line });
  };
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const ownIndent = raw.length - raw.trimStart().length;
    const continues = ownIndent > indent;
    if (content.startsWith('[') && content.endsWith(']')) {
      group = content.slice(1, -1);
      if (continues) continue;
      if (sections.has(group)) blame('same-section', content, line);
      sections.add(group);
      names = new Set();
      indent = Number.POSITIVE_INFINITY;
      continue;
    }
    const equals = content.indexOf('=');
    if (group === undefined) {
      if (!content.startsWith(';')) blame('outside', content, line);
    } else if (equals === -1) blame('no-value', content, line);
    else if (!content.startsWith(';')) {
      const name = content.slice(0, equals).trim();
      if (!continues) {
        if (name === '') blame('no-name', content, line);
        else if (names.has(name)) blame('same-name', content, line);
        names.add(name);
        indent = ownIndent;
      }
      entries.push({ group, name, value: content.slice(equals + 1).trim(), line });
    }
  }
  return { entries, faults: [...faults.values()] };
}

/** The parts of an entry point's value. */
export interface ObjectReference {
  readonly module: string;
  /** Dotted path of the object in the module. */
  readonly object: string | undefined;
}

/**
 * Reads the value of an entry point; extras, long out of use, are passed over.
 * @returns `undefined` where it is no reference to an object
 * @see https://github.com/python/cpython/blob/v3.14.0/Lib/importlib/metadata/__init__.py `EntryPoint.pattern`
 */
export function parseObjectReference(value: string): ObjectReference | undefined {
  const bracket = value.indexOf('[');
  if (bracket !== -1 && !value.endsWith(']')) return undefined;
  const reference = bracket === -1 ? value : value.slice(0, bracket);
  const colon = reference.indexOf(':');
  const module = (colon === -1 ? reference : reference.slice(0, colon)).trim();
  const object = colon === -1 ? undefined : reference.slice(colon + 1).trim();
  if (!dotted.test(module) || (object !== undefined && !dotted.test(object))) return undefined;
  return { module, object };
}

/** Words of Python, joined by dots. */
const dotted = /^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*$/u;
