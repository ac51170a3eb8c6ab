import { severityWords } from './words.ts';

export const groupings = ['wheel', 'rule', 'project', 'folder', 'severity'] as const;
export type Grouping = (typeof groupings)[number];

/** What the list shows; it stands in the address behind `#`, so that it can be sent to others. */
export interface View {
  readonly query: string;
  /** Places in `severityWords`. */
  readonly severities: ReadonlySet<number>;
  /** Names; `''` for any. */
  readonly rule: string;
  readonly project: string;
  readonly folder: string;
  /** Findings of the baseline as well. */
  readonly baseline: boolean;
  readonly grouping: Grouping;
  /** 0 for the first. */
  readonly page: number;
  /** Fingerprint of the finding that is open, `''` for none. */
  readonly finding: string;
}

const allSeverities: ReadonlySet<number> = new Set(severityWords.keys());

export const plainView: View = {
  query: '',
  severities: allSeverities,
  rule: '',
  project: '',
  folder: '',
  baseline: false,
  grouping: 'wheel',
  page: 0,
  finding: '',
};

export function isPlain({ query, severities, rule, project, folder, baseline }: View): boolean {
  return (
    query === '' &&
    severities.size === severityWords.length &&
    !baseline &&
    rule === '' &&
    project === '' &&
    folder === ''
  );
}

/** Reads what stands behind `#`; words that mean nothing are passed over. */
export function viewOf(hash: string): View {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const named = words.get('severity')?.split(',');
  return {
    query: words.get('q') ?? '',
    severities:
      named === undefined
        ? allSeverities
        : new Set([...allSeverities].filter((place) => named.includes(severityWords[place] ?? ''))),
    rule: words.get('rule') ?? '',
    project: words.get('project') ?? '',
    folder: words.get('folder') ?? '',
    baseline: words.has('baseline'),
    grouping: groupings.find((grouping) => grouping === words.get('group')) ?? 'wheel',
    page: Math.max(0, (Number.parseInt(words.get('page') ?? '1', 10) || 1) - 1),
    finding: words.get('finding') ?? '',
  };
}

/** The same in the other direction: only what differs from the plain view. */
export function hashOf(view: View): string {
  const words = new URLSearchParams();
  if (view.query !== '') words.set('q', view.query);
  if (view.severities.size < severityWords.length) {
    words.set('severity', [...view.severities].map((place) => severityWords[place]).join(','));
  }
  for (const key of ['rule', 'project', 'folder', 'finding'] as const) {
    if (view[key] !== '') words.set(key, view[key]);
  }
  if (view.baseline) words.set('baseline', '');
  if (view.grouping !== 'wheel') words.set('group', view.grouping);
  if (view.page > 0) words.set('page', String(view.page + 1));
  return words.size === 0 ? '' : `#${words}`;
}
