import { parseRequirement } from './requirement.ts';
import { parseSpecifiers } from './specifier.ts';

/** Texts longer than this are not worth the work. */
const maxLength = 2000;

/**
 * What uv tries, one step on top of the other, until a text can be read.
 * @see https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-pypi-types/src/lenient_requirement.rs
 */
const steps: readonly ((text: string) => string)[] = [
  (text) => text.replace(/(\d)([<>=~^!])/g, '$1,$2'),
  (text) => text.replace(/!=~((?:\d\.)*\d)/g, '!=$1.*'),
  (text) => text.replace(/(<=|>=|<|>)\s*(\d+(?:\.\d+)*)\.\*/g, '$1$2'),
  (text) => text.replace(/(\d\.\d)\*/g, '$1.*'),
  (text) => text.replace(/,\s*$/, ''),
  (text) => text.replace(/>dev/g, '>0.0.0dev'),
  (text) => text.replace(/(\d+(?:\.\d)*(?:a|b|rc|post|dev)\d+)\.0/g, '$1'),
  withoutQuotes,
];

/** Quotes belong to markers. */
function withoutQuotes(text: string): string {
  const semicolon = text.indexOf(';');
  const end = semicolon === -1 ? text.length : semicolon;
  return text.slice(0, end).replace(/['"]/g, '') + text.slice(end);
}

function repair(text: string, isReadable: (text: string) => boolean): string | undefined {
  if (text.length > maxLength) return undefined;
  let repaired = text;
  for (const step of steps) {
    const next = step(repaired);
    if (next !== repaired && isReadable(next)) return next;
    repaired = next;
  }
  return undefined;
}

/** How uv reads a requirement that is wrong in one of the usual ways; `undefined` where it refuses it too. */
export function repairRequirement(text: string): string | undefined {
  return repair(text, (next) => parseRequirement(next).ok);
}

/** The same for a specifier set, as in `Requires-Python`. */
export function repairSpecifiers(text: string): string | undefined {
  return repair(text, (next) => parseSpecifiers(next).ok);
}
