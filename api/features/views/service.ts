/** How often places are looked at: a number a day, without a word of who looked. */
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { RateLimited } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { rateLimit } from '../../platform/rate-limit.ts';
import type { Viewer } from '../accounts/model.ts';
import { loadKeeping } from '../listings/service.ts';
import { isLookedAt } from './policy.ts';
import { addView, deleteViewsBefore, viewsInMonth } from './store.ts';

/** Notes that a request looks at a listing, where a person's does. Never fails: nobody waits for it. */
export type CountView = (request: Pick<FastifyRequest, 'ip' | 'headers' | 'method'>, listingId: number) => void;

/** What one address may add; who looks at more is hardly a person. Addresses are in memory only, and for an hour. */
const viewLimit = { limit: 120, windowMs: 3_600_000, clients: 10_000 };

export function openViewCounter(database: Database, log: Log, now: () => Date): CountView {
  const spend = rateLimit(viewLimit);
  return ({ ip, headers, method }, listingId) => {
    if (method === 'HEAD' || !isLookedAt(headers)) return;
    try {
      spend(ip, now());
    } catch (error) {
      if (error instanceof RateLimited) return;
      throw error;
    }
    addView(database, listingId, now()).catch((error) => log.error({ err: error }, 'a view was not counted'));
  };
}

interface Asked {
  database: Database;
  viewer: Viewer | undefined;
  now: Date;
}

/** Of each of these listings, in their order, since the month began; null but for those who look after it. */
export async function viewsThisMonth(asked: Asked, listingIds: readonly number[]): Promise<(number | null)[]> {
  if (!asked.viewer) return listingIds.map(() => null);
  const keeping = await loadKeeping(asked, listingIds);
  const kept = keeping.filter(({ role }) => role !== null).map(({ id }) => id);
  const counts = new Map(
    (await viewsInMonth(asked.database, kept, asked.now)).map(({ listingId, count }) => [listingId, count]),
  );
  return listingIds.map((id) => (kept.includes(id) ? (counts.get(id) ?? 0) : null));
}

const dayMs = 86_400_000;
/** A year can be compared with the one before; nobody needs more. */
const keptDays = 400;

/** Forgets old counts. */
export function forgetOldViews(database: Database, now: Date): Promise<void> {
  return deleteViewsBefore(database, new Date(now.getTime() - keptDays * dayMs));
}
