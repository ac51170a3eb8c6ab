import type { Command, Option } from 'commander';

/** A command with what can be completed behind it. */
export interface DescribedCommand {
  /** `''` for the program itself. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly DescribedOption[];
  readonly operand: Completion;
}

export interface DescribedOption {
  readonly long: string;
  /** One letter, without its dash. */
  readonly short: string | undefined;
  readonly description: string;
  /** What stands behind it; `undefined` where nothing does. */
  readonly value: Completion | undefined;
  /** For people: `name`, `file`. */
  readonly valueName: string;
  readonly repeatable: boolean;
}

/** What may stand in a place. */
export type Completion =
  | { readonly kind: 'files' | 'folders' | 'anything' }
  /** One of these words, or several with commas between them. */
  | { readonly kind: 'words' | 'list'; readonly words: readonly string[] }
  /** One of these words, then `=` and a file or another word. */
  | {
      readonly kind: 'pair';
      readonly words: readonly string[];
      readonly values: 'files' | readonly string[];
    };

/** What no option says of itself; by command and long name, or by long name alone. */
export type KnownValues = Readonly<Record<string, Completion>>;

/** The program and its commands, the program first. */
export function describeCommands(program: Command, known: KnownValues): DescribedCommand[] {
  return [program, ...program.commands].map((command) => {
    const name = command === program ? '' : command.name();
    const options = command.createHelp().visibleOptions(command);
    return {
      name,
      description: command.description(),
      options: options.flatMap((option) => describeOption(option, name, known)),
      operand: known[name] ?? { kind: 'anything' },
    };
  });
}

function describeOption(option: Option, command: string, known: KnownValues): DescribedOption[] {
  const { long, short, description, flags } = option;
  if (long === undefined || long === null) return [];
  const valueName = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1];
  return [
    {
      long,
      short: short?.slice(1),
      description: description.replace(/\s+/g, ' '),
      value: valueName === undefined ? undefined : completionOf(`${command} ${long}`, long, valueName, known),
      valueName: valueName ?? '',
      repeatable: Array.isArray(option.defaultValue),
    },
  ];
}

function completionOf(own: string, long: string, valueName: string, known: KnownValues): Completion {
  const found = known[own] ?? known[long];
  if (found !== undefined) return found;
  if (valueName === 'file') return { kind: 'files' };
  return { kind: valueName === 'folder' ? 'folders' : 'anything' };
}
