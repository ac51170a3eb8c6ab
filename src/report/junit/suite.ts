import { attributes, xmlText } from './xml.ts';

/** One test case: a finding, or what could not be checked. */
export interface Case {
  readonly name: string;
  readonly kind: 'failure' | 'skipped' | 'passed';
  readonly type: string;
  readonly text: string;
}

export function suiteText({
  name,
  cases,
}: {
  readonly name: string;
  readonly cases: readonly Case[];
}): string {
  const of = (kind: Case['kind']): number => cases.filter((test) => test.kind === kind).length;
  const counts = { tests: cases.length, failures: of('failure'), errors: 0, skipped: of('skipped') };
  const body = cases.map((test) => caseText(name, test)).join('');
  return `  <testsuite${attributes({ name, ...counts })}>\n${body}  </testsuite>\n`;
}

function caseText(classname: string, { name, kind, type, text }: Case): string {
  const start = `    <testcase${attributes({ name, classname })}`;
  if (text === '') return `${start}/>\n`;
  const inner =
    kind === 'passed'
      ? `<system-out>${xmlText(text)}</system-out>`
      : `<${kind}${attributes({ type, message: text })}>${xmlText(text)}</${kind}>`;
  return `${start}>\n      ${inner}\n    </testcase>\n`;
}
