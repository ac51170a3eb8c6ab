import type { Completion, DescribedCommand, DescribedOption } from './described-command.ts';

/** The script for Zsh: a file of the name `_wheelhouse-lint` in a folder of `fpath`, or read with `source`. */
export function zshCompletions(program: string, commands: readonly DescribedCommand[]): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const [root, ...subcommands] = commands;
  const rows = subcommands.map(
    ({ name: command, description }) => `    ${quoted(`${command}:${description}`)}`,
  );
  const cases = subcommands.map(
    (command) => `      ${command.name})\n${argumentsOf(command, '        ')}\n        ;;`,
  );
  return `#compdef ${program}
# Completions of ${program} for Zsh:  ${program} completions zsh > "\${fpath[1]}/_${program}"

# A word, then "=" and what the second function offers.
${name}_pair() {
  if compset -P '*='; then
    shift
    "$@"
  else
    compadd -q -S = -- \${=1}
  fi
}

${name}_commands() {
  local -a commands
  commands=(
${rows.join('\n')}
  )
  _describe -t commands command commands
  _files
}

${name}() {
  if (( CURRENT > 2 )); then
    case $words[2] in
      ${subcommands.map((command) => command.name).join('|')})
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
${cases.join('\n')}
        esac
        return
        ;;
    esac
  fi
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    ${name}_commands
    return
  fi
${root === undefined ? '' : argumentsOf(root, '  ')}
}

if [[ $funcstack[1] == _${program} ]]; then
  ${name} "$@"
else
  compdef ${name} ${program}
fi
`.replaceAll('__NAME__', name);
}

function argumentsOf({ options, operand }: DescribedCommand, indent: string): string {
  const specs = [...options.flatMap(optionSpecs), quoted(`*:${operandName(operand)}:${action(operand)}`)];
  return `${indent}_arguments -s \\\n${specs.map((spec) => `${indent}  ${spec}`).join(' \\\n')}`;
}

function operandName({ kind }: Completion): string {
  return kind === 'words' ? 'name' : 'path';
}

function optionSpecs({ long, short, description, value, valueName, repeatable }: DescribedOption): string[] {
  const spellings = [long, ...(short === undefined ? [] : [`-${short}`])];
  const about = `[${escaped(description)}]`;
  return spellings.map((spelling) => {
    // What stands behind a long option may be joined with "=".
    const joint = value === undefined ? '' : spelling.startsWith('--') ? '=' : '+';
    const rest = value === undefined ? '' : `:${escaped(valueName)}:${action(value)}`;
    return quoted(`${repeatable ? '*' : ''}${spelling}${joint}${about}${rest}`);
  });
}

function action(completion: Completion): string {
  switch (completion.kind) {
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'words':
      return `(${completion.words.join(' ')})`;
    case 'list':
      return `_sequence compadd - ${completion.words.join(' ')}`;
    case 'pair': {
      const values = completion.values === 'files' ? '_files' : `compadd -- ${completion.values.join(' ')}`;
      // Without the blank, Zsh puts words of its own behind the name of the function.
      return ` __NAME___pair "${completion.words.join(' ')}" ${values}`;
    }
    default:
      return ' ';
  }
}

/** Brackets and colons mean something within a specification. */
function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
