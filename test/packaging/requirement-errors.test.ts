import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { requirementText } from './generators.ts';
import { reasonAgainst } from './parsed.ts';

const wrong: [text: string, reason: string][] = [
  ['', 'a project name is missing at the end'],
  ['>=1', "a project name was expected at '>=1'"],
  ['-six', "a project name was expected at '-six'"],
  ['six 1.0', "'1.0' does not begin with a comparison operator"],
  ['six>=1.0 <2', "'1.0 <2' is not a version (PEP 440)"],
  ['six >= one', "'one' is not a version (PEP 440)"],
  ['six>=1.0+cc', "'>=1.0+cc' cannot have a local version label"],
  ['six>=1,,<2', "'' does not begin with a comparison operator"],
  ['six-', "'-' does not begin with a comparison operator"],
  ['six (>=1', "the specifier has no ')'"],
  ['six >=1)', "')' was not expected at the end"],
  ['six (>=1) (<2)', "'(<2)' was not expected at the end"],
  ['six[a', "the list of extras has no ']'"],
  ['six[a b]', "the list of extras has no ']'"],
  ['six[a,]', "the name of an extra was expected at ']'"],
  ['six[,a]', "the name of an extra was expected at ',a]'"],
  ['six[-a]', "'-a' is not the name of an extra"],
  ['six @', 'a URL after @ is missing at the end'],
  ['six @ https://example.org os_name', "'os_name' was not expected at the end"],
  ['six;', 'a variable or a quoted text in the marker is missing at the end'],
  ['six; os_name', 'a comparison in the marker is missing at the end'],
  ['six; os_name == nt', "'nt' is not a marker variable"],
  ["six; os == 'nt'", "'os' is not a marker variable"],
  ["six; 'a' == 'b'", 'the marker compares two texts'],
  ["six; os_name == 'nt", "a variable or a quoted text in the marker was expected at ''nt'"],
  ["six; os_name = 'nt'", "a comparison in the marker was expected at '= 'nt''"],
  ["six; os_name not 'nt'", "a comparison in the marker was expected at 'not 'nt''"],
  ["six; (os_name == 'nt'", "the marker has no ')'"],
  ["six; os_name == 'nt')", "')' was not expected at the end"],
  ["six; os_name == 'nt' and", 'a variable or a quoted text in the marker is missing at the end'],
  ["six; os_name == 'nt' os_name == 'nt'", "'os_name == 'nt'' was not expected at the end"],
  ["six; '3' < python_version < '4'", "'< '4'' was not expected at the end"],
  ["six; OS_NAME == 'nt'", "a variable or a quoted text in the marker was expected at 'OS_NAME == 'nt''"],
];

describe('parseRequirement', () => {
  it.each(wrong)('refuses %j', (text, reason) => {
    expect(reasonAgainst(text)).toBe(reason);
  });

  it('keeps what it refuses', () => {
    expect(parseRequirement(' six[ ')).toMatchObject({ ok: false, text: 'six[' });
  });

  const shortLine = /^[^\n\r]{1,200}$/;

  it('never throws, and gives every reason on one short line', () => {
    const texts = fc.oneof(requirementText, fc.string(), fc.string({ unit: 'binary', maxLength: 400 }));
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseRequirement(text);
        if (!result.ok) expect(result.reason).toMatch(shortLine);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses parentheses that are nested without end', () => {
    const nested = (depth: number) => `six; ${'('.repeat(depth)}os_name=='nt'${')'.repeat(depth)}`;
    expect(parseRequirement(nested(20)).ok).toBe(true);
    expect(reasonAgainst(nested(500_000))).toBe('the marker is nested too deep');
    const beside = Array.from({ length: 1000 }, () => "(os_name=='nt')").join(' or ');
    expect(parseRequirement(`six; ${beside}`).ok).toBe(true);
  });
});
