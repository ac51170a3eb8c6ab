import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Outcome, runProgram } from '../../support/command-line.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';

/** The version of pip on this machine; `undefined` where there is none. */
export const pipVersion = ((): string | undefined => {
  try {
    return /^pip (\S+)/.exec(execFileSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' }))?.[1];
  } catch {
    return undefined;
  }
})();

/** The name of a test that pip decides, with the reason where it is skipped. */
export function asksPip(name: string): string {
  return pipVersion === undefined ? `${name} (skipped: no pip here)` : name;
}

const report = v.object({
  install: v.array(
    v.object({
      metadata: v.looseObject({
        name: v.string(),
        version: v.string(),
        requires_dist: v.optional(v.array(v.string()), []),
      }),
    }),
  ),
});

/** What pip installs. */
export interface Installed {
  readonly version: string;
  readonly requires: readonly string[];
  /** Paths below `site-packages`, sorted. */
  readonly files: readonly string[];
  /** What `pip check` says of an environment that has nothing else. */
  readonly check: string;
}

/**
 * Installs a requirement from a find-links folder into an environment of its own.
 * @throws where pip does not take the wheel
 */
export async function pipInstall(folder: string, requirement: string): Promise<Installed> {
  const place = await tempFolder();
  await python(['-m', 'venv', '--without-pip', place], place);
  const pip = ['-m', 'pip', '--disable-pip-version-check', '--python', place];
  const from = ['--no-index', '--no-deps', '--no-compile', '--find-links', folder];
  const { stdout } = await python(
    [...pip, 'install', '--quiet', ...from, '--report', '-', requirement],
    place,
  );
  const [item] = v.parse(report, JSON.parse(stdout)).install;
  const packages = sitePackages(place);
  const entries = readdirSync(packages, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const check = await runProgram('python3', [...pip, 'check'], { cwd: place });
  return {
    version: item?.metadata.version ?? '',
    requires: item?.metadata.requires_dist ?? [],
    files: files.map((file) => relative(packages, join(file.parentPath, file.name))).sort(),
    check: `${check.stdout}${check.stderr}`.trim(),
  };
}

function sitePackages(environment: string): string {
  const [version = ''] = readdirSync(join(environment, 'lib'));
  return join(environment, 'lib', version, 'site-packages');
}

async function python(args: readonly string[], cwd: string): Promise<Outcome> {
  const outcome = await runProgram('python3', args, { cwd });
  if (outcome.status !== 0) throw new Error(`${outcome.stdout}${outcome.stderr}`);
  return outcome;
}
