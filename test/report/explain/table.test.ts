import { describe, expect, test } from 'vitest';
import { explanationTable } from '../../../src/report/explain/table.ts';
import { offer, source } from '../../installer/offered.ts';
import { bodyOf, explained, linesOf } from './explained.ts';

const folder = source('folder', 'wheels');
const index = source('index', 'main');
const wheel = (version: string): string => `demo-${version}-py3-none-any.whl`;
const tie = [offer(wheel('1.0'), folder), offer(wheel('1.0'), index)];

describe('a table is as wide as its page', () => {
  const offers = [offer(wheel('1.0+site'), folder), ...tie];

  test('160 columns: one line for each file', () => {
    expect(bodyOf(explained('demo', offers), 160)).toEqual([
      'pip 26.2 · Python 3.11 on linux_x86_64',
      "  ✔ 1  demo-1.0+site-py3-none-any.whl  wheels  has a local version label, 'site'",
      '    2  demo-1.0-py3-none-any.whl       main    has no local version label',
      '  = 3  demo-1.0-py3-none-any.whl       wheels  files on an index win a tie against files in a folder (since pip 20.3)',
      '',
    ]);
  });

  test('80 columns: the reason below', () => {
    expect(bodyOf(explained('demo', offers), 80)).toEqual([
      'pip 26.2 · Python 3.11 on linux_x86_64',
      '  ✔ 1  demo-1.0+site-py3-none-any.whl  wheels',
      "         has a local version label, 'site'",
      '    2  demo-1.0-py3-none-any.whl       main',
      '         has no local version label',
      '  = 3  demo-1.0-py3-none-any.whl       wheels',
      '         files on an index win a tie against files in a folder (since pip 20.3)',
      '',
    ]);
  });

  test('names that fill the line: the source below too, broken between words', () => {
    const long = 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl';
    const far = source('index', 'a-mirror-with-quite-a-long-name.of-some-company');
    const files = [offer(long, far), offer(long, source('folder', 'custom/python/wheelhouse'))];
    expect(bodyOf(explained('demo', files), 80)).toEqual([
      'pip 26.2 · Python 3.11 on linux_x86_64',
      `  ✔ 1  ${long}`,
      '         a-mirror-with-quite-a-long-name.of-some-company: files on an index win',
      '         a tie against files in a folder (since pip 20.3)',
      `  = 2  ${long}`,
      '         custom/python/wheelhouse: loses this tie',
      '',
    ]);
  });

  test.each([80, 100, 160])('%d columns: only names are ever wider', (width) => {
    const long = `demo-1.0+${'label.'.repeat(20)}x-py3-none-any.whl`;
    const files = [
      ...tie,
      offer(long, folder),
      offer('demo-2.0.tar.gz', index, { yanked: 'bad '.repeat(60) }),
    ];
    const lines = linesOf(
      explained('demo', files, {
        installers: ['pip@20.2', 'pip@21.0', 'pip@22.0', 'pip@23.0', 'pip@26.2', 'pip@26.3', 'uv', 'pdm'],
        notices: ['A notice '.repeat(40)],
        unchecked: [{ project: 'demo', source: 'https://i.example', reason: 'it '.repeat(80) }],
      }),
      width,
    );
    expect(lines.filter((line) => line.length > width && !line.includes('label.label'))).toEqual([]);
  });
});

describe('marks', () => {
  const legend = (lines: readonly string[]): string[] => lines.filter((line) => /^[✔✖=…] /.test(line));

  test('only those that are used are explained', () => {
    const [first] = tie;
    expect(legend(linesOf(explained('demo', first === undefined ? [] : [first])))).toEqual([
      '✔ gets installed',
    ]);
    expect(legend(linesOf(explained('demo', tie)))).toEqual([
      '✔ gets installed',
      '= ties with the file above: only where they lie decides',
    ]);
  });

  test('a file that is taken in vain', () => {
    const files = [offer(wheel('1.0'), index, { sha256: 'a'.repeat(64) })];
    const lines = linesOf(explained('demo', files, { request: { hashes: new Set(['b'.repeat(64)]) } }));
    expect(lines).toContain('  ✖ 1  demo-1.0-py3-none-any.whl  main  is the only file that fits');
    expect(legend(lines)).toEqual(['✖ is taken, and then the installation fails']);
  });

  test('no file, no legend', () => {
    expect(linesOf(explained('demo', []))).toEqual([
      'demo',
      '',
      'pip 26.2 · Python 3.11 on linux_x86_64',
      "  no source has a file of 'demo': nothing can be installed",
      '',
      '',
    ]);
  });
});

