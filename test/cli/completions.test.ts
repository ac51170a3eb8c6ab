import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram, wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

/** Line by line, what a shell makes of words when Tab is pressed; each has one completion. */
const completed: readonly (readonly [typed: string, completed: string])[] = [
  ['exp', 'explain'],
  ['--quie', '--quiet'],
  ['--preset h', '--preset hpc'],
  ['--format sar', '--format sarif'],
  ['--rule same-filename=er', '--rule same-filename=error'],
  ['--select same-filename,not-on', '--select same-filename,not-on-index'],
  ['rules WHL101', 'rules WHL101'],
  ['explain --format t', 'explain --format table'],
  ['explain --prefer', 'explain --prefer-binary'],
  ['init wh', 'init wheels/'],
  ['completions z', 'completions zsh'],
  ['--config a.', '--config a.toml'],
];

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeFiles(cwd, { 'a.toml': '', 'wheels/.keep': '' });
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { status, stdout, stderr } = await wheelhouseLint(['completions', shell], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await writeFiles(cwd, { [`script.${shell}`]: stdout });
  }
  await writeFiles(cwd, { 'ask.bash': askBash, 'ask.zsh': askZsh, 'ask.fish': askFish });
});

const isThere = (shell: string): boolean =>
  ['/bin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${shell}`));

/** Does what Readline does: splits at blanks and at `=`, and takes a file name where there is no other word. */
const askBash = `source script.bash
for line in "$@"; do
  read -ra COMP_WORDS <<< "wheelhouse-lint \${line//=/ = }"
  COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
  _wheelhouse_lint 2>/dev/null
  last=\${COMP_WORDS[COMP_CWORD]}
  [[ \${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$last"))
  reply=\${COMPREPLY[0]%=}
  [[ -d $reply ]] && reply+=/
  printf '%s\\n' "\${line%"$last"}$reply"
done
`;

/** Types into a shell of its own, presses Tab, and reads the line back. */
const askZsh = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PROMPT=; unsetopt beep; autoload -Uz compinit; compinit -u -D; source ./script.zsh; show() { zle complete-word; print -r -- "<<$BUFFER>>"; BUFFER=; zle redisplay }; zle -N show; bindkey "^T" show; print READ"Y"'
zpty -r z line '*READY*'
for words in "$@"; do
  zpty -w -n z "wheelhouse-lint $words"$'\\x14'
  zpty -r z line '*<<*>>*'
  line=\${line##*<<wheelhouse-lint }
  line=\${\${line%%>>*}% }
  print -r -- "\${\${line%,}%=}"
done
zpty -d z
`;

const askFish = `source script.fish
for line in $argv
  set found (complete -C "wheelhouse-lint $line" | string split -f1 \\t)
  set head (string replace -r '[^ ]*$' '' -- $line)
  echo $head$found[1]
end
`;

const flags = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'] } as const;

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  const missing = !isThere(shell);
  const skipped = missing ? ` (skipped: there is no ${shell} here)` : '';

  test.skipIf(missing)(`completes commands, options, words and files${skipped}`, async () => {
    const args = [...flags[shell], `ask.${shell}`, ...completed.map(([typed]) => typed)];
    const { status, stdout, stderr } = await runProgram(shell, args, {
      cwd,
      env: { HOME: cwd, TERM: 'dumb' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.replaceAll('\r', '').trimEnd().split('\n');
    expect(lines).toEqual(completed.map(([, line]) => line));
  });
});

test('every option of every command is in every script', async () => {
  const scripts = await Promise.all(
    ['bash', 'zsh', 'fish'].map(
      async (shell) => (await wheelhouseLint(['completions', shell], { cwd })).stdout,
    ),
  );
  for (const command of [[], ['explain'], ['snapshot'], ['rules'], ['init']]) {
    const { stdout } = await wheelhouseLint([...command, '--help'], { cwd });
    const options = Array.from(stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm), ([, long = '']) => long);
    expect(options.length).toBeGreaterThan(1);
    for (const script of scripts) {
      for (const option of options) expect(script).toMatch(new RegExp(`(?:--|-l )${option}\\b`));
    }
  }
});

test('another shell is an error that names the nearest', async () => {
  const { status, stderr } = await wheelhouseLint(['completions', 'fis'], { cwd });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "Completions cannot be 'fis'. Did you mean 'fish'? See 'wheelhouse-lint completions --help'.\n",
  });
});
