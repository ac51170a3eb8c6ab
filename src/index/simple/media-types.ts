/** @see https://packaging.python.org/en/latest/specifications/simple-repository-api/#content-types */
export const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json';
export const SIMPLE_HTML = 'application/vnd.pypi.simple.v1+html';
/** What servers called it before, and call it still. */
export const HTML = 'text/html';
