import { oneLine } from '../one-line.ts';
import { isRecord, textOf } from './json-shape.ts';

/** What an index can say of a project that is not simply active. @see https://peps.python.org/pep-0792/ */
const unusualStatuses = ['archived', 'deprecated', 'quarantined'] as const;

export interface ProjectStatus {
  readonly status: (typeof unusualStatuses)[number];
  /** One printable line. */
  readonly reason: string | undefined;
}

/** What an answer says besides the files. */
export interface Remarks {
  /** Absent for an active project. */
  readonly projectStatus?: ProjectStatus;
  /** The version of the Simple API where it is newer than what is known, as `1.9`. */
  readonly newerApi?: string;
}

/** The newest version that was there to be read when this was written is 1.4. */
const KNOWN_MINOR = 4;

/** @param version `api-version` of an answer, known to be of major version 1 @returns `undefined` where all is usual */
export function remarksOf(version: unknown, status: unknown, reason: unknown): Remarks | undefined {
  const projectStatus = unusualStatuses.find((unusual) => unusual === status);
  const minor = /^1\.(\d{1,9})$/.exec(String(version ?? '').trim())?.[1];
  const isNewer = minor !== undefined && Number(minor) > KNOWN_MINOR;
  if (projectStatus === undefined && !isNewer) return undefined;
  const text = textOf(reason);
  return {
    ...(projectStatus && {
      projectStatus: { status: projectStatus, reason: text === undefined ? undefined : oneLine(text) },
    }),
    ...(isNewer && { newerApi: `1.${minor}` }),
  };
}

/** Remarks that were written as JSON and read again. @returns `undefined` where there were none */
export function keptRemarks(value: unknown): Remarks | undefined {
  if (!isRecord(value)) return undefined;
  const { projectStatus, newerApi } = value;
  const { status, reason } = isRecord(projectStatus) ? projectStatus : {};
  return remarksOf(newerApi, status, reason);
}
