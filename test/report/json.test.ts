import { expect, test } from 'vitest';
import { json } from '../../src/report/json.ts';
import { context, hostile, hostileResult, result, sixConflict, unchecked, usual } from './samples.ts';

test('version 1, byte for byte', async () => {
  const conflict = { ...sixConflict, fingerprint: 'f1', related: sixConflict.related.slice(1) };
  const report = await json(result([conflict], { ignored: 2, unchecked: unchecked.slice(0, 1) }), context());
  expect(report).toBe(`{
  "version": 1,
  "tool": {
    "name": "wheelhouse-lint",
    "version": "0.1.0"
  },
  "summary": {
    "wheels": 966,
    "projects": 840,
    "errors": 0,
    "warnings": 1,
    "infos": 0,
    "ignored": 2,
    "suppressed": 0,
    "unchecked": 1
  },
  "findings": [
    {
      "code": "WHL101",
      "rule": "same-filename",
      "severity": "warning",
      "wheel": "wheels/six-1.17.0-py2.py3-none-any.whl",
      "project": "six",
      "member": null,
      "line": null,
      "message": "'six-1.17.0-py2.py3-none-any.whl' is also on 'https://index.example/pypi' with other contents, and pip takes that one.",
      "data": {
        "filename": "six-1.17.0-py2.py3-none-any.whl",
        "index": "https://index.example/pypi"
      },
      "related": [
        {
          "location": "generic/six-1.17.0-py2.py3-none-any.whl",
          "message": "the same in another folder"
        }
      ],
      "fingerprint": "f1",
      "fixable": false
    }
  ],
  "unchecked": [
    {
      "project": "numpy",
      "source": "https://index.example/pypi",
      "reason": "HTTP 503 after 3 tries"
    }
  ]
}
`);
});

test('the same input gives the same bytes', async () => {
  const [first, second] = await Promise.all([
    json(structuredClone(hostileResult), context()),
    json(structuredClone(hostileResult), context()),
  ]);
  expect(first).toBe(second);
});

test('quiet drops findings, not their numbers', async () => {
  const report = JSON.parse(await json(result(usual), context({ quiet: true })));
  expect(report.findings.map(({ code }: { code: string }) => code)).toEqual(['WHL401']);
  expect(report.summary).toMatchObject({ errors: 1, warnings: 3, infos: 1 });
});

test('hostile text comes back as it was, well formed, and is not raw in a terminal', async () => {
  const report = await json(hostileResult, context());
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(report.isWellFormed()).toBe(true);
  expect(report).not.toMatch(/\\ud800/);
  const members = JSON.parse(report).findings.map(({ member }: { member: string }) => member);
  expect(members).toEqual(hostile.map(({ member }) => member?.toWellFormed()));
});
