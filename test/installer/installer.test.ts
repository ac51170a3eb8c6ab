import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { defaultInstallers, parseInstaller } from '../../src/installer/installer.ts';

const model = (text: string) => parseInstaller(text).model;

describe('parseInstaller', () => {
  it.each([
    ['pip@20.2.4', 'pip@20.2', 'pip@20.3'],
    ['pip@21.0.1', 'pip@20.3', 'pip@21.1'],
    ['pip@21.3.1', 'pip@21.1', 'pip@22.0'],
    ['pip@22.0.4', 'pip@22.0', 'pip@22.1'],
    ['pip@23.3.2', 'pip@22.1', 'pip@24.0'],
    ['pip@24.0', 'pip@24.0', 'pip@24.1'],
    ['pip@24.1.2', 'pip@24.1', 'pip@24.2'],
    ['pip@24.3.1', 'pip@24.2', 'pip@25.0'],
    ['pip@25.3', 'pip@25.0', 'pip@26.0'],
    ['pip@26.0.1', 'pip@26.0', 'pip@26.1'],
    ['pip@26.2.1', 'pip@26.1', 'pip@26.3'],
  ])('%s chooses like %s and unlike %s', (version, like, unlike) => {
    expect(model(version)).toBe(model(like));
    expect(model(version)).not.toEqual(model(unlike));
  });

  it('takes the newest version without one, and says aloud that a newer one is not known', () => {
    expect(model('pip')).toBe(model('pip@26.3'));
    expect(parseInstaller('pip').notice).toBeUndefined();
    expect(model('pip@31.0')).toBe(model('pip@26.3'));
    expect(parseInstaller('pip@31.0').notice).toBe(
      'pip 31.0 is newer than pip 26.3, the newest that is known: it is taken to choose alike.',
    );
  });

  it('knows the strategies of uv and the old resolver of pip', () => {
    expect(model('uv')).toEqual(model('uv:first-index'));
    expect(model('uv:unsafe-best-match')).not.toEqual(model('uv'));
    expect(parseInstaller('pip@25.0:legacy-resolver').name).toBe('pip 25.0 (legacy-resolver)');
    expect(model('pip@25.0:legacy-resolver')).not.toEqual(model('pip@25.0'));
  });

  it.each([
    ['pipp', "There is no installer 'pipp'. Did you mean 'pip'?"],
    ['conda', "There is no installer 'conda'. There are: pip, uv, poetry, pdm, local-tag-draft."],
    ['toString', "There is no installer 'toString'. There are: pip, uv, poetry, pdm, local-tag-draft."],
    ['pip@19.3', "'pip@19.3' is older than pip 20.2, the oldest whose choice is known."],
    ['pip@new', "'pip@new' has no version behind the '@': write pip@26.2."],
    ['pip@', "'pip@' has no version behind the '@': write pip@26.2."],
    ['uv:best', "uv has no variant 'best'. It has: first-index, unsafe-first-match, unsafe-best-match."],
    [
      'uv:constructor',
      "uv has no variant 'constructor'. It has: first-index, unsafe-first-match, unsafe-best-match.",
    ],
    ['pdm:x', "pdm has no variant 'x'. It has none."],
  ])('refuses %s', (text, message) => {
    expect(() => parseInstaller(text)).toThrow(new UsageError(message));
  });

  it('reads its own defaults', () => {
    expect(defaultInstallers.map((text) => parseInstaller(text).name)).toEqual([
      'pip 26.2',
      'pip 26.3',
      'uv',
    ]);
  });
});
