import { DomUtils, parseDocument } from 'htmlparser2';
import type { Log } from 'sarif';
import * as v from 'valibot';
import { severities } from '../../../src/engine/finding.ts';
import type { FormatName } from '../../../src/report/index.ts';
import { elements } from './elements.ts';
import { isAnnotation, readCommand } from './workflow-command.ts';

/** How many findings a report has, by severity. */
export interface Counts {
  error: number;
  warning: number;
  info: number;
}

function countWords(words: readonly (string | undefined)[], names: Record<keyof Counts, string>): Counts {
  const of = (name: string): number => words.filter((word) => word === name).length;
  return { error: of(names.error), warning: of(names.warning), info: of(names.info) };
}

const ours = { error: 'error', warning: 'warning', info: 'info' };
const severity = v.object({ severity: v.string() });

/** What a reader of each format finds in it, without the help of what wrote it. */
export const countsOf = {
  stylish: (text) => countWords(matches(text, /^ {2}(error|warning|info) +\S/gm), ours),
  concise: (text) => countWords(matches(text, /^\S+\.whl: (error|warning|info) WHL\d{3} /gm), ours),
  json: (text) => {
    const { findings } = v.parse(v.object({ findings: v.array(severity) }), JSON.parse(text));
    return countWords(
      findings.map((finding) => finding.severity),
      ours,
    );
  },
  jsonl: (text) => {
    const lines = text.trimEnd().split('\n');
    const typed = lines.map((line) => v.parse(v.looseObject({ type: v.string() }), JSON.parse(line)));
    const findings = typed.filter(({ type }) => type === 'finding');
    return countWords(
      findings.map((finding) => v.parse(severity, finding).severity),
      ours,
    );
  },
  sarif: (text) => {
    const log: Log = JSON.parse(text);
    const levels = log.runs[0]?.results?.map(({ level }) => level) ?? [];
    return countWords(levels, { ...ours, info: 'note' });
  },
  github: (text) => {
    const commands = text.split('\n').filter(isAnnotation).map(readCommand);
    const found = commands.filter(({ properties }) => properties.title !== 'Not checked');
    return countWords(
      found.map(({ name }) => name),
      { ...ours, info: 'notice' },
    );
  },
  gitlab: (text) => {
    const words = v.parse(v.array(severity), JSON.parse(text)).map((violation) => violation.severity);
    return countWords(words, { error: 'major', warning: 'minor', info: 'info' });
  },
  junit: (text) => {
    const document = parseDocument(text, { xmlMode: true });
    const failures = elements(document, 'failure').map(({ attribs }) => attribs.type);
    return countWords([...failures, ...elements(document, 'system-out').map(() => 'info')], ours);
  },
  html: (text) => {
    const data = textOf(text, 'data');
    const { findings } = v.parse(
      v.object({ findings: v.array(v.object({ severity: v.number() })) }),
      JSON.parse(data),
    );
    return countWords(
      findings.map((finding) => severities[finding.severity]),
      ours,
    );
  },
  markdown: (text) => countWords(matches(text, /^\| (error|warning|info) \|/gm), ours),
} satisfies Record<FormatName, (text: string) => Counts>;

/** The text of the element with an id. */
function textOf(text: string, id: string): string {
  const [found] = elements(parseDocument(text), 'script').filter(({ attribs }) => attribs.id === id);
  return found === undefined ? '' : DomUtils.textContent(found);
}

function matches(text: string, pattern: RegExp): (string | undefined)[] {
  return Array.from(text.matchAll(pattern), ([, word]) => word);
}
