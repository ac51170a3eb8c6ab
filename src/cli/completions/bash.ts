import type { Completion, DescribedCommand } from './described-command.ts';

/** The script for Bash. Where it offers nothing, Bash completes file names. */
export function bashCompletions(program: string, commands: readonly DescribedCommand[]): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const [, ...subcommands] = commands;
  const names = subcommands.map((command) => command.name);
  return `# Completions of ${program} for Bash:  source <(${program} completions bash)
${name}_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }

# Behind the last comma.
${name}_list() {
  local head=
  [[ $cur == *,* ]] && head="\${cur%,*},"
  COMPREPLY=($(compgen -P "$head" -W "$1" -- "\${cur##*,}"))
}

# A word, then "=" and one of others; without others a file.
${name}_pair() {
  if [[ -n $pair ]]; then
    [[ -n $2 ]] && ${name}_words "$2"
  else
    compopt -o nospace 2>/dev/null
    COMPREPLY=($(compgen -S = -W "$1" -- "$cur"))
  fi
}

${name}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" at=$COMP_CWORD option= pair= command=
  COMPREPLY=()
  # Bash takes "=" for a word of its own: in --option=value, in word=value behind an option, and in both at once.
  [[ $cur == "=" ]] && { cur=; at=$((at + 1)); }
  option="\${COMP_WORDS[at - 1]}"
  while [[ $option == "=" ]]; do
    [[ \${COMP_WORDS[at - 2]} == -* ]] || pair=1
    at=$((at - 2))
    option="\${COMP_WORDS[at]}"
    [[ $option == -* ]] || option="\${COMP_WORDS[at - 1]}"
  done
  case "\${COMP_WORDS[1]}" in
    ${names.join(' | ')}) [[ $COMP_CWORD -gt 1 ]] && command="\${COMP_WORDS[1]}" ;;
  esac
  case "$command $option" in
${commands.flatMap((command) => optionCases(name, command)).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$command" in
${commands.map((command) => `      '${command.name}') ${name}_words ${quoted(command.options.flatMap(spellings))} ;;`).join('\n')}
    esac
    return
  fi
  if [[ $COMP_CWORD -eq 1 ]]; then
    ${name}_words ${quoted(names)}
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$cur"))
    return
  fi
  case "$command" in
${commands.flatMap((command) => operandCase(name, command)).join('\n')}
  esac
}

complete -o bashdefault -o default -F ${name} ${program}
`;
}

function spellings({ long, short }: DescribedCommand['options'][number]): string[] {
  return short === undefined ? [long] : [long, `-${short}`];
}

function optionCases(name: string, { name: command, options }: DescribedCommand): string[] {
  return options.flatMap((option) => {
    if (option.value === undefined) return [];
    const patterns = spellings(option).map((spelling) => `'${command} ${spelling}'`);
    return [`    ${patterns.join(' | ')}) ${action(name, option.value)}return ;;`];
  });
}

function operandCase(name: string, { name: command, operand }: DescribedCommand): string[] {
  const offered = action(name, operand);
  return offered === '' ? [] : [`    '${command}') ${offered.trimEnd().replace(/;$/, '')} ;;`];
}

function action(name: string, completion: Completion): string {
  switch (completion.kind) {
    case 'words':
      return `${name}_words ${quoted(completion.words)}; `;
    case 'list':
      return `${name}_list ${quoted(completion.words)}; `;
    case 'pair':
      return `${name}_pair ${quoted(completion.words)} ${quoted(completion.values === 'files' ? [] : completion.values)}; `;
    case 'folders':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); ';
    default:
      return '';
  }
}

function quoted(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
