import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { elf } from '../../../fixtures/binaries.ts';
import { hostileTexts } from '../../report/samples.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { parseReport } from '../../support/json-report.ts';
import { lyingZip } from '../../support/lying-zip.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';

const invalidUtf8 = Buffer.from([0x61, 0xff, 0xfe, 0xc3, 0x28, 0x1b, 0x5b, 0x32, 0x4a]);
const texts: readonly (string | Buffer)[] = [...hostileTexts.filter((text) => text !== ''), invalidUtf8];

/** A wheel whose members, METADATA and folder name hold a text, in an order that makes several rules speak. */
function hostileWheel(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  const around = (before: string, after: string) =>
    Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
  const metadata = Buffer.concat([
    around('Metadata-Version: 2.1\nName: ', '\n'),
    around('Version: ', '\n'),
    around('Requires-Dist: nvidia-cudnn-cu12; extra == "', '"\n'),
    around('Requires-Dist: nvidia-nccl-cu12\n', '\n'),
  ]);
  return lyingZip([
    { name: around('', '.so'), content: elf() },
    { name: around('evil-1.0', '.dist-info/METADATA'), content: metadata },
    { name: around('evil-1.0', '.dist-info/WHEEL'), content: 'Wheel-Version: 1.0\n' },
    { name: around('evil-1.0', '.dist-info/RECORD'), content: '', crc: 1 },
  ]);
}

/** What a terminal obeys or does not show; a line feed ends a line of the report. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A file name cannot hold a slash. */
const asFileName = (text: string): string => text.replaceAll('/', '_');

let cwd: string;

beforeAll(async () => {
  cwd = await tempFolder();
  for (const [index, text] of texts.entries()) {
    const folder = `${index}${typeof text === 'string' ? asFileName(text) : ''}`;
    const bytes = hostileWheel(text);
    await writeFiles(cwd, { [`${folder}/evil-1.0-py3-none-any.whl`]: bytes });
    if (typeof text === 'string') await writeFiles(cwd, { [`${folder}/${asFileName(text)}-1.whl`]: bytes });
  }
});

async function stylish(color: string): Promise<string> {
  const run = await wheelhouseLint(['--no-config', '--offline', color, '.'], { cwd });
  expect(run).toMatchObject({ status: 1, stderr: '' });
  return run.stdout;
}

describe('hostile file names, member names and METADATA', () => {
  test('are harmless on a terminal: no control character but the line feed', async () => {
    const text = await stylish('--color=never');
    expect(text.match(hidden)).toBeNull();
    expect(text).toContain('\\x1b[2J');
  });

  test('are harmless with colours: the only escapes are those of colours', async () => {
    const text = await stylish('--color=always');
    expect(text).toMatch(/\x1b\[\d+m/);
    expect(text.replace(/\x1b\[\d{1,2}m/g, '').match(hidden)).toBeNull();
  });

  test('give no commands to a CI system that reads the log', async () => {
    const text = await stylish('--color=never');
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##\[|##vso\[/);
  });

  test('begin no line of their own', async () => {
    const text = await stylish('--color=never');
    const lines = text.split('\n').filter((line) => line !== '');
    const known = /^(?: {2}\S| {11}\S|\d+|✖ )/;
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
  });

  test('are the same data, well-formed, in JSON and SARIF', async () => {
    const formats = ['--format', 'json=report.json', '--format', 'sarif=report.sarif'];
    const run = await wheelhouseLint(['--no-config', '--offline', ...formats, '.'], { cwd });
    expect(run).toEqual({ status: 1, stdout: '', stderr: '' });
    const text = await readFile(join(cwd, 'report.json'), 'utf8');
    const report = parseReport(text);
    expect(text.match(hidden)).toBeNull();
    expect(report.summary.wheels).toBe(2 * texts.length - 1);
    const sarifText = await readFile(join(cwd, 'report.sarif'), 'utf8');
    const sarif: unknown = JSON.parse(sarifText);
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{}] });
    expect(sarifText.match(hidden)).toBeNull();
  });
});
