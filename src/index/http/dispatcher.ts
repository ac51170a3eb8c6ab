import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { Agent, buildConnector } from 'undici';
import type { Network } from './network.ts';

export interface DispatcherOptions {
  /** Connections to one origin. */
  readonly connections: number;
  /** Milliseconds. */
  readonly connectTimeout: number;
  readonly network: Network;
}

/**
 * What requests go through: connections that are kept, directly or through the proxy of their URL. Our own choice of the
 * proxy, because undici's `EnvHttpProxyAgent` knows no `ALL_PROXY`, asks the HTTP proxy for `https:` URLs, and takes
 * `proxy:3128` for a URL of the scheme `proxy:`.
 */
export async function openDispatcher({
  connections,
  connectTimeout,
  network,
}: DispatcherOptions): Promise<Agent> {
  // Here, not at the top: it takes 80 ms, and many runs never need the network.
  const { Agent, Pool, ProxyAgent } = await import('undici');
  // As many sockets as asked for, no streams over one: what the tests cover is then what runs everywhere.
  const shared = { connections, connectTimeout, allowH2: false, headersTimeout: 0, bodyTimeout: 0 };
  const tlsOf = (url: URL): buildConnector.BuildOptions =>
    url.protocol === 'https:' ? { allowH2: false, secureContext: contextOf(network) } : { allowH2: false };

  return new Agent({
    ...shared,
    factory(origin) {
      const url = new URL(origin);
      const proxy = network.proxyOf(url);
      if (proxy === undefined) return new Pool(url.origin, { ...shared, connect: tlsOf(url) });
      return new ProxyAgent({
        ...shared,
        uri: proxy.url.href,
        ...(proxy.authorization !== undefined && { token: proxy.authorization }),
        requestTls: tlsOf(url),
        proxyTls: tlsOf(proxy.url),
      });
    },
  });
}

/** Reading the certificates takes 70 ms, and a run has a client for each index. */
const contexts = new WeakMap<Network, SecureContext>();

function contextOf(network: Network): SecureContext {
  const context = contexts.get(network) ?? createSecureContext({ ca: trusted(network) });
  contexts.set(network, context);
  return context;
}

/** Node's own, those of `NODE_EXTRA_CA_CERTS` among them, the system's, and those that were named. */
function trusted({ authorities }: Network): string[] {
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...authorities])];
}
