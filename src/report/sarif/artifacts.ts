import type { Artifact } from 'sarif';
import type { Finding } from '../../engine/finding.ts';
import type { ReportContext } from '../reporter.ts';
import { artifactLocation, spotOf } from './location.ts';

/** Characters of whole texts in one log; snippets show the others. */
const mostContents = 256 * 1024;

/**
 * The wheels that have findings, their members and recipes that findings are placed at, each once: `../x.whl` and `x.whl`
 * are the same to GitHub (SARIF 2.1.0 §3.24).
 */
export function sarifArtifacts(findings: readonly Finding[], context: ReportContext): Artifact[] {
  const artifacts: Artifact[] = [];
  const indexes = new Map<string, number>();
  let room = mostContents;
  const add = (artifact: Artifact): number => {
    const uri = artifact.location?.uri ?? '';
    const known = indexes.get(uri);
    if (known !== undefined) return known;
    indexes.set(uri, artifacts.length);
    return artifacts.push(artifact) - 1;
  };
  for (const finding of findings) {
    const parentIndex = add({
      location: artifactLocation(finding.wheel, context),
      roles: ['analysisTarget'],
    });
    const { location, excerpt, kind } = spotOf(finding, context);
    if (kind === 'wheel') continue;
    const whole = excerpt?.whole;
    const isNew = !indexes.has(location.uri ?? '');
    const text = isNew && whole !== undefined && whole.length <= room ? whole : undefined;
    room -= text?.length ?? 0;
    add({
      location,
      roles: ['resultFile'],
      ...(kind === 'member' ? { parentIndex } : {}),
      ...(text === undefined ? {} : { contents: { text } }),
    });
  }
  return artifacts;
}
