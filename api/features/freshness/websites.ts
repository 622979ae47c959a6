/**
 * Looks now and then whether places' websites are still there: one request a host a minute at most, under our own name,
 * where its robots.txt lets us, and nowhere but on the public internet. What answers with a page or points elsewhere is
 * there; where it points is not followed.
 */
import robotsParser from 'robots-parser';
import type { Database } from '../../platform/database.ts';
import { askOutside, ForbiddenAddress } from '../../platform/outbound.ts';
import {
  askWithGet,
  type DueWebsite,
  enrolWebsites,
  noteAlive,
  noteFailure,
  postpone,
  saveRobots,
  takeDueWebsites,
} from './website-store.ts';

export interface Checking {
  database: Database;
  /** For our name: whoever finds us in their log can read who we are. */
  baseUrl: string;
  /** For tests. */
  allowLoopback?: boolean;
}

/** Its types say that it is a module with a default export; it is CommonJS, and the function itself. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const agent = 'RicircoloLinkCheck';
const pauseSeconds = 60;
const robotsDays = 7;
const robotsBytes = 200_000;
const timeoutMs = 20_000;
/** Requests in one round. */
const atOnce = 20;
/** Days to the next look: where all is well, where nobody answers, and where somebody asks for patience. */
const lookDays = 90;
const againDays = 2;
const patienceDays = 7;

/** Makes new websites known to the checker. */
export const enrol = ({ database }: Checking, now: Date) => enrolWebsites(database, now, lookDays);

/** One round: at most one request to each host whose turn it is. Returns how many hosts were asked. */
export async function checkWebsites(checking: Checking, now: Date): Promise<number> {
  const due = await takeDueWebsites(checking.database, { now, pauseSeconds, robotsDays, limit: atOnce });
  await Promise.all(due.map((website) => (website.robots === null ? readRobots : look)(checking, website, now)));
  return due.length;
}

/** The first request to a host; the website's own turn comes when the host may be asked again. */
async function readRobots(checking: Checking, { listingId, host, website }: DueWebsite, now: Date): Promise<void> {
  const { database } = checking;
  try {
    const { status, body } = await ask(checking, new URL('/robots.txt', website).href, 'GET', robotsBytes);
    // RFC 9309: without such a file everything may be read; while the server fails, nothing.
    if (status >= 500 || status === 429) return await postpone(database, listingId, now, patienceDays);
    await saveRobots(database, host, status < 300 ? body.replaceAll('\0', '') : '', now);
  } catch (error) {
    await noteTrouble(database, listingId, error, now);
  }
}

async function look(checking: Checking, { listingId, website, withGet, robots }: DueWebsite, now: Date): Promise<void> {
  const { database } = checking;
  const rules = parseRobots(new URL('/robots.txt', website).href, robots ?? '');
  if (rules.isDisallowed(website, agent)) return noteAlive(database, listingId, now, lookDays);
  try {
    const { status } = await ask(checking, website, withGet ? 'GET' : 'HEAD', 0);
    if (status < 400) return await noteAlive(database, listingId, now, lookDays);
    if (status === 429) return await postpone(database, listingId, now, patienceDays);
    // Some servers know no HEAD, or answer it with anything.
    if (!withGet) return await askWithGet(database, listingId);
    // Closed to us is not gone.
    if (status === 401 || status === 403) return await noteAlive(database, listingId, now, lookDays);
    await noteFailure(database, listingId, now, againDays);
  } catch (error) {
    await noteTrouble(database, listingId, error, now);
  }
}

/** An address that we do not ask says nothing of the place; no answer does. */
async function noteTrouble(database: Database, listingId: number, error: unknown, now: Date): Promise<void> {
  if (error instanceof ForbiddenAddress) return noteAlive(database, listingId, now, lookDays);
  await noteFailure(database, listingId, now, againDays);
}

function ask({ baseUrl, allowLoopback = false }: Checking, address: string, method: 'HEAD' | 'GET', bodyBytes: number) {
  const userAgent = `${agent}/1.0 (+${baseUrl}/about)`;
  return askOutside(address, { method, userAgent, allowLoopback, bodyBytes, timeoutMs });
}
