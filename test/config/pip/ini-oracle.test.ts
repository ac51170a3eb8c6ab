import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { IniError, parseIni } from '../../../src/config/pip/ini.ts';
import { expectSame, samples } from '../../packaging/differences.ts';
import { iniText, specialCharacter } from './generators.ts';
import { oracle } from './oracle.ts';

const items = v.array(v.tuple([v.string(), v.string()]));
const answer = v.object({ defaults: items, sections: v.array(v.tuple([v.string(), items])) });
type Answer = v.InferOutput<typeof answer> | null;

describe.skipIf(oracle.missing !== undefined)(`beside Python's configparser (${oracle.label})`, () => {
  it('accepts the same files and reads the same from them', () => {
    const texts = samples(iniText, 6000).filter(isComparable);
    const answers = askPython(texts);
    expectSame(texts, seenIn, (_, i) => answers[i]);
    // Files that are all right, or all wrong, would show little.
    const accepted = answers.filter((found) => found !== null && found.sections.length > 0);
    expect(accepted.length).toBeGreaterThan(texts.length / 5);
    expect(accepted.length).toBeLessThan((texts.length * 9) / 10);
  });

  it('takes lines of any characters apart in the same way', () => {
    const character = fc.oneof(specialCharacter, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    const text = fc.string({ unit: character, maxLength: 5 });
    const files = fc.tuple(text, text, text, text).map((t) => `[s]\nk${t[0]}=${t[1]}a${t[2]}\n b${t[3]}`);
    const texts = samples(files, 6000).filter(isComparable);
    const answers = askPython(texts);
    expectSame(texts, seenIn, (_, i) => answers[i]);
  });
});

function askPython(texts: readonly string[]): Answer[] {
  return oracle.ask(
    'ini',
    texts.map((text) => [Buffer.from(text).toString('base64')]),
    answer,
  );
}

function seenIn(text: string): Answer {
  try {
    const { defaults, sections } = parseIni(text);
    return {
      defaults: [...defaults],
      // Python lists the defaults with each section.
      sections: [...sections].map(([name, values]) => [name, [...new Map([...defaults, ...values])]]),
    };
  } catch (error) {
    if (error instanceof IniError) return null;
    throw error;
  }
}

/** Python and Node.js know letters of different versions of Unicode, and write keys in lower case. */
function isComparable(text: string): boolean {
  return !/\p{Cn}|(?![\0-\u05ff])\p{Changes_When_Lowercased}/u.test(text);
}
