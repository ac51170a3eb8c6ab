import { expect, test } from 'vitest';
import { wantsLinks } from '../../src/cli/links.ts';

test.each<[string, boolean, NodeJS.ProcessEnv, boolean]>([
  ['an unknown terminal', true, { TERM: 'xterm-256color' }, false],
  ['a pipe', false, { WT_SESSION: 'x' }, false],
  ['a pipe that is forced', false, { FORCE_HYPERLINK: '1' }, true],
  ['a known one that is told not to', true, { FORCE_HYPERLINK: '0', WT_SESSION: 'x' }, false],
  ['an empty variable', true, { FORCE_HYPERLINK: '', WT_SESSION: 'x' }, true],
  ['a CI system', true, { CI: 'true', WT_SESSION: 'x' }, false],
  ['a dumb one', true, { TERM: 'dumb', VTE_VERSION: '7600' }, false],
  ['GNOME Terminal', true, { VTE_VERSION: '7600' }, true],
  ['GNOME Terminal that crashes on links', true, { VTE_VERSION: '5000' }, false],
  ['Windows Terminal', true, { WT_SESSION: 'x' }, true],
  ['iTerm', true, { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.0' }, true],
  ['an old iTerm', true, { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
  ['WezTerm', true, { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
  ['VS Code', true, { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.100.2' }, true],
  ['a program called like a method', true, { TERM_PROGRAM: 'constructor' }, false],
  ['kitty', true, { TERM: 'xterm-kitty' }, true],
  ['tmux in a known one', true, { TERM: 'tmux-256color', TMUX: '/tmp/t', VTE_VERSION: '7600' }, false],
])('%s', (_name, isTerminal, environment, expected) => {
  expect(wantsLinks(isTerminal, environment)).toBe(expected);
});
