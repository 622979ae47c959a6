import type { Database } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import type { ClosedListing, Freshness, Listing } from './model.ts';
import { closedListingBySlug, listingBySlug, listingsByIds, statusOfSlug } from './store.ts';

export { assignRegions, coalesceListings, settleListings } from './coalesce.ts';
export { createListings } from './create.ts';
export { listingsAsOf } from './history.ts';
export { slugBase } from './slug.ts';
export { sourceRecordsOf } from './source-store.ts';
export { listingColumns, openStateAt } from './store.ts';
export { listingData } from './write.ts';

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

/** True where a listing of this slug was public once and has been put away. */
export async function isPutAway(database: Database, slug: string): Promise<boolean> {
  return (await statusOfSlug(database, slug)) === 'ARCHIVED';
}

/** What is left of a listing that was public and has closed for good; null for any other slug. */
export async function findClosedListing(database: Database, slug: string): Promise<ClosedListing | null> {
  return slug.includes('\0') ? null : ((await closedListingBySlug(database, slug)) ?? null);
}

/** How recent the last check is: under 12 months, under 24, longer ago. */
export function freshnessOf(verifiedAt: Date | null, now: Date): Freshness {
  if (verifiedAt === null) return 'UNKNOWN';
  if (verifiedAt > monthsBefore(now, 12)) return 'FRESH';
  return verifiedAt > monthsBefore(now, 24) ? 'AGEING' : 'STALE';
}

function monthsBefore(date: Date, months: number): Date {
  const earlier = new Date(date);
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  return earlier;
}

/** The address on one line, as far as it is known: "Via Roma 12, 10121 Torino". */
export function formatAddress({ street, houseNumber, postcode, city }: Listing): string {
  const line = [street, street && houseNumber].filter(Boolean).join(' ');
  return [line, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
