import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { MetadataAnswer } from '../../../src/index/index-answer.ts';
import { type Served, startStandInSimple } from '../../support/stand-in-simple.ts';
import { filesOf } from '../opened.ts';
import { jsonAnswer, SIMPLE_JSON, WHEEL } from '../simple/pages.ts';
import { type Run, runs } from './kept.ts';

const head = 'Metadata-Version: 2.4\nName: six\nVersion: 1.17.0\n';
const whole = `${head}\n# The description\n\nis not kept.\n`;
const path = `/files/${WHEEL}.metadata`;
const read = { status: 'read', text: head };

function pageOffering(coreMetadata: unknown): Served {
  const file = { filename: WHEEL, url: `/files/${WHEEL}`, hashes: {}, 'core-metadata': coreMetadata };
  return { type: SIMPLE_JSON, body: jsonAnswer(file) };
}

function sha256Of(text: string): { readonly sha256: string } {
  return { sha256: createHash('sha256').update(text).digest('hex') };
}

async function scene(coreMetadata: unknown, metadata: Served) {
  const answers: Record<string, Served> = { '/simple/six/': pageOffering(coreMetadata), [path]: metadata };
  const server = await startStandInSimple(answers);
  onTestFinished(() => server.close());
  const run = await runs(`${server.origin}/simple`);
  const asked = (): number => server.paths.filter((one) => one === path).length;
  return { answers, server, run, asked };
}

async function metadataIn({ index, end }: Run): Promise<MetadataAnswer | undefined> {
  const [file] = filesOf(await index.ask('six', []));
  const answer = file && (await index.metadata?.('six', file));
  await end();
  return answer;
}

test('with the sha256 that the index gives it is right for ever, whatever its server says', async () => {
  const { run, asked } = await scene(sha256Of(whole), {
    body: whole,
    headers: { 'cache-control': 'max-age=0' },
  });
  expect(await metadataIn(run())).toEqual(read);
  expect(await metadataIn(run())).toEqual(read);
  expect(asked()).toBe(1);
});

test('with another sha256 it is asked for again', async () => {
  const { answers, run, asked } = await scene(sha256Of(whole), {
    body: whole,
    headers: { 'cache-control': 'max-age=3600' },
  });
  await metadataIn(run());
  const other = `${head}Requires-Dist: a\n`;
  answers['/simple/six/'] = pageOffering(sha256Of(other));
  answers[path] = { body: other };
  expect(await metadataIn(run())).toEqual({ status: 'read', text: other });
  expect(asked()).toBe(2);
});

test('without a sha256 it holds as long as its server says, and is then only confirmed', async () => {
  const headers = { 'cache-control': 'max-age=3600', etag: '"1"' };
  const { run, asked } = await scene(true, { body: whole, headers });
  await metadataIn(run());
  expect(await metadataIn(run())).toEqual(read);
  expect(asked()).toBe(1);
  expect(await metadataIn(run({ maxAge: 0 }))).toEqual(read);
  expect(asked()).toBe(2);
});

test('what has another sha256 than the index gives is not kept', async () => {
  const { run, asked } = await scene(sha256Of('other'), {
    body: whole,
    headers: { 'cache-control': 'max-age=3600' },
  });
  const wrong = { status: 'unchecked', reason: 'it does not have the sha256 that the index gives' };
  expect(await metadataIn(run())).toEqual(wrong);
  expect(await metadataIn(run())).toEqual(wrong);
  expect(asked()).toBe(2);
});

test('--offline answers from it', async () => {
  const { server, run } = await scene(true, { body: whole, headers: { etag: '"1"' } });
  await metadataIn(run());
  await server.close();
  expect(await metadataIn(run({ offline: true }))).toEqual(read);
});

test('--offline does not know what nobody asked for', async () => {
  const { server, run } = await scene(true, { body: whole });
  const { index, end } = run();
  await index.ask('six', []);
  await end();
  await server.close();
  expect(await metadataIn(run({ offline: true }))).toEqual({
    status: 'unchecked',
    reason: 'not in the cache, and --offline asks nothing',
  });
});
