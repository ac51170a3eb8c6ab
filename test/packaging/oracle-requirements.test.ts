import * as v from 'valibot';
import { describe, it } from 'vitest';
import { evaluateMarker } from '../../src/packaging/marker.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { expectSame, samples } from './differences.ts';
import { markerText, requirementText } from './generators.ts';
import { isAtLeast, oracle } from './oracle.ts';

const environment = {
  python_version: '3.8',
  python_full_version: '3.8.10',
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
  extra: 'foo-bar',
};

const answer = v.object({
  project: v.string(),
  extras: v.array(v.string()),
  url: v.nullable(v.string()),
  hasMarker: v.boolean(),
});

describe.skipIf(oracle.missing !== undefined)(`beside Python's packaging (${oracle.label})`, () => {
  it('accepts the same requirements and sees the same in them', () => {
    const texts = samples(requirementText, 6000).filter(isComparable);
    const answers = oracle.ask({ requirement: texts.map((text) => [text]) }, 'requirement', answer);
    expectSame(texts, seenIn, (_, i) => answers[i]);
  });

  it('finds that the same markers hold', () => {
    const texts = samples(markerText, 6000).filter(isComparableMarker);
    const answers = oracle.ask({ marker: texts.map((text) => [text, environment]) }, 'marker', v.boolean());
    expectSame(texts, holds, (_, i) => answers[i]);
  });
});

function seenIn(text: string): v.InferOutput<typeof answer> | null {
  const parsed = parseRequirement(text);
  if (!parsed.ok) return null;
  const { project, extras, url = null, marker } = parsed.requirement;
  return { project, extras: [...new Set(extras)].sort(), url, hasMarker: marker !== undefined };
}

function isComparable(text: string): boolean {
  // The library reads the comma behind `===1.0` as a part of the version, and `===` without any version.
  if (/===[^;)]*,|===\s*(?:$|[;)])/.test(text)) return false;
  // It takes `six_` for a name, against the specification of names.
  return !/_\s*(?:$|[\][,;(@<>=!~])/.test(text);
}

function holds(text: string): boolean | null {
  const parsed = parseRequirement(`demo; ${text}`);
  return parsed.ok && parsed.requirement.marker !== undefined
    ? (evaluateMarker(parsed.requirement.marker, environment) ?? null)
    : null;
}

function isComparableMarker(text: string): boolean {
  // `===` and `~=` between texts are an exception there, and never hold here.
  if (/===|~=/.test(text)) return false;
  // Before 26.3 the name of an extra was not normalised everywhere.
  return isAtLeast(26, 3) || !text.includes('Foo_Bar');
}
