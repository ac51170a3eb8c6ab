import * as v from 'valibot';
import { describe, it } from 'vitest';
import { expandTags, formatTag } from '../../src/packaging/tags.ts';
import { parseWheelFilename } from '../../src/wheel/filename.ts';
import { expectSame, samples } from '../packaging/differences.ts';
import { filenameText } from '../packaging/generators.ts';
import { isAtLeast, oracle } from '../packaging/oracle.ts';

const answer = v.object({
  project: v.string(),
  version: v.string(),
  build: v.array(v.union([v.string(), v.number()])),
  tags: v.array(v.string()),
});

describe.skipIf(oracle.missing !== undefined)(`beside Python's packaging (${oracle.label})`, () => {
  it('accepts the same file names and sees the same in them', () => {
    const texts = samples(filenameText, 8000).filter(isComparable);
    const answers = oracle.ask({ filename: texts.map((text) => [text]) }, 'filename', answer);
    expectSame(texts, seenIn, (_, i) => answers[i]);
  });
});

function seenIn(text: string): v.InferOutput<typeof answer> | null {
  const parsed = parseWheelFilename(text);
  if (!parsed.ok) return null;
  const { project, version, build } = parsed.name;
  return {
    project,
    version: version.normal,
    build: build === undefined ? [] : [Number(build.number), build.suffix],
    tags: expandTags(parsed.name).map(formatTag).sort(),
  };
}

function isComparable(text: string): boolean {
  const [distribution = '', ...rest] = text.split('-');
  // The library takes names that no project can have: with an underscore or a dot at an end, or none at all.
  if (!/^[a-z0-9](?:.*[a-z0-9])?$/i.test(distribution)) return false;
  // Before 26.3 it did not look at tags, and took the digits of other scripts for a build number.
  const tags = rest
    .slice(-3)
    .join('.')
    .replace(/\.whl$/, '')
    .split('.');
  if (isAtLeast(26, 3)) return true;
  return /^[ -~]*$/.test(text) && tags.every((tag) => /^\w+$/.test(tag) && !/^\d/.test(tag));
}
