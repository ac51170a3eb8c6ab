import { normalizeName } from '../../packaging/name.ts';
import { projectsOfSdist } from '../../packaging/sdist-filename.ts';
import type { IndexFile } from '../index-answer.ts';

/**
 * The files of one project among those of many, in their order: its wheels and sdists, and what looks like one of its
 * wheels but has no name that installers take, as people want to be told of that.
 * @param project normalised project name
 */
export function filesOfProject(files: readonly IndexFile[], project: string): IndexFile[] {
  return files.filter(({ filename }) => projectsOf(filename).includes(project));
}

/** The same for all projects at once, by normalised project name. */
export function filesByProject(files: readonly IndexFile[]): Map<string, IndexFile[]> {
  const byProject = new Map<string, IndexFile[]>();
  for (const file of files) {
    for (const project of projectsOf(file.filename)) {
      const group = byProject.get(project);
      if (group === undefined) byProject.set(project, [file]);
      else group.push(file);
    }
  }
  return byProject;
}

/** Whether a file is a wheel or an sdist by its name, of whatever project. */
export function isDistribution({ filename }: IndexFile): boolean {
  return projectsOf(filename).length > 0;
}

/** Of a wheel, what stands before the first dash is the project's name, whether or not the rest makes sense. */
function projectsOf(filename: string): string[] {
  if (!filename.endsWith('.whl')) return projectsOfSdist(filename);
  const [distribution = ''] = filename.slice(0, -'.whl'.length).split('-', 1);
  return [normalizeName(distribution)];
}