describe('the winner is told why it wins', () => {
  test('over other versions, if only its own sdist comes between', () => {
    const files = [wheel('2.0'), 'demo-2.0.tar.gz', wheel('1.0')].map((name) => offer(name, index));
    const lines = linesOf(explained('demo', files));
    expect(lines).toContain('  ✔ 1  demo-2.0-py3-none-any.whl  main  is the newest version, 2.0');
    expect(lines).toContain(
      '    2  demo-2.0.tar.gz            main  is an sdist, which comes behind any wheel',
    );
  });

  test("over another source's sdist", () => {
    const files = [offer(wheel('2.0'), folder), offer('demo-2.0.tar.gz', index), offer(wheel('1.0'), index)];
    expect(linesOf(explained('demo', files))).toContain(
      '  ✔ 1  demo-2.0-py3-none-any.whl  wheels  is a wheel',
    );
  });

  test('by path, and that the order of the configuration is nothing, once', () => {
    const files = ['v4', 'v3', 'generic'].map((name) => offer(wheel('1.0'), source('folder', name)));
    const lines = linesOf(explained('demo', files), 160);
    expect(lines.slice(3, 6)).toEqual([
      "  ✔ 1  demo-1.0-py3-none-any.whl  generic  the smallest path wins a tie, 'generic' before 'v3'",
      '  = 2  demo-1.0-py3-none-any.whl  v3       loses this tie',
      "  = 3  demo-1.0-py3-none-any.whl  v4       the smallest path wins a tie, 'v3' before 'v4'",
    ]);
    const asides = lines.filter((line) => line.includes('whatever the configuration lists first'));
    expect(asides).toEqual(['Of two folders the path decides, whatever the configuration lists first.']);
  });
});

describe('targets that agree share a table', () => {
  const headings = (lines: readonly string[]): string[] => lines.filter((line) => line.includes(' · '));

  test('with all their names above it', () => {
    const asked = { installers: ['pip@26.2', 'pip@26.3', 'uv'], pythons: ['3.11', '3.12'] };
    expect(headings(bodyOf(explained('demo', tie, asked)))).toEqual([
      'pip 26.2 and pip 26.3 · Python 3.11 and 3.12 on linux_x86_64',
      'uv · Python 3.11 and 3.12 on linux_x86_64',
    ]);
  });

  test('and the reasons that only some of them have', () => {
    const asked = { installers: ['pip@20.2', 'uv'], pythons: ['3.9'] };
    expect(bodyOf(explained('demo', tie, asked))).toEqual([
      'pip 20.2 and uv · Python 3.9 on linux_x86_64',
      '  ✔ 1  demo-1.0-py3-none-any.whl  wheels',
      '         files in a folder win a tie against files on an index (up to pip 20.2, in uv)',
      '  = 2  demo-1.0-py3-none-any.whl  main',
      '         loses this tie',
      '',
    ]);
  });

  test('not where one has a name for what happens', () => {
    const metadata = { name: 'demo', version: '1.0', requiresPython: undefined };
    const files = [offer(wheel('1.0+site'), folder, { metadata }), offer(wheel('1.0'), index)];
    const asked = { installers: ['pip@26.2', 'pip@26.3'] };
    expect(bodyOf(explained('demo', files, asked))).toEqual([
      'pip 26.2 and pip 26.3 · Python 3.11 on linux_x86_64',
      '  ✔ 1  demo-1.0-py3-none-any.whl  main  is the only file that fits',
      '  left out:',
      '    passes over it: its METADATA says version 1.0:',
      '      demo-1.0+site-py3-none-any.whl  wheels',
      '',
    ]);
  });

  test('files that fit neither of two Pythons do not part them', () => {
    const files = [offer(wheel('1.0'), folder), offer('demo-1.0-cp38-cp38-linux_x86_64.whl', folder)];
    const lines = bodyOf(explained('demo', files, { pythons: ['3.11', '3.12'] }));
    expect(headings(lines)).toHaveLength(1);
    expect(lines).toContain('    no tag fits:');
  });

  test('but why nothing fits does', () => {
    const files = [offer('demo-1.0-cp38-none-any.whl', folder)];
    const lines = bodyOf(explained('demo==2', files, { installers: ['pip@20.2', 'pip@26.2'] }));
    expect(headings(lines)).toEqual([
      'pip 20.2 · Python 3.11 on linux_x86_64',
      'pip 26.2 · Python 3.11 on linux_x86_64',
    ]);
    expect(lines).toContain('    calls this Python cp3_11, so no tag fits:');
    expect(lines).toContain('    no tag fits:');
  });
});

