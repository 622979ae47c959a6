import type { Queryable } from '../../platform/database.ts';
import { coalesceListings, createListings, slugBase } from '../listings/service.ts';
import type { Batch } from './batches.ts';
import type { ImportReport } from './report.ts';
import {
  beginBatch,
  compareRecords,
  flagDuplicates,
  type IncomingRecord,
  type Run,
  resolveVanished,
  saveRecords,
  touchRecords,
} from './store.ts';

/** Matches a batch with what is there and writes it, in the caller's transaction; counts in the report what it did. */
export async function writeBatch(
  transaction: Queryable,
  importRun: Run,
  batch: Batch,
  at: Date,
  report: ImportReport,
): Promise<void> {
  await beginBatch(transaction);
  const comparisons = await compareRecords(transaction, importRun, batch.records);
  const compared = batch.records.flatMap((record, position) => {
    const comparison = comparisons[position];
    return comparison ? [{ record, ...comparison }] : [];
  });
  const fresh = compared.filter(({ state }) => state === 'NEW').map(({ record }) => record);
  const changed = compared.filter(({ state }) => state === 'CHANGED');
  const met = compared.filter(({ state }) => state === 'SAME' || state === 'OLDER');
  const back = compared.filter(({ state, returned }) => returned && state !== 'OLDER');

  const createdIds = await createListings(
    transaction,
    fresh.map(({ fields }) => draftOf(fields)),
    at,
  );
  const known = changed.flatMap(({ record, listingId }) => (listingId === null ? [] : [{ ...record, listingId }]));
  const created = fresh.flatMap((record, position) => {
    const listingId = createdIds[position];
    return listingId === undefined ? [] : [{ ...record, listingId }];
  });
  await saveRecords(transaction, importRun, [...created, ...known]);
  await touchRecords(transaction, importRun, [
    ...met.map(({ record, state }) => ({ ...record, confirmed: state === 'SAME' })),
    ...batch.rejectedIds.map((recordId) => ({ recordId, fetchedAt: at, confirmed: false })),
  ]);
  const backIds = back.flatMap(({ listingId }) => listingId ?? []);
  await resolveVanished(transaction, backIds, at);
  const touched = new Set([...createdIds, ...known.map(({ listingId }) => listingId), ...backIds]);
  await coalesceListings(transaction, [...touched], { actorRole: 'IMPORT', sourceSlug: importRun.sourceSlug, at });

  report.possibleDuplicates += await flagDuplicates(transaction, createdIds, at);
  report.created += fresh.length;
  report.updated += changed.length;
  report.unchanged += met.filter(({ state }) => state === 'SAME').length;
  report.outdated += met.filter(({ state }) => state === 'OLDER').length;
  report.returned += back.length;
}

function draftOf(fields: IncomingRecord['fields']) {
  const { name, categories, address, location } = fields;
  const category = categories[0] ?? ''; // the driver gives at least one; the table refuses none
  return { slugBase: slugBase({ name, category, ...address }), name: name ?? category, categories, location };
}
