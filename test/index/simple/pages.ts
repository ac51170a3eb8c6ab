import { onTestFinished } from 'vitest';
import type { IndexFile } from '../../../src/index/index-answer.ts';
import { readSimplePage } from '../../../src/index/simple/simple-page.ts';
import { type Served, type StandInSimple, startStandInSimple } from '../../support/stand-in-simple.ts';

export const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json';
export const WHEEL = 'six-1.17.0-py2.py3-none-any.whl';
export const SDIST = 'six-1.17.0.tar.gz';
export const PAGE = 'https://index.example/simple/six/';

/** An answer of the Simple API as JSON. */
export function jsonAnswer(...files: readonly unknown[]): Record<string, unknown> {
  return { meta: { 'api-version': '1.4', '_last-serial': 1 }, name: 'six', files, versions: ['1.17.0'] };
}

/** A file that a page says nothing about but where it is. */
export function bare(filename: string, url: string): IndexFile {
  const unknown = { size: undefined, sha256: undefined, requiresPython: undefined, uploadTime: undefined };
  return { filename, url, yanked: false, ...unknown };
}

/** The files of an HTML page about the project six. */
export async function htmlFiles(html: string, url = PAGE): Promise<readonly IndexFile[]> {
  const raw = { body: Buffer.from(html), url, type: 'text/html' };
  return (await readSimplePage(raw, 'six')).files;
}

/** The files of a JSON answer about the project six. */
export async function jsonFiles(answer: unknown, url = PAGE): Promise<readonly IndexFile[]> {
  const raw = { body: Buffer.from(JSON.stringify(answer)), url, type: SIMPLE_JSON };
  return (await readSimplePage(raw, 'six')).files;
}

/** A server for one test. */
export async function serve(answers: Readonly<Record<string, Served>>): Promise<StandInSimple> {
  const server = await startStandInSimple(answers);
  onTestFinished(() => server.close());
  return server;
}
