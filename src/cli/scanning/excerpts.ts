import { basename, resolve } from 'node:path';
import type { Finding } from '../../engine/finding.ts';
import type { Excerpt } from '../../report/reporter.ts';
import type { WheelContents } from '../../wheel/contents.ts';
import { readWheel } from '../../wheel/read-wheel.ts';
import { excerptOf } from './excerpt.ts';

/**
 * The lines of METADATA, WHEEL and RECORD that findings are about. The wheels are read once more for it: what a run keeps
 * of 100,000 wheels has no room for their texts.
 */
export async function excerptsOf(
  findings: readonly Finding[],
  workingDirectory: string,
): Promise<Map<Finding, Excerpt>> {
  const excerpts = new Map<Finding, Excerpt>();
  const placed = findings.filter(({ member, line }) => member !== null && line !== null);
  for (const [wheel, found] of Map.groupBy(placed, ({ wheel }) => wheel)) {
    const location = {
      path: resolve(workingDirectory, wheel),
      display: wheel,
      filename: basename(wheel),
    };
    const visit = (contents: WheelContents): void => {
      const texts = textsOf(contents);
      for (const finding of found) {
        const text = texts.get(finding.member ?? '');
        const excerpt = text && finding.line !== null ? excerptOf(text, finding.line) : undefined;
        if (excerpt !== undefined) excerpts.set(finding, excerpt);
      }
    };
    await readWheel(location, undefined, { parts: new Set(), wants: () => false, visit });
  }
  return excerpts;
}

function textsOf({ wheel, distInfoBytes }: WheelContents): Map<string, string> {
  const directory = wheel.distInfo?.directory;
  if (directory === undefined) return new Map();
  const files = Object.entries(distInfoBytes);
  return new Map(files.map(([file, bytes]) => [`${directory}/${file}`, bytes.toString('utf8')]));
}
