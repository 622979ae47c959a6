/** How often each client may do something, in this process's memory: an address is forgotten when its hour is over. */
import { isIPv6 } from 'node:net';
import { RateLimited } from './errors.ts';

export interface RateLimitOptions {
  /** So many in any stretch of `windowMs`. */
  limit: number;
  windowMs: number;
  /** So many clients are remembered; the one seen longest ago makes room. */
  clients: number;
}

/** Counts one for a client. Throws RateLimited where it has none left. */
export type Spend = (address: string, now: Date) => void;

export function rateLimit({ limit, windowMs, clients }: RateLimitOptions): Spend {
  const spent = new Map<string, number[]>();
  return (address, now) => {
    const client = clientOf(address);
    const recent = (spent.get(client) ?? []).filter((at) => at > now.getTime() - windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= limit) {
      throw new RateLimited(Math.ceil((oldest + windowMs - now.getTime()) / 1000));
    }
    spent.delete(client);
    spent.set(client, [...recent, now.getTime()]);
    const [longestAgo] = spent.keys();
    if (spent.size > clients && longestAgo !== undefined) spent.delete(longestAgo);
  };
}

/** One client of IPv6 has a network of 64 bits to itself. */
function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
