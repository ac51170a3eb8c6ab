import { UsageError } from '../../errors.ts';
import type { InstallRequest } from '../../installer/request.ts';
import { parseRequirement } from '../../packaging/requirement.ts';

/** What the command line adds to a requirement. */
export type RequestOptions = Omit<InstallRequest, 'project' | 'specifiers' | 'hashes' | 'formats'> & {
  /** What `--only-binary` and `--no-binary` leave of a project, by normalised name. */
  readonly formatsOf: (project: string) => InstallRequest['formats'];
};

/**
 * Reads a requirement as pip's command line and requirement files have it: `demo==1.0`, `demo==1.0 --hash=sha256:…`.
 * @throws {UsageError}
 */
export function readRequest(text: string, { formatsOf, ...options }: RequestOptions): InstallRequest {
  const [requirementText = '', ...hashTexts] = partsOf(text);
  const parsed = parseRequirement(requirementText, 'compared');
  if (!parsed.ok) {
    throw new UsageError(`'${requirementText.trim()}' is not a requirement: ${parsed.reason}.`);
  }
  const { requirement } = parsed;
  if (requirement.url !== undefined) {
    throw new UsageError(`'${requirement.text}' names its file itself, so there is nothing to choose.`);
  }
  return {
    ...options,
    project: requirement.project,
    specifiers: requirement.specifiers,
    hashes: new Set(hashTexts.map(readHash)),
    formats: formatsOf(requirement.project),
  };
}

/** What of a requirement has no effect here, as sentences. */
export function requirementNotices(text: string): string[] {
  const [requirement = ''] = partsOf(text);
  const marker = /;(.*)$/s.exec(requirement)?.[1]?.trim();
  return marker === undefined
    ? []
    : [`The marker '${marker}' is not evaluated: the answers hold where it is true.`];
}

/** The requirement, then its hashes. */
function partsOf(text: string): string[] {
  return text.split(/\s+--hash(?:=|\s+)/);
}

function readHash(text: string): string {
  const match = /^sha256:([0-9a-f]{64})$/i.exec(text.trim());
  if (match?.[1] === undefined) {
    throw new UsageError(
      `'--hash=${text.trim()}' is not understood: it takes sha256: and 64 hexadecimal digits.`,
    );
  }
  return match[1].toLowerCase();
}
