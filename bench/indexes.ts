/**
 * The built command line against an index with 2,000 projects that takes 50 ms for each answer, in another process:
 * `node bench/indexes.ts [rounds] [connections]`.
 */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { projectNames } from './indexes/projects.ts';
import { smallWheelhouse } from './indexes/wheelhouse.ts';
import { median } from './measure.ts';
import { judge, machine, printTable } from './table.ts';

const LATENCY = 50;
const rounds = Number(process.argv[2] ?? 1);
const connections = Number(process.argv[3] ?? 4);
const main = join(import.meta.dirname, '../dist/cli/main.js');
if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);

const house = await smallWheelhouse();
const server = fork(join(import.meta.dirname, 'indexes/server.ts'), [String(LATENCY)]);
const answerOf = async <Schema extends v.GenericSchema>(schema: Schema): Promise<v.InferOutput<Schema>> =>
  v.parse(schema, (await once(server, 'message'))[0]);
const { port } = await answerOf(v.object({ port: v.number() }));

const countsSchema = v.object({ requests: v.number(), conditional: v.number(), connections: v.number() });
interface Run extends v.InferOutput<typeof countsSchema> {
  readonly seconds: number;
}

const index = `http://127.0.0.1:${port}/pypi`;

function lint(cache: string, more: readonly string[]): Promise<Run> {
  const settings = ['--no-config', '--index-url', index, '--concurrency', String(connections)];
  return time([main, ...settings, '--cache-dir', cache, ...more, house]);
}

/** @returns seconds from start to end, and what the server saw */
async function time(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`exit status ${status}\n${stderr}`);
  server.send('counts');
  return { seconds, ...(await answerOf(countsSchema)) };
}

const kinds = ['bare client', 'no index', 'cold', 'second', 'after its lifetime', 'offline'] as const;
const runs = new Map<string, Run[]>(kinds.map((kind) => [kind, []]));
for (let round = 0; round < rounds; round += 1) {
  const bare = join(import.meta.dirname, 'indexes/bare.ts');
  runs.get('bare client')?.push(await time([bare, index, String(connections)]));
  const cache = mkdtempSync(join(tmpdir(), 'wheelhouse-lint-bench-'));
  for (const [kind, more] of [
    ['no index', ['--no-index', '--no-cache']],
    ['cold', []],
    ['second', []],
    ['after its lifetime', ['--max-age', '0']],
    ['offline', ['--offline']],
  ] as const) {
    runs.get(kind)?.push(await lint(cache, more));
  }
  rmSync(cache, { recursive: true });
}
server.disconnect();

const of = (kind: (typeof kinds)[number], key: keyof Run): number =>
  median((runs.get(kind) ?? []).map((run) => run[key]));
const floor = (projectNames.length * LATENCY) / 1000 / connections;

console.log(`${machine()}`);
console.log(`6,000 wheels, ${projectNames.length} projects, ${LATENCY} ms, ${connections} connections\n`);
printTable(
  ['run', 'median s', 'x requests × latency ÷ connections', 'requests', 'conditional', 'connections'],
  kinds.map((kind) => [
    kind,
    of(kind, 'seconds').toFixed(2),
    (of(kind, 'seconds') / floor).toFixed(2),
    ...(['requests', 'conditional', 'connections'] as const).map((key) => of(kind, key).toFixed(0)),
  ]),
);
const whole = of('after its lifetime', 'requests') - of('after its lifetime', 'conditional');
judge([
  {
    text: 'cold run against a client that drops the answers',
    measured: of('cold', 'seconds') / of('bare client', 'seconds'),
    limit: 1.2,
    unit: ' x',
  },
  { text: 'cold run', measured: of('cold', 'seconds') / floor, limit: 1.2, unit: ' x' },
  { text: 'requests of the second run', measured: of('second', 'requests'), limit: 0, unit: '' },
  { text: 'unconditional requests after the lifetime', measured: whole, limit: 0, unit: '' },
  { text: 'the second run, start to end', measured: of('second', 'seconds'), limit: 1, unit: ' s' },
]);
