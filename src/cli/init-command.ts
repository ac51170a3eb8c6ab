import { access, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { ownConfigName, readConfig } from '../config/find-config.ts';
import { surveyPip } from '../config/starting/pip-survey.ts';
import { startingConfig } from '../config/starting/starting-config.ts';
import { surveyWheels } from '../config/starting/survey.ts';
import { discover } from '../engine/discover.ts';
import { UsageError } from '../errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import { schemaUrl } from '../tool.ts';
import { currentFolder } from './current-folder.ts';
import { write, writeNotices } from './streams.ts';

/** The options of `init`. */
export interface InitFlags {
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** `wheelhouse-lint init [folder]`: writes a configuration to start from, and says why it is as it is. @throws {UsageError} */
export async function initCommand(folderWord: string | undefined, flags: InitFlags): Promise<void> {
  const workingDirectory = currentFolder();
  const folder = resolve(workingDirectory, folderWord ?? '.');
  const path = join(folder, ownConfigName);
  if (!flags.force && !flags.dryRun) await refuseToReplace(path, join(folder, 'pyproject.toml'));
  const { locations, partial } = await discover([folderWord ?? '.'], workingDirectory);
  if (partial) throw new UsageError(`'${folderWord}' is not a folder.`);
  const survey = surveyWheels(
    locations.map((location) => relative(folder, location.path).split(sep).join('/')),
  );
  const { env: environment, platform } = process;
  const pip = await surveyPip({ environment, platform, home: homedir(), workingDirectory });
  const { text, decisions } = startingConfig(survey, pip, folder, schemaUrl);
  if (flags.dryRun) {
    write(text);
    writeNotices(decisions);
    return;
  }
  await writeFile(path, text).catch((error: unknown) => {
    throw new UsageError(`'${path}' cannot be written: ${error instanceof Error ? error.message : error}`);
  });
  const lines = [
    `Written: ${path}`,
    ...decisions.map((decision) => `  ${decision}`),
    '',
    folderWord === undefined ? 'Next:' : 'Next, in that folder:',
    '  wheelhouse-lint                   what is wrong',
    '  wheelhouse-lint --suppress-all    accept what is found today, and fail for new trouble only',
  ];
  write(`${lines.map(escapeTerminal).join('\n')}\n`);
}

/** @throws {UsageError} */
async function refuseToReplace(path: string, shared: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  const inShared = isThere ? undefined : await readConfig(shared);
  if (!isThere && inShared === undefined) return;
  const what = isThere
    ? `'${path}' is there already`
    : `'${shared}' has a table [tool.wheelhouse-lint] already`;
  throw new UsageError(`${what}: --dry-run shows what would be written, --force writes '${path}'.`);
}
