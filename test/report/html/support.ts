import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { LintResult } from '../../../src/engine/finding.ts';
import { html } from '../../../src/report/html.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { context, result, usual } from '../samples.ts';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** For the name of a test, where it is skipped. */
export const skipped = program === undefined ? ' (skipped: there is no Chromium in /usr/bin)' : '';

export async function launch(): Promise<Browser | undefined> {
  // The tests may run as root, for whom the sandbox does not work.
  return program === undefined
    ? undefined
    : chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}

/** A page with a report in it, and what should never happen to it. */
export interface OpenReport {
  readonly page: Page;
  readonly url: string;
  /** Errors of scripts, and what the console says. */
  readonly complaints: readonly string[];
  /** URLs that were asked for, the report's own left out. */
  readonly requests: readonly string[];
}

export async function openReport(
  browser: Browser | undefined,
  given: LintResult,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenReport> {
  return openText(browser, await html(given, context()), options);
}

/** The same for a page that is there already. */
export async function openText(
  browser: Browser | undefined,
  text: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenReport> {
  if (browser === undefined) throw new Error('there is no browser');
  const folder = await tempFolder();
  await writeFiles(folder, { 'report.html': text });
  const { hash = '', ...settings } = options;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...settings });
  const complaints: string[] = [];
  const requests: string[] = [];
  const url = pathToFileURL(join(folder, 'report.html')).href;
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) requests.push(request.url());
  });
  await page.goto(url + hash);
  return { page, url, complaints, requests };
}

/** The usual findings over and over, each time in another wheel of another folder. */
export function manyFindings(amount: number): LintResult {
  const findings = Array.from({ length: amount }, (_, place) => {
    const finding = usual[place % usual.length];
    if (finding === undefined) throw new Error('there are no samples');
    const folder = `wheels/${String(place % 40).padStart(2, '0')}`;
    return {
      ...finding,
      wheel: `${folder}/project${place}-1.0-py3-none-any.whl`,
      project: `project${place}`,
      fingerprint: place.toString(16).padStart(32, '0'),
    };
  });
  return result(findings, { wheels: amount });
}
