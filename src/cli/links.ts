/** Terminals that name themselves and show links; the others of that name since the version. */
const programs: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'iTerm.app': [3, 1],
  WezTerm: [20200620, 0],
  vscode: [1, 72],
  ghostty: [0, 0],
  zed: [0, 0],
  Hyper: [3, 0],
  mintty: [3, 0],
};

const types = /^(?:alacritty|foot|xterm-ghostty|xterm-kitty)(?:-direct|-extra)?$/;

/**
 * Whether links (OSC 8) may be written to standard output: `FORCE_HYPERLINK` first, then whether the terminal is known
 * to show them. One that does not know them may print their URLs in the middle of the text, so unknown ones get none.
 * @see https://github.com/Alhadis/OSC8-Adoption
 */
export function wantsLinks(isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean {
  const force = environment.FORCE_HYPERLINK;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (!isTerminal || environment.CI !== undefined || environment.TERM === 'dumb') return false;
  if (environment.TMUX !== undefined || /^(?:screen|tmux)/.test(environment.TERM ?? '')) return false;
  return (
    isKnownProgram(environment.TERM_PROGRAM ?? '', environment.TERM_PROGRAM_VERSION ?? '') ||
    isNewVte(environment.VTE_VERSION ?? '') ||
    environment.WT_SESSION !== undefined ||
    environment.DOMTERM !== undefined ||
    types.test(environment.TERM ?? '')
  );
}

function isKnownProgram(program: string, version: string): boolean {
  const since = Object.hasOwn(programs, program) ? programs[program] : undefined;
  if (since === undefined) return false;
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  return major > since[0] || (major === since[0] && minor >= since[1]);
}

/** GNOME Terminal and its kin: 0.50.0 crashes on links, 0.50.1 shows them. */
function isNewVte(version: string): boolean {
  return /^\d{4,6}$/.test(version) && Number(version) > 5000;
}
