/** Requests to addresses that people gave us: never to machines of our own network, never followed elsewhere. */
import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface OutboundOptions {
  method: 'HEAD' | 'GET';
  userAgent: string;
  /** For tests, whose servers are on this machine: any port, and 127.0.0.1. */
  allowLoopback?: boolean;
  /** Bytes of a body that are read; the rest is left. */
  bodyBytes: number;
  timeoutMs: number;
}

export interface OutboundAnswer {
  status: number;
  body: string;
}

/** The address leads to where we do not ask. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/** Ranges that are somebody's own network, this machine, or no machine (RFC 6890 and those it lists). */
const reserved = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  reserved.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6, only what is given out as public, less what wraps an IPv4 address or is for documents. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
const wrappedV6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  wrappedV6.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is a public one. */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  if (isIP(bare) === 4) return !reserved.check(bare, 'ipv4');
  return isIP(bare) === 6 && publicV6.check(bare, 'ipv6') && !wrappedV6.check(bare, 'ipv6');
}

/** One request, its answer not followed. Throws ForbiddenAddress, or what the network says. */
export function askOutside(address: string, options: OutboundOptions): Promise<OutboundAnswer> {
  const { method, userAgent, allowLoopback = false, bodyBytes, timeoutMs } = options;
  const isAllowed = (ip: string) => isPublicAddress(ip) || (allowLoopback && ip === '127.0.0.1');
  return new Promise((resolve, reject) => {
    const url = URL.parse(address);
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    const isWeb = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
    const isUsualPort = url?.port === '' || allowLoopback;
    if (!isWeb || !isUsualPort || (isIP(host) !== 0 && !isAllowed(host))) {
      return reject(new ForbiddenAddress(`not an address that is asked: ${address}`));
    }
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = { 'user-agent': userAgent, accept: '*/*', connection: 'close' };
    const request = send(url, { method, headers, lookup: lookupAmong(isAllowed), agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const end = () => {
        clearTimeout(timer);
        response.destroy();
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).subarray(0, bodyBytes).toString('utf8'),
        });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= bodyBytes) end();
      });
      response.on('end', end);
      response.on('error', end); // what was read is enough to know that somebody answers
      if (bodyBytes === 0) end();
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end();
  });
}

/** Resolves names at the moment of connecting, so that a name cannot mean one address when asked and another then. */
function lookupAmong(isAllowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new ForbiddenAddress(`not an address that is asked: ${hostname}`), '', 0);
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
