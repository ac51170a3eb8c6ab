import type { HttpApi } from '../http-answers.ts';
import { HTML, SIMPLE_HTML, SIMPLE_JSON } from './media-types.ts';

/** JSON first: only that tells sizes and times. A server is free to ignore it. */
export const ACCEPT_SIMPLE = `${SIMPLE_JSON}, ${SIMPLE_HTML};q=0.2, ${HTML};q=0.01`;

/** The Simple API over HTTP: `{base}/{project}/`. */
export const SIMPLE_API: HttpApi = {
  accept: ACCEPT_SIMPLE,
  route: (project) => `${project}/`,
};
