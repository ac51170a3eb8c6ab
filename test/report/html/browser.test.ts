import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { recorded, tempWheelhouse } from '../../support/temp-wheelhouse.ts';
import { hostileResult, result, usual } from '../samples.ts';
import { launch, manyFindings, openReport, openText, skipped } from './support.ts';

let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

const many = manyFindings(10_000);
const rows = (page: Page) => page.locator('.finding');
const chooser = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const status = (page: Page) => page.getByRole('status');

describe.skipIf(skipped !== '')(`the HTML report in Chromium${skipped}`, () => {
  test('lists the findings under their wheels, and asks nobody for anything', async () => {
    const { page, complaints, requests } = await openReport(browser, result(usual));
    await expect(rows(page).count()).resolves.toBe(usual.length);
    await expect.poll(() => status(page).textContent()).toBe('5 findings');
    expect(await page.locator('.group h3').allTextContents()).toEqual([
      'wheels/cffi-1.17.1-py3-none-any.whl 2 findings',
      'wheels/six-1.17.0-py2.py3-none-any.whl 2 findings',
      'wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl 1 finding',
    ]);
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
  });

  test('search and filters narrow the list of 10,000 findings, and the address tells how', async () => {
    const { page, complaints } = await openReport(browser, many);
    await expect.poll(() => status(page).textContent()).toBe('1 to 50 of 10,000 findings');
    await page.getByRole('searchbox').fill('project1234 native');
    await expect.poll(() => status(page).textContent()).toBe('0 findings, of 10,000 in all');
    await page.getByRole('searchbox').fill('project1235- NATIVE');
    await expect.poll(() => status(page).textContent()).toBe('1 finding, of 10,000 in all');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => status(page).textContent()).toBe('1 to 50 of 10,000 findings');
    await chooser(page, 'Rule').selectOption('same-filename');
    await chooser(page, 'Folder').selectOption('wheels/02');
    await expect.poll(() => status(page).textContent()).toBe('1 to 50 of 250 findings, of 10,000 in all');
    expect(new URL(page.url()).hash).toBe('#rule=same-filename&folder=wheels%2F02');
    await page.getByLabel('warning').uncheck();
    await expect.poll(() => status(page).textContent()).toBe('0 findings, of 10,000 in all');
    expect(complaints).toEqual([]);
  });

  test('the address alone brings back what somebody saw', async () => {
    const hash = '#q=native&severity=error&group=folder&page=2';
    const { page } = await openReport(browser, many, { hash });
    await expect.poll(() => status(page).textContent()).toBe('51 to 100 of 2,000 findings, of 10,000 in all');
    expect(await page.getByRole('searchbox').inputValue()).toBe('native');
    expect(await chooser(page, 'Group by').inputValue()).toBe('folder');
    expect(await page.locator('.group h3').first().textContent()).toBe('wheels/00 250 findings');
  });

  test('a link to a finding opens its page of the list, and it', async () => {
    const id = (7777).toString(16).padStart(32, '0');
    const { page } = await openReport(browser, many, { hash: `#rule=native-in-any&finding=${id}` });
    const open = page.locator('.finding[open]');
    expect(await open.getAttribute('data-id')).toBe(id);
    expect(await open.locator('.facts').textContent()).toContain('project7777-1.0-py3-none-any.whl');
    expect(await page.evaluate('document.activeElement.parentElement.dataset.id')).toBe(id);
    await expect.poll(() => status(page).textContent()).toBe('7,751 to 7,800 of 10,000 findings');
  });

  test('findings of the baseline are counted, and shown on demand', async () => {
    const given = result(usual.slice(2), {
      suppressed: usual.slice(0, 2),
      suppressionNotices: [{ kind: 'stale', project: 'six', rule: 'same-filename', accepted: 3, found: 1 }],
    });
    const { page } = await openReport(browser, given);
    await expect.poll(() => status(page).textContent()).toBe('3 findings');
    expect(await page.locator('.totals .total').allInnerTexts()).toContain('in the baseline\n2');
    expect(await page.locator('.notes').textContent()).toContain('Stale in the baseline');
    await page.getByLabel('baseline').check();
    await expect.poll(() => status(page).textContent()).toBe('5 findings');
    expect(await page.locator('.finding .own').allTextContents()).toEqual([
      'in the baseline',
      'in the baseline',
    ]);
    expect(new URL(page.url()).hash).toBe('#baseline=');
  });

  test('a name in the tables filters the list', async () => {
    const { page } = await openReport(browser, many);
    await page.getByRole('link', { name: 'unsorted-tags' }).click();
    await expect.poll(() => status(page).textContent()).toBe('1 to 50 of 2,000 findings, of 10,000 in all');
    expect(await chooser(page, 'Rule').inputValue()).toBe('unsorted-tags');
  });

  test('everything is done with the keyboard alone', async () => {
    const { page } = await openReport(browser, many);
    const focused = () => page.evaluate('document.activeElement.closest("[data-id]")?.dataset.id');
    const id = (place: number) => place.toString(16).padStart(32, '0');
    await page.keyboard.press('/');
    await page.keyboard.type('wheels/05/ /j');
    expect(await page.getByRole('searchbox').inputValue()).toBe('wheels/05/ /j');
    await expect.poll(() => status(page).textContent()).toBe('0 findings, of 10,000 in all');
    for (const _ of ' /j') await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    expect(await focused()).toBe(id(5));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(id(45));
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding[open]').getAttribute('data-id')).toBe(id(45));
    await expect.poll(() => new URL(page.url()).hash).toBe(`#q=wheels%2F05%2F&finding=${id(45)}`);
    await page.keyboard.press('k');
    expect(await focused()).toBe(id(5));
    await page.keyboard.press(']');
    await expect.poll(() => status(page).textContent()).toBe('51 to 100 of 250 findings, of 10,000 in all');
    expect(await focused()).toBe(id(5 + 50 * 40));
    await page.keyboard.press('[');
    await expect.poll(() => status(page).textContent()).toBe('1 to 50 of 250 findings, of 10,000 in all');
  });

  test('what unfolds has the facts, the other files, and what to do', async () => {
    const { page } = await openReport(browser, result(usual), { hash: '#rule=same-filename' });
    await rows(page).locator('summary').click();
    const details = page.locator('.details');
    expect(await details.locator('dt').allTextContents()).toEqual([
      'Wheel',
      'The file on the index',
      'The same in another folder',
      'Link',
    ]);
    expect(await details.locator('h4').allTextContents()).toEqual(['Why', 'What to do', 'To accept it']);
    expect(await details.locator('pre').last().textContent()).toBe(`[[ignore]]
rule = "same-filename"
wheel = "six-1.17.0-py2.py3-none-any.whl"
reason = "…"`);
    expect(await details.getByRole('link').first().getAttribute('href')).toBe(
      'https://files.example/packages/six-1.17.0-py2.py3-none-any.whl',
    );
  });

  test('a conflict shows who wins for those who would take the wheel, and who only loses by that', async () => {
    const cwd = await tempWheelhouse(`
[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"

[[wheel]]
filename = "demo-1.0-cp312-cp312-linux_x86_64.whl"

[[index]]
filename = "demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"
`);
    const args = [
      '--exit-zero',
      '--installer=pip@26.2,pip@26.3',
      '--select=outranked',
      '--format=html',
      ...recorded,
    ];
    const { stdout } = await wheelhouseLint(args, { cwd });
    const { page } = await openText(browser, stdout, { hash: '#rule=outranked' });
    await rows(page).locator('summary').click();
    expect(await page.locator('.order h4').textContent()).toBe('Who wins for demo==1.0');
    const ladders = await page.locator('.ladder').allInnerTexts();
    expect(ladders.map((text) => text.replaceAll(/\n+/g, '\n'))).toEqual([
      `pip 26.2 · Python 3.11 on linux_x86_64
demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl installed
file://${cwd}/answers: manylinux comes before linux_*
demo-1.0-cp311-cp311-linux_x86_64.whl in your folders
wheels: manylinux comes before linux_*
1 more file of this version is out of the race.`,
      `pip 26.3 · Python 3.11 on linux_x86_64
demo-1.0-cp311-cp311-linux_x86_64.whl installed in your folders
wheels: linux_* comes before manylinux
demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl
file://${cwd}/answers: linux_* comes before manylinux
1 more file of this version is out of the race.`,
    ]);
  });

  test('hostile text runs nothing, adds no element and leads nowhere', async () => {
    const { page, complaints, requests } = await openReport(browser, hostileResult);
    for (const row of await rows(page).locator('summary').all()) await row.click();
    const { length } = hostileResult.findings;
    await expect.poll(() => page.locator('.details').count()).toBe(length);
    expect(await page.locator('body script').count()).toBe(2);
    for (const link of await page.locator('a').all())
      expect(await link.getAttribute('href')).toMatch(/^(?:https:\/\/|#)/);
    expect(await page.locator('.group').first().textContent()).not.toMatch(/\p{Cf}/u);
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
  });

  test('a script that got in would not run', async () => {
    const { page } = await openReport(browser, result(usual));
    await page.evaluate(
      `const script = document.createElement('script'); script.textContent = 'window.broken = true';
       document.body.append(script);
       document.body.insertAdjacentHTML('beforeend', '<p onclick="window.broken = true" id="trap">x</p>');`,
    );
    await page.locator('#trap').click();
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });

  test('without JavaScript the tables are there, and the list says why it is not', async () => {
    const { page } = await openReport(browser, result(usual), { javaScriptEnabled: false });
    expect(await page.locator('.totals .total').allInnerTexts()).toContain('warnings\n3');
    expect(await page.getByRole('rowheader', { name: 'native-in-any' }).isVisible()).toBe(true);
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true);
  });

  test('paper gets the whole list that is shown, without the tools', async () => {
    const { page } = await openReport(browser, manyFindings(300));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    expect(await rows(page).count()).toBe(300);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    const ink = 'getComputedStyle(document.body).color';
    const light = await page.evaluate(ink);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(ink)).toBe(light);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await rows(page).count()).toBe(50);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('axe finds nothing wrong, %s at %i pixels', { timeout: 60_000 }, async (colorScheme, width) => {
    const given = { ...manyFindings(300), unchecked: hostileResult.unchecked };
    const options = { colorScheme, viewport: { width, height: 900 }, hash: '#group=rule' };
    const { page } = await openReport(browser, given, options);
    for (const row of (await rows(page).locator('summary').all()).slice(0, 10)) await row.click();
    await page.locator('.docs > summary').first().click();
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`))',
    );
    expect(violations).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow, 'the page is wider than its window').toBeLessThanOrEqual(0);
  });

  test('both colour schemes are really drawn', async () => {
    const background = async (colorScheme: 'light' | 'dark') => {
      const { page } = await openReport(browser, result(usual), { colorScheme });
      return page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    };
    expect(await background('light')).not.toEqual(await background('dark'));
  });
});
