/** The commands of pip that fetch wheels, each with a section of its own. */
export type PipCommand = 'install' | 'download' | 'wheel';

/** Where a setting stands. */
export interface PipOrigin {
  /** Path of the file, or name of the variable. */
  readonly place: string;
  /** Section of the file, without brackets; none for a variable. */
  readonly section: string | undefined;
}

/** A value in force. */
export interface PipSetting<Value> {
  readonly value: Value;
  /** Where it stands: one place; several for formats, which pip adds up. */
  readonly origins: readonly PipOrigin[];
}

/** `/etc/pip.conf [install]`, or the name of a variable. */
export function formatOrigin({ place, section }: PipOrigin): string {
  return section === undefined ? place : `${place} [${section}]`;
}
