import picomatch from 'picomatch';
import type { FamilyTest } from '../../rules/families/requirement-families.ts';
import { UsageError } from '../errors.ts';
import type { RequirementEdits, RequirementTest } from '../fix/plan/request.ts';
import { replacementFor } from '../fix/plan/requirements.ts';
import { isValidName, normalizeName } from '../packaging/name.ts';
import { parseRequirement, type Requirement } from '../packaging/requirement.ts';

/** What the command line says of requirements. */
export interface RequirementFlags {
  readonly dropRequirement: readonly string[];
  readonly replaceRequirement: readonly string[];
  readonly addRequirement: readonly string[];
}

/** The edits, and which words of the command line met no requirement in any wheel. */
export interface RequirementWishes {
  readonly edits: RequirementEdits;
  readonly unused: () => string[];
}

/** @throws {UsageError} */
export function requirementWishes(
  flags: RequirementFlags,
  families: ReadonlyMap<string, FamilyTest>,
): RequirementWishes {
  const met = new Map<string, boolean>();
  const watched = (word: string, test: RequirementTest): RequirementTest => {
    met.set(word, false);
    return (requirement) => {
      const isMet = test(requirement);
      if (isMet) met.set(word, true);
      return isMet;
    };
  };
  const edits = {
    drop: flags.dropRequirement.map((word) =>
      watched(word, families.get(word) ?? testFor(word, '--drop-requirement')),
    ),
    replace: flags.replaceRequirement.map((words) => {
      const [word, written] = splitReplacement(words);
      return replacementFor(watched(word, testFor(word, '--replace-requirement')), written);
    }),
    add: flags.addRequirement.map((text) => parsed(text, '--add-requirement')),
  };
  return { edits, unused: () => [...met].filter(([, isMet]) => !isMet).map(([word]) => word) };
}

/** A name, or a glob of names. @throws {UsageError} */
function testFor(word: string, option: string): RequirementTest {
  if (isValidName(word)) {
    const project = normalizeName(word);
    return (requirement) => requirement.project === project;
  }
  if (option === '--drop-requirement' && /^[\w.*?[\]{}-]+$/.test(word)) {
    const isMatch = picomatch(word.toLowerCase().replace(/[_.]+/g, '-'));
    return ({ project }) => isMatch(project);
  }
  throw new UsageError(`${option}: '${word}' is not the name of a project.`);
}

/** @throws {UsageError} */
function splitReplacement(words: string): [word: string, written: Requirement] {
  const equals = words.indexOf('=');
  if (equals === -1) {
    throw new UsageError(
      `--replace-requirement takes an old and a new requirement, as in ${words}=new-name, not '${words}'.`,
    );
  }
  const written = parsed(words.slice(equals + 1), '--replace-requirement');
  if (written.marker !== undefined || written.url !== undefined) {
    throw new UsageError(
      `--replace-requirement: '${written.text}' has a ${written.url === undefined ? 'marker; those of the old requirement are kept' : 'URL, which no index takes'}.`,
    );
  }
  return [words.slice(0, equals).trim(), written];
}

/** @throws {UsageError} */
function parsed(text: string, option: string): Requirement {
  const result = parseRequirement(text);
  if (result.ok) return result.requirement;
  throw new UsageError(`${option}: '${text}' is not a requirement: ${result.reason}.`);
}
