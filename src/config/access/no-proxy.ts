import { BlockList, isIP } from 'node:net';

/** Whether requests to a URL go there directly. */
export type Bypass = (url: URL) => boolean;

/**
 * Reads `NO_PROXY`: names (their subdomains included, with or without a dot before them), addresses, networks such as
 * `10.0.0.0/8`, each with a port or without, and `*` for all; commas or spaces between them. As in curl, `urllib` and
 * undici, less what they differ in.
 */
export function readNoProxy(text: string): Bypass {
  const matchers = text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .map(matcherOf);
  return (url) => {
    const host = hostOf(url);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return matchers.some((matches) => matches(host, port));
  };
}

/** This machine itself: a proxy elsewhere cannot reach it. */
export function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  return /^(?:.+\.)?localhost$/.test(host) || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

type Matcher = (host: string, port: string) => boolean;

function matcherOf(entry: string): Matcher {
  const network = /^([\da-f.:]+)\/(\d{1,3})$/.exec(entry);
  if (network !== null) return inNetwork(network[1] ?? '', Number(network[2]));
  // An IPv6 address with a port stands in brackets; one without them has more than one colon.
  const [, bracketed, plain, wantedPort] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry) ?? [];
  const name = (bracketed ?? plain ?? entry).replace(/^\*?\./, '').replace(/\.$/, '');
  return (host, port) =>
    (wantedPort === undefined || wantedPort === port) &&
    (name === '*' || host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)));
}

function inNetwork(address: string, bits: number): Matcher {
  const family = isIP(address);
  if (family === 0 || bits > (family === 4 ? 32 : 128)) return () => false;
  const block = new BlockList();
  block.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  return (host) => isIP(host) === family && block.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.+)\]$/, '$1').replace(/(.)\.$/, '$1');
}
