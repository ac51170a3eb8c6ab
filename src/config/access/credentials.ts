import { UsageError } from '../../errors.ts';
import { basicAuthorization } from '../../index/http/basic-authorization.ts';
import type { NetrcEntry } from './netrc.ts';
import type { Environment } from './proxies.ts';

/** Which variables hold the credentials for the URLs below one. */
export interface ConfiguredCredentials {
  /** Without credentials, query and fragment. */
  readonly url: string;
  readonly usernameEnv: string | undefined;
  readonly passwordEnv: string;
}

/** Where credentials come from besides the URL itself. */
export interface CredentialSources {
  readonly configured: readonly ConfiguredCredentials[];
  readonly environment: Environment;
  readonly netrc: readonly NetrcEntry[];
}

/**
 * Value of the `Authorization` header for an index or page: from the configured variables, or else from the `.netrc`.
 * @param text its URL; a user name in it is the one that counts
 * @returns `undefined` where the URL has a password itself, or there are no credentials for it
 * @throws {UsageError} for a variable that is not set
 */
export function authorizationFor(text: string, sources: CredentialSources): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.password !== '') return undefined;
  const username = decoded(url.username);
  const named = nearest(url, sources.configured);
  if (named !== undefined) {
    const { usernameEnv, passwordEnv } = named;
    const read = (variable: string): string => needed(variable, named, sources.environment);
    return basicAuthorization(
      username || (usernameEnv === undefined ? '' : read(usernameEnv)),
      read(passwordEnv),
    );
  }
  const entry = entryFor(url.hostname, username, sources.netrc);
  return entry && basicAuthorization(entry.login, entry.password);
}

/** Of all that fit, the one with the longest path. */
function nearest(url: URL, all: readonly ConfiguredCredentials[]): ConfiguredCredentials | undefined {
  return all
    .filter(({ url: start }) => isBelow(url, new URL(start)))
    .sort((a, b) => b.url.length - a.url.length)[0];
}

function isBelow(url: URL, start: URL): boolean {
  const folder = start.pathname.replace(/\/*$/, '/');
  return url.origin === start.origin && `${url.pathname}/`.startsWith(folder);
}

/** Python keeps the last entry of a machine, and so pip. */
function entryFor(host: string, username: string, entries: readonly NetrcEntry[]): NetrcEntry | undefined {
  const fitting = entries.filter(({ login }) => username === '' || login === username);
  return (
    fitting.findLast(({ machine }) => machine === host) ??
    fitting.findLast(({ machine }) => machine === undefined)
  );
}

function needed(variable: string, { url }: ConfiguredCredentials, environment: Environment): string {
  const value = environment[variable];
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`The credentials for '${url}' are in the variable ${variable}, which is not set.`);
}

/** What cannot be decoded is refused when the URL is opened. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
