import { metadata, wheelFile } from './metadata.ts';
import { type Naming, nameWheel } from './naming.ts';
import type { Pool } from './pool.ts';
import { type Random, randomFrom } from './random.ts';
import { type Packed, pack, type ZipEntry, zip } from './zip.ts';

export interface GeneratedWheel {
  readonly filename: string;
  readonly bytes: Buffer;
  readonly members: number;
}

/** Real wheels: half have at most 31 files, the largest known 16,235; the spread makes 70 on average. */
const medianFiles = 31;
const spread = 1.286;
const maxFiles = 16_235;
/** Share of real wheels whose dist-info folder is not at the end of the archive. */
const earlyDistInfo = 0.08;
/** Share of real wheels that have stubs. */
const typed = 0.2;

export function generateWheel(pool: Pool, seed: number, index: number): GeneratedWheel {
  const random = randomFrom(seed * 1_000_003 + index);
  const naming = nameWheel(random, index);
  const count = Math.min(maxFiles, Math.max(1, Math.round(random.skewed(medianFiles, spread)) - 5));
  const modules = Array.from({ length: count }, (_, place) => member(random, pool, naming, place, count));
  const contents = random.unit() < typed ? withStubs(random, pool, naming, modules) : modules;
  const folder = `${naming.distribution}-${naming.version}.dist-info`;
  const described: ZipEntry[] = [
    [`${folder}/licenses/LICENSE`, random.pick(pool.texts)],
    [`${folder}/METADATA`, packText(metadata(random, naming))],
    [`${folder}/WHEEL`, packText(wheelFile(naming))],
    [`${folder}/top_level.txt`, packText(`${naming.distribution}\n`)],
  ];
  const recordName = `${folder}/RECORD`;
  const distInfo: ZipEntry[] = [
    ...described,
    [recordName, packText(record([...contents, ...described], recordName))],
  ];
  const entries = random.unit() < earlyDistInfo ? [...distInfo, ...contents] : [...contents, ...distInfo];
  return { filename: naming.filename, bytes: zip(entries), members: entries.length };
}

const textSuffixes = [...Array<string>(16).fill('py'), 'json', 'txt', 'h', 'html', 'yaml'];
const dataSuffixes = ['.mo', '.dat', ''];

function member(
  random: Random,
  pool: Pool,
  { distribution, system, extension }: Naming,
  place: number,
  count: number,
): ZipEntry {
  // Folders of about 15 files, as packages have.
  const folder = `${distribution}/${count > 15 ? `part_${Math.floor(place / 15)}/` : ''}`;
  // The first is native, so that no platform wheel is without; then one in thirty.
  if (system !== undefined && place < 1800 && place % 30 === 0) {
    return [`${folder}_core_${place}${extension}`, random.pick(pool.native[system])];
  }
  if (random.unit() < 0.01) {
    return [`${folder}data_${place}${random.pick(dataSuffixes)}`, random.pick(pool.data)];
  }
  return [`${folder}module_${place}.${random.pick(textSuffixes)}`, random.pick(pool.texts)];
}

/** Stubs beside a third of the modules, and nearly always the file that says so. */
function withStubs(random: Random, pool: Pool, { distribution }: Naming, contents: ZipEntry[]): ZipEntry[] {
  const stubbed = contents.flatMap((entry): ZipEntry[] =>
    entry[0].endsWith('.py') && random.unit() < 0.3
      ? [entry, [`${entry[0]}i`, random.pick(pool.texts)]]
      : [entry],
  );
  return random.unit() < 0.85 ? [...stubbed, [`${distribution}/py.typed`, pool.empty]] : stubbed;
}

function record(entries: readonly ZipEntry[], own: string): string {
  const rows = entries.map(([name, { digest, size }]) => `${name},sha256=${digest},${size}`);
  return [...rows, `${own},,`, ''].join('\n');
}

function packText(text: string): Packed {
  return pack(Buffer.from(text));
}
