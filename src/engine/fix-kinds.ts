/** A way in which `wheelhouse-lint fix` mends what a rule finds. */
export interface FixDescription {
  /** Done without being asked for by name, because it does not change what gets installed. */
  readonly isSafe: boolean;
  /** The command that does it. */
  readonly command: string;
  /** What is done, as the end of a sentence that begins with the command. */
  readonly does: string;
}

const plain = 'wheelhouse-lint fix';

/** All ways; a rule names one in its `fix`. */
export const fixKinds = {
  names: {
    isSafe: true,
    command: plain,
    does: 'writes the label in normal form, and calls the `.dist-info` and `.data` folders as the file name says',
  },
  'sorted-tags': { isSafe: true, command: plain, does: 'sorts the tags in the file name' },
  'wheel-file': {
    isSafe: true,
    command: plain,
    does: 'makes WHEEL say the tags and the build of the file name',
  },
  archive: {
    isSafe: true,
    command: plain,
    does: 'writes the archive anew, with the sizes in the headers of its members and without comments',
  },
  // By name, because a wrong hash may be the only sign of a file that was damaged or exchanged.
  record: {
    isSafe: false,
    command: `${plain} --record`,
    does: 'makes RECORD list what the archive holds',
  },
  label: {
    isSafe: false,
    command: `${plain} --local-label <label>`,
    does: 'puts the label into the file name, METADATA, the names of the folders and RECORD',
  },
  retag: {
    isSafe: false,
    command: `${plain} --retag auto`,
    does: 'writes the suggested tags into the file name and WHEEL, and `Root-Is-Purelib: false` where native code asks for it',
  },
  'drop-requirement': {
    isSafe: false,
    command: `${plain} --drop-requirement <name>`,
    does: 'removes such requirements',
  },
  'replace-requirement': {
    isSafe: false,
    command: `${plain} --replace-requirement <old=new>`,
    does: 'writes another requirement in their place, and keeps markers and extras',
  },
} as const satisfies Readonly<Record<string, FixDescription>>;

export type FixKind = keyof typeof fixKinds;

/** The fix of each message that has one, by the message's id, or one for all messages of a rule. */
export type RuleFix<MessageId extends string = string> =
  | FixKind
  | Readonly<Partial<Record<MessageId, FixKind>>>;

/** The fix that belongs to a message of a rule. */
export function fixFor(fix: RuleFix | undefined, messageId: string): FixKind | undefined {
  return typeof fix === 'object' ? fix[messageId] : fix;
}

/** Every way that a rule's findings can be mended. */
export function fixesOf(fix: RuleFix | undefined): FixKind[] {
  if (fix === undefined) return [];
  return typeof fix === 'string'
    ? [fix]
    : [...new Set(Object.values(fix).filter((kind) => kind !== undefined))];
}

/** What the documentation of a rule says of a fix, in Markdown. */
export function fixSentence(kind: FixKind): string {
  const { command, does } = fixKinds[kind];
  return `\`${command}\` ${does}.`;
}
