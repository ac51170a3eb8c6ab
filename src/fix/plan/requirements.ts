import { normalizeName } from '../../packaging/name.ts';
import { parseRequirement, type Requirement } from '../../packaging/requirement.ts';
import { requirementKey } from '../../packaging/requirement-key.ts';
import { encoded } from '../byte-text.ts';
import { addFields, type FieldLines, type HeaderText, removeField, setValue } from './header-text.ts';
import type { LineEdit } from './line-edits.ts';
import type { KnownRequirement, Replacement, RequirementEdits, RequirementTest } from './request.ts';

/** Changes to the `Requires-Dist` lines of METADATA. */
export function editRequirements(metadata: HeaderText, { drop, replace, add }: RequirementEdits): LineEdit[] {
  const edits: LineEdit[] = [];
  const kept: string[] = [];
  for (const field of metadata.fields.filter(({ name }) => name === 'requires-dist')) {
    const requirement = known(field);
    if (requirement !== undefined && drop.some((isDropped) => isDropped(requirement))) {
      edits.push(removeField(field));
      continue;
    }
    const replacement = requirement && replace.find(({ isMeant }) => isMeant(requirement));
    const text = oneLine(field);
    const value = replacement === undefined ? text : replaced(text, replacement);
    kept.push(value);
    if (value !== text) edits.push(...setValue(field, value));
  }
  const present = new Set(kept.flatMap(keyOf));
  const added = add.filter((requirement) => !present.has(requirementKey(requirement)));
  const lines = added.map(({ text }) => `Requires-Dist: ${encoded(text)}`);
  return [...edits, ...addFields(metadata, ['requires-dist', 'requires-python'], lines)];
}

function oneLine({ value }: FieldLines): string {
  return value.replaceAll('\n', ' ');
}

function keyOf(text: string): string[] {
  const parsed = parseRequirement(text);
  return parsed.ok ? [requirementKey(parsed.requirement)] : [];
}

const name = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';

/** Of a requirement that no installer can read, at least the name is plain. */
function known(field: FieldLines): KnownRequirement | undefined {
  const text = oneLine(field);
  const parsed = parseRequirement(text);
  if (parsed.ok) return parsed.requirement;
  const found = new RegExp(`^${name}`).exec(text)?.[0];
  return found === undefined ? undefined : { project: normalizeName(found), extras: [], specifiers: [] };
}

const parts = new RegExp(`^(${name})(?:(\\s*)(\\[[^\\]]*\\]))?`);

/** The text with what the replacement says in place of its own; marker, and all that is not spoken of, stay. */
function replaced(text: string, { name: newName, extras, specifier }: Replacement): string {
  const [start = '', , blanks = '', oldExtras = ''] = parts.exec(text) ?? [];
  if (start === '') return text;
  const rest = text.slice(start.length);
  const semicolon = markerStart(rest);
  const marker = rest.slice(semicolon);
  const oldSpecifier = rest.slice(0, semicolon).trim();
  const newExtras = extras ?? oldExtras;
  if (specifier === undefined) return `${newName}${newExtras === '' ? '' : blanks}${newExtras}${rest}`;
  if (oldSpecifier === specifier) return `${newName}${newExtras}${rest}`;
  // What stands before a marker keeps its distance, which a URL needs.
  const blank = /[ \t]*$/.exec(rest.slice(0, semicolon))?.[0] ?? '';
  return `${newName}${newExtras}${specifier}${marker === '' ? '' : blank}${marker}`;
}

/** In a URL a semicolon counts only behind a blank. */
function markerStart(rest: string): number {
  const found = /^\s*@/.test(rest) ? rest.search(/\s;/) : rest.indexOf(';');
  return found === -1 ? rest.length : found;
}

/** What a requirement without a marker says, as a replacement for others. */
export function replacementFor(isMeant: RequirementTest, { text }: Requirement): Replacement {
  const [start = '', newName = '', , extras] = parts.exec(text) ?? [];
  const specifier = text.slice(start.length).trim();
  return {
    isMeant,
    name: newName,
    extras: extras === undefined ? undefined : extras.replace(/^\[\s*\]$/, ''),
    specifier: specifier === '' ? undefined : specifier,
  };
}
