import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { codesAndWheels, lintToJson } from '../../support/json-report.ts';
import { recorded, tempWheelhouse } from '../../support/temp-wheelhouse.ts';

const six = 'six-1.17.0-py2.py3-none-any.whl';

const untouched = `
[[wheel]]
filename = "${six}"
files = { "six.py" = "__version__ = '1.17.0'\\n" }
[[index]]
filename = "six-1.17.0.tar.gz"
[[index]]
filename = "${six}"
sha256 = "same"
size = "same"

[[wheel]] # an index that gives no size: only the hash tells
filename = "cffi-1.17.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
files = { "_cffi_backend.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
[[index]]
filename = "cffi-1.17.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
sha256 = "same"

[[wheel]] # the publisher's own label
filename = "torch-2.9.1+cpu-cp311-cp311-linux_x86_64.whl"
files = { "torch/_C.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
[[index]]
filename = "torch-2.9.1+cpu-cp311-cp311-linux_x86_64.whl"
sha256 = "same"
size = "same"

[[wheel]] # not on the index at all, and nothing there to be confused with
filename = "inhouse-1.0-py3-none-any.whl"
files = { "inhouse.py" = "" }
`;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('wheels taken untouched from the index', () => {
  test.each(['recommended', 'security', 'pypi', 'all'])('have no finding in preset %s', async (preset) => {
    const cwd = await tempWheelhouse(untouched);
    expect(
      await wheelhouseLint(
        // The publisher's own index takes what PyPI would not.
        [
          ...recorded,
          '--deep',
          '--preset',
          preset,
          '--ignore',
          'not-on-index,unpublishable-filename,unsorted-tags',
          '--max-warnings',
          '0',
        ],
        { cwd },
      ),
    ).toEqual({
      status: 0,
      stdout: '✔ No problems in 4 wheels of 4 projects.\n',
      stderr: '',
    });
  });

  test('are copies, and need no label, where one is configured', async () => {
    const cwd = await tempWheelhouse(untouched);
    const config = 'label = "mysite"\nindex = [{ url = "file:answers" }]\n';
    await writeFile(join(cwd, 'wheelhouse-lint.toml'), config);
    const { report } = await lintToJson(['wheels'], { cwd });
    expect(codesAndWheels(report)).toEqual(['WHL302 wheels/inhouse-1.0-py3-none-any.whl']);
  });
});

test('one byte changed, the size the same: WHL101 with both hashes', async () => {
  const cwd = await tempWheelhouse(untouched);
  const path = join(cwd, 'wheels', six);
  const bytes = await readFile(path);
  const before = sha256(bytes);
  const timeOfFirstMember = 10;
  bytes.writeUInt8(bytes.readUInt8(timeOfFirstMember) ^ 1, timeOfFirstMember);
  await writeFile(path, bytes);

  const { report, status } = await lintToJson(recorded, { cwd });
  expect(status).toBe(0);
  expect(codesAndWheels(report)).toEqual([`WHL101 wheels/${six}`, `WHL302 wheels/${six}`]);
  expect(report.findings[0]).toMatchObject({
    severity: 'warning',
    project: 'six',
    data: { sha256: sha256(bytes), indexSha256: before, size: String(bytes.length) },
  });
  const { stdout } = await wheelhouseLint(recorded, { cwd });
  expect(stdout).toContain(sha256(bytes));
  expect(stdout).toContain(before);
  expect(stdout).toContain(
    "'pip 26.2 and pip 26.3' would install the index's file, 'uv' would install yours",
  );
});

test('relabelled by renaming alone: WHL304 says what pip and what uv will do', async () => {
  const cwd = await tempWheelhouse(untouched);
  const renamed = 'six-1.17.0+mysite-py2.py3-none-any.whl';
  await rename(join(cwd, 'wheels', six), join(cwd, 'wheels', renamed));

  const { report, status } = await lintToJson(recorded, { cwd });
  expect(status).toBe(1);
  expect(codesAndWheels(report)).toEqual([`WHL304 wheels/${renamed}`]);
  expect(report.findings[0]).toMatchObject({ member: 'six-1.17.0.dist-info/METADATA', line: 3 });
  expect(report.findings[0]?.message).toMatch(
    /pip 20\.3 and newer discards this wheel and takes another file, uv installs it/,
  );
});
