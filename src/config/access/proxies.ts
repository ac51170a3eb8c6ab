import { UsageError } from '../../errors.ts';
import { basicAuthorization } from '../../index/http/basic-authorization.ts';
import type { Network, ProxyServer } from '../../index/http/network.ts';
import { isLoopback, readNoProxy } from './no-proxy.ts';

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxies that `HTTP_PROXY`, `HTTPS_PROXY` (each for the URLs of its scheme), `ALL_PROXY` (for the rest) and
 * `NO_PROXY` set. As in Python's `urllib`, a name in lower case counts before the same in upper case.
 * @throws {UsageError} naming the variable, whose value may hold a password
 */
export function readProxies(environment: Environment): Network['proxyOf'] {
  const all = proxyIn(environment, 'all_proxy');
  const http = proxyIn(environment, 'http_proxy') ?? all;
  const https = proxyIn(environment, 'https_proxy') ?? all;
  const isExempt = readNoProxy(variableIn(environment, 'no_proxy')?.value ?? '');
  return (url) => (isLoopback(url) || isExempt(url) ? undefined : url.protocol === 'https:' ? https : http);
}

function proxyIn(environment: Environment, lowerCase: string): ProxyServer | undefined {
  const found = variableIn(environment, lowerCase);
  return found === undefined || found.value === '' ? undefined : readProxy(found.name, found.value);
}

function readProxy(variable: string, text: string): ProxyServer {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url === null || url.hostname === '' || url.pathname.includes('@'))
    throw new UsageError(`${variable} is not the URL of a proxy.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(
      `${variable} names a proxy of the kind '${url.protocol.slice(0, -1)}'; only http and https are known.`,
    );
  }
  return { url: new URL(url.origin), authorization: authorizationOf(variable, url) };
}

function authorizationOf(variable: string, { username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  try {
    return basicAuthorization(decodeURIComponent(username), decodeURIComponent(password));
  } catch {
    throw new UsageError(
      `The user name or password in ${variable} is not percent-encoded; write "%" as "%25".`,
    );
  }
}

function variableIn(
  environment: Environment,
  lowerCase: string,
): { name: string; value: string } | undefined {
  for (const name of [lowerCase, lowerCase.toUpperCase()]) {
    const value = environment[name];
    if (value !== undefined) return { name, value: value.trim() };
  }
  return undefined;
}
