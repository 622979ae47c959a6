import type { Context } from '../../context.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { loadListings } from '../listings/service.ts';
import type { NeedInput, ReportInput } from './model.ts';
import { parseNeed, parseReport } from './policy.ts';
import { insertNeed, insertReport } from './store.ts';

/**
 * Keeps that something about a public listing is wrong, for a moderator to look at. Throws InvalidInput naming the
 * field, and RateLimited where the caller's address told too much within the hour. Returns when it was received.
 */
export async function reportListing(context: Context, listingId: number, input: ReportInput): Promise<Date> {
  const report = parseReport(input, context);
  const [listing] = await loadListings(context.database, [listingId], context.now);
  if (!listing) throw new InvalidInput('input.listing', 'there is no such public listing.');
  context.spendTelling();
  await context.database.transaction((transaction) => insertReport(transaction, { ...report, listingId: listing.id }));
  return report.createdAt;
}

/** Keeps what somebody looked for in vain. Throws as `reportListing`. */
export async function tellNeed(context: Context, input: NeedInput): Promise<Date> {
  const need = parseNeed(input, context.taxonomy, context);
  context.spendTelling();
  await insertNeed(context.database, need);
  return need.createdAt;
}
