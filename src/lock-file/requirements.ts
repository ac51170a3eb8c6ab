import { UsageError } from '../errors.ts';
import { quote } from '../packaging/quote.ts';
import { parseRequirement, type Requirement } from '../packaging/requirement.ts';
import type { Version } from '../packaging/version.ts';
import type { LockPromise } from './lock-file.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';
import { shellWords } from './shell-words.ts';

/** Another requirements file that one includes with `-r`. */
export interface Inclusion {
  /** As it is written. */
  readonly path: string;
  /** 1-based line. */
  readonly line: number;
}

/** What stands in one requirements file. */
export interface Requirements {
  readonly promises: readonly LockPromise[];
  readonly inclusions: readonly Inclusion[];
}

/**
 * Reads a requirements file as pip does. Pinned versions (`==`) with their hashes are promises; markers and extras make
 * no difference to them. Files that are named by URL or path, constraints (`-c`) and all other options are passed over.
 * @param file path for people
 * @throws {UsageError} that names file and line
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirements(content: string, file: string): Requirements {
  const promises: LockPromise[] = [];
  const inclusions: Inclusion[] = [];
  for (const logical of logicalLines(content)) {
    const start = logical.text.search(/(?<![^ ])-/);
    const text = (start === -1 ? logical.text : logical.text.slice(0, start)).trim();
    const options = start === -1 ? [] : shellWords(logical.text.slice(start));
    const { line } = logical;
    if (text === '') {
      // pip takes such a line for a requirement, whatever else it names.
      if (valuesOf(options, '--editable', '-e').length > 0) continue;
      // Of several in one line pip takes the first.
      const [path] = valuesOf(options, '--requirement', '-r');
      if (path !== undefined) inclusions.push({ path, line });
      continue;
    }
    const requirement = requirementOf(text, logical, file);
    const version = requirement && pinnedVersion(requirement);
    if (requirement === undefined || version === undefined) continue;
    const sha256s = sha256sOf(valuesOf(options, '--hash'), logical, file);
    promises.push({ project: requirement.project, version, filename: undefined, sha256s, file, line });
  }
  return { promises, inclusions };
}

/** `undefined` for a URL or a path, which names its file by itself. */
function requirementOf(text: string, { line }: LogicalLine, file: string): Requirement | undefined {
  const parsed = parseRequirement(text);
  if (parsed.ok) return parsed.requirement.url === undefined ? parsed.requirement : undefined;
  if (/^\.|[/\\]/.test(text)) return undefined;
  throw new UsageError(`The lock file '${file}' is damaged in line ${line}: ${parsed.reason}.`);
}

/** As pip's `--require-hashes` has it: one clause, and that an equality. */
function pinnedVersion({ specifiers }: Requirement): Version | undefined {
  const [only, another] = specifiers;
  if (only === undefined || another !== undefined || only.wildcard) return undefined;
  return only.operator === '==' || only.operator === '===' ? only.version : undefined;
}

/** None where a hash is of another kind than sha256: it may be that of any file. */
function sha256sOf(hashes: readonly string[], { line }: LogicalLine, file: string): string[] {
  const wrong = hashes.find((hash) => !/^(?:sha256:[0-9a-f]{64}|sha384:.+|sha512:.+)$/i.test(hash));
  if (wrong !== undefined) {
    throw new UsageError(
      `The lock file '${file}' is damaged in line ${line}: --hash=${quote(wrong)} is not 'sha256:' with 64 hexadecimal digits.`,
    );
  }
  if (!hashes.every((hash) => /^sha256:/i.test(hash))) return [];
  return hashes.map((hash) => hash.slice('sha256:'.length).toLowerCase());
}

/** What stands behind an option: `--hash=x`, `--hash x`, `-rx`. */
function valuesOf(words: readonly string[], long: string, short?: string): string[] {
  return words.flatMap((word, index) => {
    if (word === long || word === short) return words[index + 1] ?? [];
    if (word.startsWith(`${long}=`)) return word.slice(long.length + 1);
    return short !== undefined && word.startsWith(short) ? word.slice(short.length) : [];
  });
}
