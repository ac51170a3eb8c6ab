import * as v from 'valibot';
import type {
  Finding,
  IgnoreNotice,
  LintResult,
  SuppressionNotice,
  Unchecked,
} from '../../src/engine/finding.ts';
import type { RuleDescription } from '../../src/engine/rule.ts';
import { reportContext } from '../../src/report/context.ts';
import type { ReportContext } from '../../src/report/reporter.ts';

type RuleSample = Pick<RuleDescription, 'code' | 'name' | 'category' | 'severity' | 'messages'> &
  Partial<RuleDescription>;

function rule(sample: RuleSample): RuleDescription {
  return {
    needs: [],
    uses: [],
    docs: {
      summary: `Flags what ${sample.name} is about.`,
      why: 'An installer takes **another file** than you think. See [PEP 427](https://peps.python.org/pep-0427/).',
      example: '```\nsix-1.17.0-py3-none-any.whl\n```',
      fix: 'Rename the wheel or run `wheelhouse-lint fix`.',
      references: ['https://packaging.python.org/en/latest/specifications/binary-distribution-format/'],
    },
    optionsSchema: v.strictObject({}),
    ...sample,
  };
}

export const sameFilename = rule({
  code: 'WHL101',
  name: 'same-filename',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  messages: {
    different: "'{filename}' is also on '{index}' with other contents, and pip takes that one.",
    unknown: "'{filename}' is also on '{index}', which gives no hash to compare with.",
  },
});

export const missingLocalLabel = rule({
  code: 'WHL302',
  name: 'missing-local-label',
  category: 'labels',
  severity: 'warning',
  messages: { missing: "The version '{version}' has no local version label; rename it to '{suggestion}'." },
});

export const nativeInAny = rule({
  code: 'WHL401',
  name: 'native-in-any',
  category: 'tags',
  severity: 'error',
  messages: {
    sharedLibrary: "'{member}' is a native '{format}' library for '{platform}', so 'any' is not true.",
  },
});

export const unsortedTags = rule({
  code: 'WHL408',
  name: 'unsorted-tags',
  category: 'tags',
  severity: 'info',
  messages: { unsorted: "The tag set '{tags}' is not in sorted order." },
});

export const nvidiaRequirement = rule({
  code: 'WHL501',
  name: 'nvidia-requirement',
  category: 'requirements',
  severity: 'warning',
  messages: {
    required: "'{requirement}' pulls CUDA libraries from an index, '{requirement}' is not met by a module.",
  },
});

export const rules: readonly RuleDescription[] = [
  sameFilename,
  missingLocalLabel,
  nativeInAny,
  unsortedTags,
  nvidiaRequirement,
];

export function context(change: Partial<ReportContext> = {}): ReportContext {
  const homepage = 'https://github.com/wheelhouse-lint/wheelhouse-lint';
  return reportContext({ tool: { name: 'wheelhouse-lint', version: '0.1.0', homepage }, rules, ...change });
}

type FindingSample = Partial<Finding> & Pick<Finding, 'wheel' | 'messageId' | 'data'>;

let made = 0;

/** A finding of a rule, with the message that the engine would fill in. */
export function finding({ code, name, severity, messages }: RuleDescription, sample: FindingSample): Finding {
  made += 1;
  const template = messages[sample.messageId] ?? '';
  return {
    code,
    rule: name,
    severity,
    project: 'six',
    member: null,
    line: null,
    message: template.replace(/\{(\w+)\}/g, (_match, key: string) => sample.data[key] ?? ''),
    related: [],
    fingerprint: made.toString(16).padStart(16, '0'),
    fixable: false,
    ...sample,
  };
}

type Rest = {
  wheels?: number;
  ignored?: number;
  unchecked?: readonly Unchecked[];
  notices?: readonly IgnoreNotice[];
  notRun?: LintResult['notRun'];
  doubts?: readonly string[];
  suppressed?: readonly Finding[];
  suppressionNotices?: readonly SuppressionNotice[];
};

export function result(findings: readonly Finding[], rest: Rest = {}): LintResult {
  const { wheels = 966, ignored = 0, unchecked = [], notices = [], notRun = [], doubts = [] } = rest;
  const { suppressed = [], suppressionNotices = [] } = rest;
  const of = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    summary: {
      wheels,
      projects: Math.min(840, wheels),
      errors: of('error'),
      warnings: of('warning'),
      infos: of('info'),
      ignored,
      suppressed: suppressed.length,
      unchecked: unchecked.length,
    },
    findings,
    unchecked,
    ignoreNotices: notices,
    suppressed,
    suppressionNotices,
    doubts,
    notRun,
  };
}

export const six = 'wheels/six-1.17.0-py2.py3-none-any.whl';
export const cffi = 'wheels/cffi-1.17.1-py3-none-any.whl';
export const torch = 'wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl';

