import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { context, hostileResult, manyFindings, result, sixConflict, unchecked, usual } from './samples.ts';
import { elements, textOf } from './support/elements.ts';
import { xmlProblems } from './support/schemas.ts';

test('suites are wheels, cases are findings', async () => {
  expect(
    await junit(result(usual.slice(3), { unchecked: unchecked.slice(-1) }), context()),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="wheelhouse-lint" tests="3" failures="1" errors="0">
  <testsuite name="wheels/six-1.17.0-py2.py3-none-any.whl" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="unsorted-tags (WHL408)" classname="wheels/six-1.17.0-py2.py3-none-any.whl">
      <system-out>The tag set &apos;py3.py2&apos; is not in sorted order.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="nvidia-requirement (WHL501) torch-2.9.1+computecanada.dist-info/METADATA:27" classname="wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl">
      <failure type="warning" message="&apos;nvidia-cublas-cu12==12.8.4.1&apos; pulls CUDA libraries from an index, &apos;nvidia-cublas-cu12==12.8.4.1&apos; is not met by a module.">&apos;nvidia-cublas-cu12==12.8.4.1&apos; pulls CUDA libraries from an index, &apos;nvidia-cublas-cu12==12.8.4.1&apos; is not met by a module.</failure>
    </testcase>
  </testsuite>
  <testsuite name="not checked" tests="1" failures="0" errors="0" skipped="1">
    <testcase name="generic" classname="not checked">
      <skipped type="unchecked" message="generic: permission denied">generic: permission denied</skipped>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('a clean run is one test that passes: no test at all is an error to Jenkins', async () => {
  const report = await junit(result([]), context());
  expect(report).toContain(
    '<testcase name="no problems in 966 wheels of 840 projects" classname="wheelhouse-lint"/>',
  );
  const warned = await junit(result([sixConflict]), context({ quiet: true }));
  expect(warned).toContain('name="no errors in 966 wheels of 840 projects"');
});

test('cases of one name in one wheel are numbered', async () => {
  const report = await junit(result([sixConflict, sixConflict, sixConflict]), context());
  const names = elements(parseDocument(report, { xmlMode: true }), 'testcase').map(
    ({ attribs }) => attribs.name,
  );
  expect(names).toEqual(['same-filename (WHL101)', 'same-filename (WHL101) #2', 'same-filename (WHL101) #3']);
});

test.each([
  ['nothing', result([])],
  ['1,000 findings', result(manyFindings(1000), { unchecked })],
  ['hostile names', hostileResult],
])('%s: the report fits the schema', async (_name, given) => {
  expect(await xmlProblems('junit.xsd', await junit(given, context()))).toEqual([]);
});

test('the schema does complain', async () => {
  const report = await junit(result(usual), context());
  expect(await xmlProblems('junit.xsd', report.replace(' tests="5"', ' tests="many"'))).not.toEqual([]);
  expect(await xmlProblems('junit.xsd', report.replace('</testsuites>', ''))).not.toEqual([]);
});

test('a hostile text is a text', async () => {
  const document = parseDocument(await junit(hostileResult, context()), { xmlMode: true });
  const names = new Set(elements(document).map(({ name }) => name));
  expect([...names].sort()).toEqual(['failure', 'skipped', 'testcase', 'testsuite', 'testsuites']);
  const texts = elements(document, 'failure').map(textOf);
  expect(texts.some((text) => text.includes(']]><!-- &lt;&#60; --><![CDATA['))).toBe(true);
});
