import { describe, expect, test } from 'vitest';
import { projectAnswer, versionAnswer } from '../../fixtures/pypi-answer.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';
import { lintAgainst, tagged } from './lint-against.ts';

describe('the index is asked', () => {
  test('once for each project, however many wheels it has and however they are spelled', async () => {
    const folder = await tempFolder();
    await writeWheels(
      folder,
      tagged('1.0'),
      tagged('1.1+cc'),
      `b/${tagged('2.0')}`,
      'Foo.Bar-1-py3-none-any.whl',
    );
    await writeWheels(folder, 'not a name.whl', 'foo_bar-2-py3-none-any.whl');
    const answer = projectAnswer('demo', [{ filename: tagged('1.0') }]);
    const { asked, result } = await lintAgainst(folder, { demo: { answer } });
    expect(asked).toEqual(['/pypi/demo/json', '/pypi/foo-bar/json']);
    expect(result.summary).toMatchObject({ wheels: 6, projects: 2, unchecked: 0 });
  });

  test('for public versions only, where it has to be asked for versions', async () => {
    const folder = await tempFolder();
    await writeWheels(folder, tagged('1.0+secret.label'), tagged('1.0'), tagged('v1.1'));
    const versions = { '1.0': versionAnswer('demo', '1.0', [{ filename: tagged('1.0') }]) };
    const { asked, result } = await lintAgainst(folder, {
      demo: { answer: versionAnswer('demo', '3.0', []), versions },
    });
    expect(asked).toEqual(['/pypi/demo/1.0/json', '/pypi/demo/1.1/json', '/pypi/demo/json']);
    expect(result.findings.map(({ code, wheel }) => [code, wheel])).toContainEqual(['WHL101', tagged('1.0')]);
  });

  test('nothing where no rule is on', async () => {
    const folder = await tempFolder();
    await writeWheels(folder, tagged('1.0'));
    const { asked, result } = await lintAgainst(folder, {}, { rules: [] });
    expect(asked).toEqual([]);
    expect(result.summary).toMatchObject({ wheels: 1, unchecked: 0 });
  });
});
