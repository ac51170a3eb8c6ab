import type { Completion, DescribedCommand, DescribedOption } from './described-command.ts';

/** The script for fish. */
export function fishCompletions(program: string, commands: readonly DescribedCommand[]): string {
  const [root, ...subcommands] = commands;
  const names = subcommands.map(({ name }) => name).join(' ');
  const start = `complete -c ${program}`;
  const lines = [
    ...subcommands.map(
      ({ name, description }) => `${start} -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ),
    ...(root?.options ?? []).map((option) =>
      [start, '-n', quoted(`not __fish_seen_subcommand_from ${names}`), ...optionWords(option)].join(' '),
    ),
    ...subcommands.flatMap(({ name, options, operand }) => {
      const here = `${start} -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
      return [
        ...operandWords(operand).map((words) => `${here} ${words}`),
        ...options.map((option) => `${here} ${optionWords(option).join(' ')}`),
      ];
    }),
  ];
  return `# Completions of ${program} for fish:  ${program} completions fish | source\n${lines.join('\n')}\n`;
}

function operandWords(operand: Completion): string[] {
  if (operand.kind === 'words') return [`-f -a ${quoted(operand.words.join(' '))}`];
  return operand.kind === 'folders' ? [`-f -a ${quoted('(__fish_complete_directories)')}`] : [];
}

function optionWords({ long, short, description, value }: DescribedOption): string[] {
  return [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-d ${quoted(description)}`,
    ...(value === undefined ? [] : [valueWords(value)]),
  ];
}

function valueWords(completion: Completion): string {
  switch (completion.kind) {
    case 'files':
      return '-r -F';
    case 'folders':
      return `-x -a ${quoted('(__fish_complete_directories)')}`;
    case 'words':
      return `-x -a ${quoted(completion.words.join(' '))}`;
    case 'list':
      return `-x -a ${quoted(`(__fish_append , ${completion.words.join(' ')})`)}`;
    case 'pair': {
      const { words, values } = completion;
      if (values === 'files') return `-r -F -a ${quoted(words.join(' '))}`;
      const pairs = words.flatMap((word) => values.map((value) => `${word}=${value}`));
      return `-x -a ${quoted(pairs.join(' '))}`;
    }
    default:
      return '-x';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
