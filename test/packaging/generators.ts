import fc from 'fast-check';

const pick = (...words: string[]) => fc.constantFrom(...words);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));

/** Often nothing. */
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: '', freq: 2 });
const small = pick('0', '1', '2', '3', '10', '01');
const number = fc.oneof(
  { weight: 8, arbitrary: small },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{1,40}$/) },
);
const release = fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const separator = pick('', '.', '-', '_');

const labelSegment = fc.oneof(
  {
    weight: 2,
    arbitrary: pick('computecanada', 'cu118', 'cpu', 'abc', 'a', 'Compute', 'torch27', 'torch210'),
  },
  { weight: 2, arbitrary: pick('0', '1', '01', '10', '1e5', '0x10', '5a', '2026') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9]{1,6}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{16,40}$/) },
);
const label = fc
  .array(fc.tuple(pick('.', '-', '_'), labelSegment), { minLength: 1, maxLength: 3 })
  .map((parts) => `+${parts.map(([dash, segment], index) => (index === 0 ? '' : dash) + segment).join('')}`);

const suffixes = joined(
  maybe(
    joined(separator, pick('a', 'b', 'c', 'rc', 'alpha', 'Beta', 'pre', 'preview'), separator, maybe(number)),
  ),
  maybe(
    fc.oneof(
      joined(pick('-'), number),
      joined(separator, pick('post', 'rev', 'r'), separator, maybe(number)),
    ),
  ),
  maybe(joined(separator, pick('dev', 'DEV'), separator, maybe(number))),
);

const epoch = maybe(pick('0!', '1!', '2!'));

/** Versions in all the spellings of PEP 440. */
export const versionText = joined(maybe(pick('v')), epoch, release, suffixes, maybe(label));

/** Few different numbers, so that two of them are often equal or close. */
export const closeVersionText = joined(
  pick('', '', '', '1!'),
  pick('1', '1.0', '1.0.0', '1.1', '1.0.1', '0', '2'),
  maybe(pick('a1', 'rc1', 'a2')),
  maybe(pick('.post0', '.post1', '-1')),
  maybe(pick('.dev0', '.dev1')),
  maybe(pick('+cc', '+CC', '+cc.1', '+1', '+abc')),
);

/** Versions, and texts that are nearly some. */
export const nearlyVersionText = fc.oneof(
  { weight: 4, arbitrary: versionText },
  {
    weight: 1,
    arbitrary: joined(versionText, pick('+', '.', '-', '_', '.*', 'x', '!', '٣', 'é', '+a+b', 'post')),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[v\d.!+\-_abcrpost]{0,12}$/) },
);

export const operator = pick('==', '!=', '<=', '>=', '<', '>', '~=', '===');

/** Clauses of specifiers, right and wrong. */
export const clauseText = joined(
  operator,
  maybe(pick(' ')),
  fc.oneof({ weight: 6, arbitrary: closeVersionText }, { weight: 1, arbitrary: nearlyVersionText }),
  fc.oneof({ weight: 4, arbitrary: pick('') }, { weight: 1, arbitrary: pick('.*', '+cc', ' ') }),
);

const blank = maybe(pick(' ', '  ', '\t'));
const variable = pick(
  ...['python_version', 'python_full_version', 'os_name', 'sys_platform', 'platform_machine', 'extra'],
  ...[
    'os.name',
    'sys.platform',
    'platform.machine',
    'python_implementation',
    'implementation_name',
    'nonsense',
  ],
);
const literal = pick(
  ...["'3.8'", '"3.8"', "'3.10'", "'linux'", '"posix"', "'x86_64'", "'Foo_Bar'", "'foo-bar'", "'3.8,3.9'"],
  ...["'3.*'", '"it\'s"', "''", "'linux linux2'"],
);
const comparison = fc.oneof(operator, pick('in', 'not in', 'not  in', 'IN', '='));
const atom = fc.oneof(
  { weight: 6, arbitrary: joined(variable, pick(' '), comparison, pick(' '), literal) },
  { weight: 2, arbitrary: joined(literal, pick(' '), comparison, pick(' '), variable) },
  { weight: 1, arbitrary: joined(variable, blank, operator, blank, literal) },
);

/** Markers, right and wrong. */
export const markerText = fc.letrec<{ marker: string; term: string }>((tie) => ({
  marker: fc.oneof({ maxDepth: 3 }, tie('term'), joined(tie('term'), pick(' and ', ' or '), tie('marker'))),
  term: fc.oneof(
    { maxDepth: 3 },
    atom,
    joined(
      pick('(', '( '),
      tie('marker'),
      fc.oneof({ weight: 9, arbitrary: pick(')') }, { weight: 1, arbitrary: pick('', ' )') }),
    ),
  ),
})).marker;

const name = fc.oneof(
  { weight: 6, arbitrary: pick('six', 'Foo.Bar', 'foo_bar', 'a', 'A-1', 'a--b', 'zope.interface') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z0-9._-]{0,6}$/) },
);
const extras = joined(
  pick('['),
  blank,
  fc.array(name, { maxLength: 3 }).chain((names) => pick(',', ' , ').map((comma) => names.join(comma))),
  blank,
  fc.oneof({ weight: 9, arbitrary: pick(']') }, { weight: 1, arbitrary: pick('', ',]') }),
);
const specifierSet = fc
  .array(clauseText, { maxLength: 3 })
  .chain((clauses) => pick(',', ' , ', ', ').map((comma) => clauses.join(comma)));
const versions = fc.oneof(
  joined(specifierSet, maybe(pick(','))),
  joined(pick('('), specifierSet, maybe(pick(',')), pick(')', ')', ')', ' )', '')),
  joined(
    pick('@ ', '@'),
    pick('https://example.org/a.whl', 'file:///a', 'git+https://g/a@v1#egg=a'),
    pick(' ', '', ''),
  ),
);

/** Requirements, right and wrong. */
export const requirementText = joined(
  blank,
  name,
  blank,
  maybe(extras),
  blank,
  versions,
  blank,
  maybe(joined(pick(';', '; '), markerText)),
);

const tag = fc.oneof(
  {
    weight: 6,
    arbitrary: pick('py3', 'py2', 'cp311', 'abi3', 'none', 'any', 'linux_x86_64', 'manylinux2014_x86_64'),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z0-9_]{0,5}$/) },
);
const tags = fc.array(tag, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

/** File names of wheels, right and wrong. */
export const filenameText = joined(
  fc.oneof({ weight: 6, arbitrary: pick('demo', 'Demo_x', 'a.b', 'a__b') }, { weight: 1, arbitrary: name }),
  pick('-'),
  fc.oneof({ weight: 3, arbitrary: closeVersionText }, { weight: 2, arbitrary: nearlyVersionText }),
  maybe(joined(pick('-'), pick('1', '01', '2cc', '1_a', 'cc', '', '10.x'))),
  joined(pick('-'), tags, pick('-'), tags, pick('-'), tags),
  fc.oneof(
    { weight: 9, arbitrary: pick('.whl') },
    { weight: 1, arbitrary: pick('', '-x86_64_v3.whl', '.WHL', '.whl.1') },
  ),
);
