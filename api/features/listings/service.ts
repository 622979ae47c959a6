import type { Database } from '../../platform/database.ts';
import type { ClosedListing, Freshness, Listing } from './model.ts';
import { closedListingBySlug, statusOfSlug } from './store.ts';

export {
  change,
  changedSince,
  lock,
  lockAny,
  type MailingRequest,
  overtakenSince,
  requireState,
  requireTransition,
  revert,
  say,
  turn,
} from './acts.ts';
export { claimsByIds } from './claim-store.ts';
export { grantClaim } from './claims.ts';
export { assignRegions, coalesceListings, settleListings } from './coalesce.ts';
export { createListings } from './create.ts';
export { bareWebsite, phoneEnd } from './duplicates.ts';
export { findListing, loadListings } from './find.ts';
export { listingsAsOf } from './history.ts';
export { loadKeeping } from './keepers.ts';
export { loadWritten } from './own.ts';
export { slugBase } from './slug.ts';
export { sourceRecordsOf } from './source-store.ts';
export { listingColumns, openStateAt } from './store.ts';
export { changeListingStatus, confirmListing, listingData } from './write.ts';
export type { FieldChanges, State } from './write-model.ts';
export { type Known, loadState, loadStates } from './write-store.ts';

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
