import type { Unchecked } from '../engine/finding.ts';
import { count, list } from './words.ts';

/** What one source failed to answer, for one reason. */
export interface UncheckedGroup {
  readonly source: string;
  readonly reason: string;
  /** Empty where the source is a folder. */
  readonly projects: readonly string[];
}

/** One group for each source and reason, in the order of first appearance: a dead index is named once. */
export function groupUnchecked(unchecked: readonly Unchecked[]): UncheckedGroup[] {
  const groups = new Map<string, { source: string; reason: string; projects: string[] }>();
  for (const { source, reason, project } of unchecked) {
    const key = JSON.stringify([source, reason]);
    const group = groups.get(key) ?? { source, reason, projects: [] };
    if (project !== null) group.projects.push(project);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** How many projects and folders there are among them. */
export function uncheckedSubjects(unchecked: readonly Unchecked[]): number {
  return new Set(
    unchecked.map(({ project, source }) => JSON.stringify(project === null ? [source] : project)),
  ).size;
}

/** `3 projects and 1 folder could not be checked completely`: each counts once, however often it failed. */
export function uncheckedHeading(unchecked: readonly Unchecked[]): string {
  const projects = new Set(unchecked.flatMap(({ project }) => project ?? []));
  const folders = new Set(unchecked.flatMap(({ project, source }) => (project === null ? source : [])));
  const parts = [
    ...(projects.size > 0 ? [count(projects.size, 'project')] : []),
    ...(folders.size > 0 ? [count(folders.size, 'folder')] : []),
  ];
  return `${list(parts, 2)} could not be checked completely`;
}

/** `https://index.example/pypi: HTTP 503 after 3 tries (numpy, torch and 12 more)`. @param most projects named */
export function uncheckedText({ source, reason, projects }: UncheckedGroup, most = 3): string {
  return projects.length > 0 ? `${source}: ${reason} (${list(projects, most)})` : `${source}: ${reason}`;
}
