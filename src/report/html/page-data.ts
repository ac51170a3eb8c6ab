/** What the page's script knows, as JSON in the page: numbers are places in the lists beside. Free of Node.js. */
export interface PageData {
  readonly rules: readonly PageRule[];
  readonly projects: readonly string[];
  readonly folders: readonly string[];
  readonly wheels: readonly PageWheel[];
  /** Sorted by wheel, then code; those of the baseline behind the others. */
  readonly findings: readonly PageFinding[];
  /** Files of the orders. */
  readonly files: readonly PageFile[];
  readonly orders: readonly PageOrder[];
}

export interface PageRule {
  readonly code: string;
  readonly name: string;
}

export interface PageWheel {
  readonly name: string;
  readonly folder: number;
  /** -1 where the file name gives none. */
  readonly project: number;
}

export interface PageFinding {
  /** The fingerprint: links to the finding hold it. */
  readonly id: string;
  readonly rule: number;
  /** Place in `severities`. */
  readonly severity: number;
  readonly wheel: number;
  /** Prose and names in turn; the names stand in single quotes elsewhere. */
  readonly message: readonly string[];
  readonly member?: string;
  readonly line?: number;
  readonly related?: readonly { readonly location: string; readonly message: string }[];
  readonly orders?: readonly number[];
  readonly fixable?: true;
  /** It is in the baseline. */
  readonly suppressed?: true;
}

export interface PageFile {
  readonly name: string;
  readonly source: string;
  readonly location: string;
  /** It lies in a folder. */
  readonly own?: true;
}

/** Who wins for one requirement. */
export interface PageOrder {
  /** `demo==1.0` */
  readonly requirement: string;
  readonly stack: string | null;
  readonly ladders: readonly PageLadder[];
}

/** One order of files, and the targets that share it. */
export interface PageLadder {
  readonly targets: readonly string[];
  /** Best first; those in the middle of a long order are left out. */
  readonly steps: readonly PageStep[];
  readonly problem?: string;
  /** How many files of this version fit none of these targets. */
  readonly excluded?: number;
}

export interface PageStep {
  readonly rank: number;
  readonly file: number;
  readonly reason: string;
  readonly taken?: 'installed' | 'failing';
}
