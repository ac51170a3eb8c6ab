/** A proxy that forwards requests. */
export interface ProxyServer {
  /** Without credentials. */
  readonly url: URL;
  /** Value of a `Proxy-Authorization` header. */
  readonly authorization: string | undefined;
}

/** How this machine reaches others. */
export interface Network {
  /** `undefined` for a direct connection. */
  proxyOf(url: URL): ProxyServer | undefined;
  /** Certificates (PEM) of authorities that are trusted beside Node's own and the system's. */
  readonly authorities: readonly string[];
}

export const directNetwork: Network = { proxyOf: () => undefined, authorities: [] };
