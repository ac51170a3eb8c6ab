import {
  buildFolder,
  eggInfo,
  fileMarks,
  folderMarks,
  type Mark,
  suffixMarks,
} from '../archive/mark-words.ts';

/** @param start of the name without its folder */
export function markOfFile(name: string, start = 0): Mark | undefined {
  const base = name.slice(start);
  // Every extension of JupyterLab has it: the build of one writes it beside the file that it changes.
  if (base === 'package.json.orig') return undefined;
  const mark = fileMarks.get(base);
  if (mark !== undefined) return mark;
  if (base.length > 2 && (base.endsWith('~') || base.startsWith('._'))) return 'leftover';
  const dot = base.lastIndexOf('.');
  return dot > 0 ? suffixMarks.get(base.slice(dot + 1)) : undefined;
}

/** A folder that says what everything below it is. */
export interface MarkedFolder {
  readonly mark: Mark;
  /** Its path, with a slash at the end. */
  readonly path: string;
}

/** The first folder of a path that has a mark. @param path with a slash at the end, or empty */
export function markOfFolder(path: string): MarkedFolder | undefined {
  for (let start = 0, slash = 0; start < path.length; start = slash + 1) {
    slash = path.indexOf('/', start);
    if (slash === -1) return undefined;
    const mark = markOfPart(path.slice(start, slash), path, slash + 1);
    if (mark !== undefined) return { mark, path: path.slice(0, slash + 1) };
  }
  return undefined;
}

/** setuptools builds into `build/lib`, `build/bdist.linux-x86_64` and `build/temp.linux-x86_64-cpython-311`. */
const BUILD_FOLDERS = ['lib/', 'lib.', 'bdist.', 'temp.'];

function markOfPart(name: string, path: string, next: number): Mark | undefined {
  if (name === buildFolder && BUILD_FOLDERS.some((below) => path.startsWith(below, next))) return 'build';
  return name.endsWith(eggInfo) ? 'build' : folderMarks.get(name);
}
