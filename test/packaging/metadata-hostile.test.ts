import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentTypeProblem } from '../../src/packaging/content-type.ts';
import { emailProblem } from '../../src/packaging/email-address.ts';
import { licenseExpressionProblem } from '../../src/packaging/license-expression.ts';
import { valueChecks } from '../../src/packaging/metadata-values.ts';
import { repairRequirement, repairSpecifiers } from '../../src/packaging/repair-requirement.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { parseSpecifiers } from '../../src/packaging/specifier.ts';
import { isWebAddress } from '../../src/packaging/web-address.ts';
import { findLostField } from '../../src/wheel/dist-info/damaged-text.ts';
import { parseObjectReference, readEntryPoints } from '../../src/wheel/dist-info/entry-points.ts';
import { parseHeaders } from '../../src/wheel/dist-info/headers.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        '1',
        '.',
        '@',
        '<',
        '>',
        '"',
        '(',
        ')',
        '[',
        ']',
        ',',
        ';',
        '=',
        ':',
        '%',
        '\n',
        ' ',
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever the text, every check gives a clause or nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const checks = [...valueChecks.values(), contentTypeProblem, emailProblem, licenseExpressionProblem];
      for (const check of checks) expect(check(text)).not.toBe('');
      expect(isWebAddress(`https://${text}`) || !isWebAddress(text)).toBeTypeOf('boolean');
      parseObjectReference(text);
      const { entries, faults } = readEntryPoints(text);
      expect(entries.length + faults.length).toBeLessThanOrEqual(2 * text.length);
    }),
  );
});

test('what is repaired can be read', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const requirement = repairRequirement(`a>=1.0.*${text}`);
      expect(requirement === undefined || parseRequirement(requirement).ok).toBe(true);
      const specifiers = repairSpecifiers(`>=1.0.*${text}`);
      expect(specifiers === undefined || parseSpecifiers(specifiers).ok).toBe(true);
    }),
  );
});

test('headers and what was lost of them have lines of the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const headers = parseHeaders(text);
      const lines = text.split(/\r\n?|\n/).length;
      for (const { line } of headers.fields) expect(line).toBeLessThanOrEqual(lines);
      const lost = findLostField(Buffer.from(text), headers);
      expect(lost?.line ?? 1).toBeLessThanOrEqual(lines + 1);
    }),
  );
});

describe('long texts come to an end', () => {
  const long = 200_000;
  test.each([
    ['digits', '1'.repeat(long)],
    ['dots', '1.'.repeat(long / 2)],
    ['parentheses', '('.repeat(long)],
    ['quotes', '"\\'.repeat(long / 2)],
    ['brackets', '<'.repeat(long)],
    ['carriage returns', '\r'.repeat(long)],
    ['folds', `a:\n${' \n'.repeat(long / 2)}`],
    ['licenses', 'MIT AND '.repeat(long / 8)],
    ['sections', '[a]\n'.repeat(long / 4)],
    ['percent signs', `https://${'%'.repeat(long)}`],
  ])('%s', (_, text) => {
    for (const check of valueChecks.values()) check(text);
    licenseExpressionProblem(text);
    repairRequirement(text);
    repairSpecifiers(text);
    readEntryPoints(text);
    parseObjectReference(text);
    const headers = parseHeaders(text);
    expect(findLostField(Buffer.from(text), headers)).toBeUndefined();
  });
});
