import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ForbiddenMeaning, IndexApi } from '../index/index-options.ts';
import type { ConfiguredCredentials } from './access/credentials.ts';
import { anyFormat, type FormatControl, type FormatOption, restrictFormats } from './pip/format-control.ts';
import type { ConfigFile } from './schema.ts';

/** PyPI's JSON API. */
export const defaultIndex = 'https://pypi.org/pypi';

/** An index as it is configured. */
export interface ConfiguredIndex {
  /** Absolute. */
  readonly url: string;
  readonly api: IndexApi;
  /** Default `unchecked`. */
  readonly forbidden?: ForbiddenMeaning;
}

/** A find-links location: a folder or page of this machine, or the URL of a page. */
export interface ConfiguredLocation {
  readonly kind: 'path' | 'url';
  /** Absolute path, or URL. */
  readonly location: string;
  /** For people. */
  readonly display: string;
}

/** What one installer run sees together. */
export interface ConfiguredStack {
  readonly name: string;
  /** In the order that the configuration lists them. */
  readonly findLinks: readonly ConfiguredLocation[];
}

/** Where files come from, and which of them may be taken. */
export interface SourceSettings {
  /** `--index-url` first; none for `--no-index`. */
  readonly indexes: readonly ConfiguredIndex[];
  readonly credentials: readonly ConfiguredCredentials[];
  readonly stacks: readonly ConfiguredStack[];
  /** `--find-links`: locations beside the folders of the command line, and in every stack. */
  readonly findLinks: readonly ConfiguredLocation[];
  readonly preferBinary: boolean;
  readonly prereleases: boolean;
  readonly formats: FormatControl;
}

/** What the command line says about sources. */
export interface SourceRequest {
  /** `--index-url`: replaces the configured indexes. */
  readonly indexUrl: string | undefined;
  readonly extraIndexUrls: readonly string[];
  readonly indexApi: IndexApi | undefined;
  readonly findLinks: readonly string[];
  readonly noIndex: boolean;
  readonly preferBinary: boolean;
  readonly prereleases: boolean;
  /** Each use of `--only-binary` and `--no-binary`. */
  readonly formatUses: readonly FormatUse[];
}

export interface FormatUse {
  readonly option: FormatOption;
  /** Project names with commas between them, `:all:` or `:none:`. */
  readonly value: string;
}

/** @param folder where the configuration file stands */
export function resolveSources(
  file: ConfigFile,
  folder: string,
  request: SourceRequest,
  workingDirectory: string,
): SourceSettings {
  return {
    indexes: request.noIndex ? [] : indexesOf(file, folder, request, workingDirectory),
    credentials: file.credentials.map((entry) => ({
      url: entry.url,
      usernameEnv: entry['username-env'],
      passwordEnv: entry['password-env'],
    })),
    stacks: file.stack.map(({ name, 'find-links': findLinks }) => ({
      name,
      findLinks: findLinks.map((text) => locate(text, folder, workingDirectory)),
    })),
    findLinks: request.findLinks.map((text) => locate(text, workingDirectory, workingDirectory)),
    preferBinary: request.preferBinary,
    prereleases: request.prereleases,
    formats: request.formatUses.reduce(
      (control, { option, value }) => restrictFormats(control, option, value),
      anyFormat,
    ),
  };
}

function indexesOf(
  file: ConfigFile,
  folder: string,
  request: SourceRequest,
  workingDirectory: string,
): ConfiguredIndex[] {
  const configured = (file.index ?? [{ url: defaultIndex, api: 'auto' as const }]).map((index) => ({
    ...index,
    url: absoluteUrl(index.url, folder),
  }));
  const { first, extra } = askedIndexes(request, workingDirectory);
  return withoutRepeats([...(first ?? configured), ...extra]);
}

/** The indexes of the command line: `--index-url`, which replaces others, and those that come on top. */
export function askedIndexes(
  { indexUrl, extraIndexUrls, indexApi }: Pick<SourceRequest, 'indexUrl' | 'extraIndexUrls' | 'indexApi'>,
  workingDirectory: string,
): { readonly first: readonly ConfiguredIndex[] | undefined; readonly extra: readonly ConfiguredIndex[] } {
  const asked = (url: string): ConfiguredIndex => ({
    url: absoluteUrl(url, workingDirectory),
    api: indexApi ?? 'auto',
  });
  return {
    first: indexUrl === undefined ? undefined : [asked(indexUrl)],
    extra: extraIndexUrls.map(asked),
  };
}

/** The first of equal URLs counts, in its place, as in pip. */
export function withoutRepeats(indexes: readonly ConfiguredIndex[]): ConfiguredIndex[] {
  return indexes.filter(({ url }, place) => indexes.findIndex((index) => index.url === url) === place);
}

/** A URL for people. */
export function withoutCredentials(text: string): string {
  const url = URL.parse(text);
  // Up to the last "@": a password with a "/" in it makes the URL malformed, or ends the host's name.
  if (url === null || `${url.pathname}${url.search}${url.hash}`.includes('@')) {
    return text.replace(/^(https?:\/\/).*@/is, '$1');
  }
  if (url.username === '' && url.password === '' && url.search === '') return text;
  // Some servers take a token there.
  if (url.search !== '') url.search = '?****';
  url.username = '';
  url.password = '';
  return url.href;
}

/** `file:answers` is meant relative to the place where it is written; a URL would make `/answers` of it. */
function absoluteUrl(url: string, folder: string): string {
  const path = /^file:(?!\/)(.+)$/.exec(url)?.[1];
  return path === undefined ? url : pathToFileURL(resolve(folder, path)).href;
}

/** @param base folder that a relative path is meant from */
function locate(text: string, base: string, workingDirectory: string): ConfiguredLocation {
  if (/^(?:https?|file):/i.test(text)) {
    return { kind: 'url', location: text, display: withoutCredentials(text) };
  }
  return pathLocation(resolve(base, text), workingDirectory);
}

export function pathLocation(path: string, workingDirectory: string): ConfiguredLocation {
  const fromHere = relative(workingDirectory, path).split(sep).join('/') || '.';
  // A path that climbs out of the working directory is easier to read from the root.
  return { kind: 'path', location: path, display: fromHere.startsWith('../') ? path : fromHere };
}