export const sixConflict = finding(sameFilename, {
  wheel: six,
  messageId: 'different',
  data: { filename: 'six-1.17.0-py2.py3-none-any.whl', index: 'https://index.example/pypi' },
  related: [
    {
      location: 'https://files.example/packages/six-1.17.0-py2.py3-none-any.whl',
      message: 'the file on the index',
    },
    { location: 'generic/six-1.17.0-py2.py3-none-any.whl', message: 'the same in another folder' },
  ],
});

export const nativeLibrary = finding(nativeInAny, {
  wheel: cffi,
  project: 'cffi',
  messageId: 'sharedLibrary',
  data: { member: '_cffi_backend.cpython-312-x86_64-linux-gnu.so', format: 'ELF', platform: 'linux_x86_64' },
  member: '_cffi_backend.cpython-312-x86_64-linux-gnu.so',
  fixable: true,
});

export const usual: readonly Finding[] = [
  nativeLibrary,
  finding(missingLocalLabel, {
    wheel: cffi,
    project: 'cffi',
    messageId: 'missing',
    data: { version: '1.17.1', suggestion: 'cffi-1.17.1+computecanada-py3-none-any.whl' },
    fixable: true,
  }),
  sixConflict,
  finding(unsortedTags, { wheel: six, messageId: 'unsorted', data: { tags: 'py3.py2' } }),
  finding(nvidiaRequirement, {
    wheel: torch,
    project: 'torch',
    messageId: 'required',
    data: { requirement: 'nvidia-cublas-cu12==12.8.4.1' },
    member: 'torch-2.9.1+computecanada.dist-info/METADATA',
    line: 27,
  }),
];

/** The usual findings again and again, each in a wheel of its own folder. */
export function manyFindings(amount: number): readonly Finding[] {
  return Array.from({ length: amount }, (_, index) => {
    const round = Math.floor(index / usual.length);
    const sample = usual[index % usual.length] ?? nativeLibrary;
    const print = index.toString(16).padStart(16, '0');
    return { ...sample, wheel: `${round}/${sample.wheel}`, fingerprint: print };
  });
}

const deadIndex = { source: 'https://index.example/pypi', reason: 'HTTP 503 after 3 tries' };

export const unchecked: readonly Unchecked[] = [
  ...['numpy', 'scipy', 'torch', 'triton', 'vllm', 'xarray'].map((project) => ({ project, ...deadIndex })),
  {
    project: 'torch',
    source: 'https://download.example.org/simple',
    reason: 'the answer is not a Simple index page',
  },
  { project: null, source: 'generic', reason: 'permission denied' },
];

export const notices: readonly IgnoreNotice[] = [
  { kind: 'unused', rule: 'same-filename', wheel: 'six-*.whl', reason: 'rebuilt on purpose', until: null },
  {
    kind: 'expired',
    rule: 'WHL501',
    wheel: 'torch-*.whl',
    reason: 'until the CUDA module is out',
    until: '2026-01-01',
  },
];

/** What a wheel or an index may hold to harm a terminal, a log viewer or the report itself. */
export const hostileTexts: readonly string[] = [
  '\x1b[2J\x1b]8;;http://evil.example\x07click\x1b]8;;\x07',
  '\x9b31mred\x9d0;title\x9c',
  'two\nlines\r\nand\ta\x85tab\u2028more\u2029',
  '[x](http://evil.example)',
  '\\[x\\](1) [a [b](2)](3)',
  '<script>alert(1)</script>',
  '%0A::error::injected',
  '::error file=x::injected',
  'lone \ud800 and \udc00 surrogates',
  'abc\u202egpj.exe\u2066\u061c\u200e',
  'zero\u200bwidth\ufeff\u{e0041}tag',
  '{0} {1} {{2}} {name} }{',
  'SARIF_BUILDER_INVALID',
  '../../../etc/passwd # ? 100% ünï 日本 \\ :',
  ']]><!-- &lt;&#60; --><![CDATA[',
  '| a | `b` ``` | **c** _d_ ~~e~~ \\| f',
  '![x](x) <https://evil.example> www.evil.example https://evil.example @someone #1 :+1:',
  '"\' onmouseover=alert(1) x=\'"',
  '$(touch x) `id` ; & \u0007 ]8;;',
  '\ufffe\uffff',
  '',
];

export const hostile: readonly Finding[] = hostileTexts.map((text) =>
  finding(nativeInAny, {
    wheel: `../wheel house/${text}/evil-1.0-py3-none-any.whl`,
    project: null,
    messageId: 'sharedLibrary',
    data: { member: text, format: text, platform: text },
    member: text,
    line: 3,
    related: [
      { location: `https://evil.example/${text}`, message: text },
      { location: `../${text}`, message: text },
    ],
  }),
);

export const hostileResult = result(hostile, {
  unchecked: hostileTexts.map((text) => ({
    project: text,
    source: `https://evil.example/${text}`,
    reason: text,
  })),
  notices: hostileTexts.map((text) => ({
    kind: 'unused',
    rule: text,
    wheel: text,
    reason: text,
    until: text,
  })),
  doubts: hostileTexts,
});