describe('many files', () => {
  const versions = Array.from({ length: 60 }, (_, place) => `${60 - place}.0`);
  const listed = versions.map((version) => offer(wheel(version), index));
  const own = ['40.5', '30.0', '20.5', '10.5'].map((version) => offer(wheel(version), folder));

  test('the best ones, and the best of the own ones with those above them', () => {
    const lines = bodyOf(explained('demo', [...own, ...listed]), 160);
    expect(lines.slice(1).map((line) => line.replace(/ {2,}(?:main|wheels) .*/, ''))).toEqual([
      '  ✔  1  demo-60.0-py3-none-any.whl',
      '     2  demo-59.0-py3-none-any.whl',
      '     3  demo-58.0-py3-none-any.whl',
      '     4  demo-57.0-py3-none-any.whl',
      '     5  demo-56.0-py3-none-any.whl',
      '     6  demo-55.0-py3-none-any.whl',
      '        … 13 files',
      '    20  demo-41.0-py3-none-any.whl',
      '    21  demo-40.5-py3-none-any.whl',
      '        … 10 files',
      '    32  demo-30.0-py3-none-any.whl',
      '  = 33  demo-30.0-py3-none-any.whl',
      '        … 8 files',
      '    42  demo-21.0-py3-none-any.whl',
      '    43  demo-20.5-py3-none-any.whl',
      '        … 21 files',
      '',
    ]);
  });

  test('where they are listed is said', () => {
    expect(linesOf(explained('demo', listed))).toContain('… further files, which --format json lists');
  });

  test('a lone file is not hidden', () => {
    const seven = bodyOf(explained('demo', listed.slice(0, 7)));
    expect(seven.filter((line) => line.includes('.whl'))).toHaveLength(7);
  });

  test('of those that are left out only the own ones have names', () => {
    const lines = bodyOf(explained('demo==99', [...own, ...listed]));
    expect(lines.slice(2)).toEqual([
      '  left out:',
      '    its version is not asked for:',
      ...own.slice(0, 3).map(({ filename }) => `      ${filename}  wheels`),
      '      … and 61 more files',
      '',
    ]);
    expect(bodyOf(explained('demo==99', listed)).slice(2)).toEqual([
      '  left out:',
      '    its version is not asked for: 60 files',
      '',
    ]);
  });
});

describe('what else is told', () => {
  test('each stack by its name', () => {
    const lines = linesOf(explained('demo', tie, { stacks: ['v4', 'v\u001b3'] }));
    expect(lines.filter((line) => line.startsWith('stack '))).toEqual(["stack 'v4'", "stack 'v\\x1b3'"]);
  });

  test('what could not be asked, each once', () => {
    const unchecked = [
      { project: 'demo', source: 'https://i.example', reason: 'HTTP 503 after 3 tries' },
      { project: null, source: 'wheels', reason: 'permission denied' },
    ];
    const text = linesOf(explained('demo', tie, { unchecked })).join('\n');
    expect(text).toContain(
      '\n1 project and 1 folder could not be checked completely, so another file may win:\n' +
        '  https://i.example: HTTP 503 after 3 tries (demo)\n  wheels: permission denied\n',
    );
  });

  test('notices, set off from what follows', () => {
    const text = linesOf(explained('demo', tie, { notices: ['One.', `Two ${'words '.repeat(30)}`] })).join(
      '\n',
    );
    expect(text).toMatch(/\n\nnote: One\.\nnote: Two words [^\n]*\n {6}words [^\n]*\n\n✔/);
  });

  test('why an installer stops', () => {
    const lines = linesOf(explained('demo>=1.0+site', tie, { installers: ['pip@26.2', 'uv'] }));
    const refusals = lines.filter((line) => line.startsWith('  ✖'));
    expect(refusals).toEqual(
      Array(2).fill("  ✖ refuses '>=1.0+site': a label can stand behind == and != only."),
    );
  });
});

test('places are told as they are typed', () => {
  const files = [
    offer(wheel('1.3'), { ...index, name: 'file:///work/answers' }),
    offer(wheel('1.2'), { ...index, name: 'file:///workshop/answers' }),
    offer(wheel('1.1'), { ...folder, name: '.' }),
  ];
  const shown = bodyOf(explained('demo', files)).flatMap(
    (line) => line.match(/\.whl {2}(\S+(?: folder)?)/)?.[1] ?? [],
  );
  expect(shown).toEqual(['file:answers', 'file:///workshop/answers', 'this folder']);
});

test('a build tag may hold anything, and is shown escaped', () => {
  const name = 'demo-1.0-1\u001b[2J\u202e\n-py3-none-any.whl';
  const text = linesOf(explained('demo', [offer(name, folder), ...tie])).join('\n');
  expect(text).toContain('  ✔ 1  demo-1.0-1\\x1b[2J\\u202e\\n-py3-none-any.whl  wheels');
  expect(text).toContain('has the higher build tag, 1\\x1b[2J\\u202e\\n\n');
  expect(text).not.toMatch(/[\u001b\u202e]/);
});

test('colours change nothing else', () => {
  const explanation = explained('demo', [...tie, offer('demo-3.0-cp38-none-any.whl', folder)], {
    unchecked: [{ project: 'demo', source: 'https://i.example', reason: 'HTTP 503' }],
    notices: ['A notice.'],
    stacks: ['a'],
  });
  const options = { width: 80, workingDirectory: '/work' };
  const painted = explanationTable(explanation, true, options);
  expect(painted).toMatch(/\u001b\[32m.*✔ 1/);
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(explanationTable(explanation, false, options));
  // A style that goes on over a line's end colours the rest of a terminal.
  for (const line of painted.split('\n')) {
    const codes = line.match(/\u001b\[(\d+)m/g) ?? [];
    expect(codes.length % 2).toBe(0);
  }
});
