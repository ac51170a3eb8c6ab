import { htmlDocument } from './html/document.ts';
import type { Reporter } from './reporter.ts';

/** The report as a page for people: one file that needs nothing else, to be opened in a browser. */
export const html: Reporter = htmlDocument;
