import { describe, expect, test } from 'vitest';
import { applyIgnores, type Ignore, type IgnoreScope } from '../../src/engine/ignores.ts';
import { finding, nativeInAny, sameFilename } from '../report/samples.ts';

const today = '2026-06-15';
const six = 'wheels/six-1.17.0-py2.py3-none-any.whl';
const selenium = 'wheels/sub/selenium-4.30.0+cc-py3-none-any.whl';

const findings = [
  finding(sameFilename, { wheel: six, messageId: 'different', data: {} }),
  finding(nativeInAny, { wheel: six, messageId: 'sharedLibrary', data: {}, member: 'six/lib/a.so' }),
  finding(nativeInAny, {
    wheel: selenium,
    messageId: 'sharedLibrary',
    data: {},
    member: 'selenium/linux/manager',
  }),
];

function ignore(change: Partial<Ignore>): Ignore {
  const rule = { code: 'WHL401', rule: 'native-in-any' };
  return { ...rule, wheel: '*', member: undefined, reason: 'on purpose', until: undefined, ...change };
}

function apply(ignores: readonly Ignore[], scope: Partial<IgnoreScope> = {}) {
  const complete = ['WHL101', 'WHL401'];
  const { kept, ignored, notices } = applyIgnores(findings, ignores, {
    ...{ today, workingDirectory: '/site', wheels: [six, selenium], partial: false, complete },
    ...scope,
  });
  return {
    kept: kept.map(({ code, wheel }) => `${code} ${wheel}`),
    ignored,
    notices: notices.map(({ kind }) => kind),
  };
}

const all = [`WHL101 ${six}`, `WHL401 ${six}`, `WHL401 ${selenium}`];

test('without ignores everything is kept', () => {
  expect(apply([])).toEqual({ kept: all, ignored: 0, notices: [] });
});

describe('an ignore hides', () => {
  test.each<[string, Partial<Ignore>, readonly string[]]>([
    ['the findings of its rule only', { wheel: 'six-*.whl' }, [`WHL101 ${six}`, `WHL401 ${selenium}`]],
    ['in any folder, by a glob for the file name', { wheel: '*.whl' }, [`WHL101 ${six}`]],
    [
      'one wheel, by its name with a label',
      { wheel: 'selenium-4.30.0+cc-py3-none-any.whl' },
      [`WHL101 ${six}`, `WHL401 ${six}`],
    ],
    ['by a glob with a folder', { wheel: 'wheels/*.whl' }, [`WHL101 ${six}`, `WHL401 ${selenium}`]],
    ['by a glob with folders below', { wheel: 'wheels/**' }, [`WHL101 ${six}`]],
    ['by a glob with a folder anywhere', { wheel: '**/sub/*.whl' }, [`WHL101 ${six}`, `WHL401 ${six}`]],
    ['by member', { member: 'selenium/linux/*' }, [`WHL101 ${six}`, `WHL401 ${six}`]],
    ['by braces', { wheel: '{six,other}-*.whl' }, [`WHL101 ${six}`, `WHL401 ${selenium}`]],
  ])('%s', (_name, change, kept) => {
    expect(apply([ignore(change)])).toEqual({ kept, ignored: 3 - kept.length, notices: [] });
  });

  test('nothing without a member, where it names one', () => {
    expect(apply([ignore({ code: 'WHL101', member: '**' })])).toMatchObject({ kept: all, ignored: 0 });
  });

  test.each([
    ['from the working directory', undefined, 'wheels/*.whl'],
    ['from it, with a leading ./', '/site', './wheels/*.whl'],
    ['from a folder above', '/', 'site/wheels/*.whl'],
    ['from a folder below', '/site/wheels', './*.whl'],
    ['from beside', '/other', '../site/wheels/*.whl'],
  ])('by a glob that is meant %s', (_name, folder, wheel) => {
    expect(apply([ignore({ wheel, ...(folder && { folder }) })]).kept).toEqual([
      `WHL101 ${six}`,
      `WHL401 ${selenium}`,
    ]);
  });
});

test('two ignores for one finding both count as used, the finding counts once', () => {
  expect(apply([ignore({}), ignore({ wheel: 'six-*' })])).toMatchObject({ ignored: 2, notices: [] });
});

describe('its last day', () => {
  test.each([
    ['today', today, 2, []],
    ['tomorrow', '2026-06-16', 2, []],
    ['yesterday', '2026-06-14', 0, ['expired']],
  ])('%s', (_name, until, ignored, notices) => {
    expect(apply([ignore({ until })])).toMatchObject({ ignored, notices });
  });
});

describe('an ignore that matches nothing is called unused', () => {
  const unused = ignore({ wheel: 'numpy-*.whl' });

  test('in a whole wheelhouse', () => {
    expect(apply([unused])).toMatchObject({ ignored: 0, notices: ['unused'] });
  });

  test('but not where single files were linted and it is for others', () => {
    expect(apply([unused], { partial: true }).notices).toEqual([]);
    const forSelenium = ignore({ code: 'WHL101', wheel: 'selenium-*.whl' });
    expect(apply([forSelenium], { partial: true }).notices).toEqual(['unused']);
  });

  test('but not where its rule did not run, or did not see all', () => {
    expect(apply([unused], { complete: ['WHL101'] }).notices).toEqual([]);
  });
});

test('notices say what stands in the configuration', () => {
  const until = '2026-01-31';
  const { notices } = applyIgnores([], [ignore({ until, wheel: 'six-*.whl', folder: '/site' })], {
    ...{ today, workingDirectory: '/site', wheels: [], partial: false, complete: [] },
  });
  expect(notices).toEqual([
    { kind: 'expired', rule: 'native-in-any', wheel: 'six-*.whl', reason: 'on purpose', until },
  ]);
});
