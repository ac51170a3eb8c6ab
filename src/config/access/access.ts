import type { Network } from '../../index/http/network.ts';
import { readAuthorities } from './authorities.ts';
import { authorizationFor, type ConfiguredCredentials } from './credentials.ts';
import { type NetrcPlace, readNetrcFile } from './netrc-file.ts';
import { readProxies } from './proxies.ts';

/** How indexes and pages are reached from here, and with whose credentials. */
export interface Access {
  readonly network: Network;
  /** Value of the `Authorization` header for an index or page. @throws {UsageError} */
  authorizationFor(url: string): string | undefined;
  /** What was passed over, as sentences. */
  readonly notices: readonly string[];
}

/** @throws {UsageError} for a variable of the environment that makes no sense */
export async function readAccess(
  configured: readonly ConfiguredCredentials[],
  place: NetrcPlace,
): Promise<Access> {
  const { environment } = place;
  const proxyOf = readProxies(environment);
  const { entries: netrc, notice } = await readNetrcFile(place);
  return {
    network: { proxyOf, authorities: await readAuthorities(environment) },
    authorizationFor: (url) => authorizationFor(url, { configured, environment, netrc }),
    notices: notice === undefined ? [] : [notice],
  };
}
