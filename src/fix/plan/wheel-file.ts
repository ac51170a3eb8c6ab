import { expandTags, formatTag, type TagSet } from '../../packaging/tags.ts';
import { addFields, fieldOf, type HeaderText, removeField, setValue } from './header-text.ts';
import type { LineEdit } from './line-edits.ts';

/** Makes the `Tag` lines say what the file name says; lines that do so already stay. */
export function editTags(wheelFile: HeaderText, tags: TagSet): LineEdit[] {
  const wanted = [...new Set(expandTags(tags).map(formatTag))];
  const fields = wheelFile.fields.filter(({ name }) => name === 'tag');
  const present = new Set(fields.map(({ value }) => value));
  if (fields.length === present.size && isSame(present, new Set(wanted))) return [];
  const lines = wanted.map((tag) => `Tag: ${tag}`);
  const [first, ...others] = fields;
  if (first === undefined) return addFields(wheelFile, [], lines);
  const added = lines.map((line) => `${line}${wheelFile.lineEnd}`);
  return [{ line: first.line, removed: first.lines, added }, ...others.map(removeField)];
}

/** Makes `Build` say what the file name says. */
export function editBuild(wheelFile: HeaderText, build: string | undefined): LineEdit[] {
  const fields = wheelFile.fields.filter(({ name }) => name === 'build');
  const [first, ...others] = fields;
  if (build === undefined) return fields.map(removeField);
  if (first === undefined) return addFields(wheelFile, ['root-is-purelib'], [`Build: ${build}`]);
  return [...setValue(first, build), ...others.map(removeField)];
}

/** Native code belongs where libraries for one platform are installed. */
export function editPurelib(wheelFile: HeaderText): LineEdit[] {
  const field = fieldOf(wheelFile, 'root-is-purelib');
  return field?.value.toLowerCase() === 'true' ? setValue(field, 'false') : [];
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
