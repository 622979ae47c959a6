/** Looks through every public listing for pairs that may be one place, for moderators to judge. */
import type { Database } from '../../platform/database.ts';
import { lastListing, similarPairs } from './duplicates-store.ts';

/** Listings a statement. */
const batchSize = 1000;

/**
 * Opens a review for each pair that has none yet, whatever was decided on it. Two places of one import are two: it would
 * not name one twice. Returns how many were opened.
 */
export async function findAllDuplicates(database: Database, at: Date, signal?: AbortSignal): Promise<number> {
  const last = await lastListing(database);
  let found = 0;
  for (let from = 1; from <= last; from += batchSize) {
    signal?.throwIfAborted();
    found += await database.transaction((transaction) => similarPairs(transaction, from, from + batchSize, at));
  }
  return found;
}
