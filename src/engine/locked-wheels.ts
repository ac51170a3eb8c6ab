import type { LockFile, LockPromise } from '../lock-file/lock-file.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { ComparedWheel, LockedWheel } from './project.ts';

/** What lock files promise, by what they promise it of. */
export class LockedWheels {
  readonly #locks: readonly {
    readonly lock: LockFile;
    readonly byFile: ReadonlyMap<string, LockPromise[]>;
  }[];

  constructor(locks: readonly LockFile[]) {
    this.#locks = locks.map((lock) => ({
      lock,
      byFile: Map.groupBy(
        lock.promises,
        ({ filename, project, version }) => filename ?? key(project, version.key),
      ),
    }));
  }

  /**
   * The wheels of a project that locks speak of, with their hashes. A promise without a hash promises nothing.
   * @param hash the sha256 of a wheel, where the comparison with the indexes did not need it
   */
  async of(
    wheels: readonly ComparedWheel[],
    hash: (wheel: ComparedWheel['wheel']) => Promise<string | undefined>,
  ): Promise<LockedWheel[]> {
    const locked = await Promise.all(
      wheels.map(async ({ wheel, sha256 }) => {
        const about = this.#about(wheel.name);
        if (about.length === 0) return [];
        const known = sha256 ?? (await hash(wheel));
        return about.map((found) => ({ wheel, sha256: known, ...found }));
      }),
    );
    return locked.flat();
  }

  #about({ filename, project, version }: WheelFilename): Pick<LockedWheel, 'lock' | 'promises'>[] {
    return this.#locks.flatMap(({ lock, byFile }) => {
      const promises = [filename, key(project, version.key)].flatMap((name) => byFile.get(name) ?? []);
      const isHashed = promises.length > 0 && promises.every(({ sha256s }) => sha256s.length > 0);
      return isHashed ? [{ lock, promises }] : [];
    });
  }
}

/** No file name has a blank in it that this could be taken for. */
function key(project: string, version: string): string {
  return `${project} ${version}`;
}
