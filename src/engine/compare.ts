import type { IndexAnswer, IndexFile } from '../index/index-answer.ts';
import { parseWheelFilename, type WheelFilename } from '../wheel/filename.ts';
import type { ComparedWheel, Identity, IndexMatch, NamedWheel } from './project.ts';

/** An index file with its name parsed. */
interface NamedFile {
  readonly file: IndexFile;
  readonly name: WheelFilename;
  readonly answer: IndexAnswer;
}

/**
 * Puts each wheel beside the index files of an equal version, local labels included, and finds out which are the same bytes.
 * @param hash the sha256 of a wheel; asked at most once for each, and only where size and hash leave it open
 */
export async function compareWithIndexes(
  wheels: readonly NamedWheel[],
  answers: readonly IndexAnswer[],
  hash: (wheel: NamedWheel) => Promise<string | undefined>,
): Promise<ComparedWheel[]> {
  const byVersion = filesByVersion(answers);
  return Promise.all(
    wheels.filter(couldBeOpened).map(async (wheel) => {
      const files = byVersion.get(wheel.name.version.key) ?? [];
      const sha256 = files.some(({ file }) => needsHash(wheel, file)) ? await hash(wheel) : undefined;
      const matches = files.map(
        (named): IndexMatch => ({ ...named, identity: identify(wheel, named.file, sha256) }),
      );
      return { wheel, sha256, matches };
    }),
  );
}

function filesByVersion(answers: readonly IndexAnswer[]): Map<string, NamedFile[]> {
  const byVersion = new Map<string, NamedFile[]>();
  for (const answer of answers) {
    if (answer.status !== 'listed') continue;
    for (const file of answer.files) {
      const parsed = parseWheelFilename(file.filename);
      if (!parsed.ok || parsed.name.project !== answer.project) continue;
      const key = parsed.name.version.key;
      const group = byVersion.get(key);
      const named = { file, name: parsed.name, answer };
      if (group === undefined) byVersion.set(key, [named]);
      else group.push(named);
    }
  }
  return byVersion;
}

/** A pipe or a file that may not be read has neither size nor hash: what is on an index says nothing about it. */
function couldBeOpened({ problems }: NamedWheel): boolean {
  return !problems.some(({ kind }) => kind === 'unreadable' || kind === 'not-a-file');
}

/** A different size is a different file: no need to read a gigabyte to know it. */
function needsHash(wheel: NamedWheel, file: IndexFile): boolean {
  return file.sha256 !== undefined && (file.size === undefined || file.size === wheel.size);
}

function identify(wheel: NamedWheel, file: IndexFile, sha256: string | undefined): Identity {
  if (file.size !== undefined && file.size !== wheel.size) return 'different';
  if (file.sha256 === undefined || sha256 === undefined) return 'unknown';
  return file.sha256 === sha256 ? 'equal' : 'different';
}
