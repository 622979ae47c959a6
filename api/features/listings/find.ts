/** Public listings, whole. */
import type { Database } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import type { Listing } from './model.ts';
import { listingBySlug, listingsByIds } from './store.ts';

/** Public listings in the order of their ids; null where there is none. A merged one stands as its winner. */
export async function loadListings(database: Database, ids: readonly number[], now: Date): Promise<(Listing | null)[]> {
  const listings = await listingsByIds(database, ids, now);
  const byAskedId = new Map(listings.map((listing) => [listing.askedId, listing]));
  return ids.map((id) => byAskedId.get(id) ?? null);
}

/**
 * One public listing by id or slug, whole. Null where there is none or it is not public; a merged one stands as its
 * winner. Throws InvalidInput unless exactly one of the two is given.
 */
export async function findListing(
  database: Database,
  { id, slug }: { id?: number; slug?: string },
  now: Date,
): Promise<Listing | null> {
  if ((id === undefined) === (slug === undefined)) throw new InvalidInput('id', 'give either id or slug.');
  if (slug?.includes('\0')) return null; // PostgreSQL has no such text
  if (slug !== undefined) return (await listingBySlug(database, slug, now)) ?? null;
  return (await loadListings(database, id === undefined ? [] : [id], now))[0] ?? null;
}
