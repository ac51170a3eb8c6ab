import fc from 'fast-check';

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const rarely = (text: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text });

/** What parts lines, keys and words for Python, or for JavaScript but not for Python. */
export const specialCharacter = pick(
  ...'\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u180e\u2000\u200b\u2028\u2029\u202f\u205f\u3000\ufeff=:[]#;',
);

const blank = fc.oneof(
  { weight: 6, arbitrary: pick('', ' ', '  ', '\t', '    ') },
  { weight: 1, arbitrary: pick('\u00a0', '\u001c', '\u0085', '\u2028', '\ufeff', '\u000b', '\u3000') },
);
const ending = fc.oneof(
  { weight: 8, arbitrary: pick('\n') },
  { weight: 1, arbitrary: pick('\r\n', '\r', '\n\n', '\n \n', '\u2028\n') },
);
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: pick('/a', 'b', 'https://x:y@z/?q=1#f', '%(a)s', '$HOME', 'a=b', 'c:d', '[e]', '"'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const value = fc.array(joined(blank, word), { maxLength: 3 }).map((words) => words.join(' '));
const comment = joined(blank, pick('#', ';', '# a = b', '; [x]'));
const delimiter = pick('=', ':', ' = ', ' : ', '\t=', ': ');
const key = joined(
  fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{2}$/) },
    { weight: 1, arbitrary: pick('Aa', 'a a', 'É', 'İ', 'ΑΣ', '-', '#a', 'a#', '') },
  ),
  rarely(pick(' ', '\u00a0', '\u001f')),
);
const continuation = joined(pick(' ', '  ', '\t', '      ', '\u00a0 ', '\u001d'), value);
const option = fc
  .tuple(
    joined(rarely(blank), key, delimiter, value),
    fc.array(joined(ending, fc.oneof(continuation, comment)), { maxLength: 2 }),
  )
  .map(([line, more]) => [line, ...more].join(''));
const name = fc.oneof(
  { weight: 6, arbitrary: pick('global', 'install', 'download', 'wheel', 'DEFAULT') },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{1,3}$/) },
  { weight: 1, arbitrary: pick('Install', ' install ', 'a]b', ':env:', 'default', 'a.b', '#') },
);
const header = joined(
  rarely(blank),
  name.map((text) => `[${text}]`),
  rarely(pick(' ', ' x', ']', '=')),
);
const junk = pick('word', '=', ': x', '[', '[]', '[x', 'x]');

const line = fc.oneof(
  { weight: 20, arbitrary: option },
  { weight: 4, arbitrary: header },
  { weight: 3, arbitrary: comment },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: rarely(junk) },
);

/** Files in the dialect of Python's `configparser`, some of them not quite. */
export const iniText = fc
  .tuple(
    rarely(fc.oneof(blank, comment, junk).map((text) => `${text}\n`)),
    header,
    fc.array(joined(ending, line), { maxLength: 10 }),
    rarely(ending),
  )
  .map(([start, first, lines, end]) => [start, first, ...lines, end].join(''));

const folders = pick(
  '/abs',
  '/abs/',
  'rel',
  './rel/../rel2',
  '~/wheels',
  '~/link',
  '~/missing',
  '~',
  'a:b',
  'file:rel',
);
const urls = pick(
  'https://me:secret@host/simple',
  'http://other/',
  'file:///abs',
  'simple',
  'https://pypi.org/simple',
);
const gap = pick(' ', '  ', '\n  ', '\n\t', ' \n\n  ', '\u00a0', '\u2028');
const listOf = (entry: fc.Arbitrary<string>) =>
  fc.array(joined(entry, gap), { maxLength: 3 }).map((entries) => entries.join(''));
const yesOrNo = fc.oneof(
  { weight: 30, arbitrary: pick('yes', 'No', 'true', 'OFF', '1', '0', 't', 'n', '') },
  { weight: 1, arbitrary: pick('maybe', '2', '\n  yes', 'yes ; no') },
);
const formatList = fc
  .array(pick('six', 'numpy', 'Foo_Bar', ':all:', ':none:', ' scipy'), { maxLength: 3 })
  .map((names) => names.join(','));

/** An option with a value that fits it more or less; the value goes on in lines that are indented. */
const setting = fc.oneof(
  fc.tuple(pick('find-links', 'find_links', '--find-links', 'Find-Links'), listOf(folders)),
  fc.tuple(pick('index-url', 'pypi-url', 'INDEX_URL'), urls),
  fc.tuple(pick('extra-index-url', 'extra_index-url'), listOf(urls)),
  fc.tuple(pick('no-index', 'prefer-binary', 'pre', 'no_index'), yesOrNo),
  fc.tuple(pick('only-binary', 'no-binary', 'only_binary'), formatList),
  fc.tuple(pick('constraint', 'disable-pip-version-check', 'f', 'version', 'other'), pick('1', '0', '')),
);

const settings = (maxLength: number) =>
  fc.uniqueArray(setting, { selector: ([name]) => name.toLowerCase(), maxLength });
const section = fc
  .tuple(pick('global', 'install', 'download', 'wheel', ':env:', 'DEFAULT', 'Install', 'list'), settings(4))
  .map(([name, entries]) => ({
    name,
    text: [`[${name}]`, ...entries.map(([key, text]) => `${key} = ${text}`)].join('\n'),
  }));

/** Configuration files of pip, most of them in order. */
export const pipFile = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .uniqueArray(section, { selector: ({ name }) => name, minLength: 1, maxLength: 4 })
      .map((sections) => sections.map(({ text }) => `${text}\n`).join('\n')),
  },
  { weight: 1, arbitrary: pick('', 'junk', '[install]\npre', '\ufeff[install]\n', '[install\npre=1') },
);

/** Variables for pip's options. */
export const pipVariables = settings(3).map((entries) =>
  Object.fromEntries(
    entries.map(([key, text]) => [`PIP_${key.replaceAll('-', '_').toUpperCase()}`, text] as const),
  ),
);
