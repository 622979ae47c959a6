/** The one way in for data: map → validate → match → write in batches, each whole or not at all. */
import type { Database, Queryable } from '../../platform/database.ts';
import { expandSchedules } from '../hours/service.ts';
import { coalesceListings } from '../listings/service.ts';
import { batches, type ImportInput, type ImportItem } from './batches.ts';
import type { Driver, DriverInput } from './model.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { beginBatch, finishRun, flagVanished, saveSource, startRun } from './store.ts';
import { writeBatch } from './write-batch.ts';

export interface ImportDependencies {
  database: Database;
  now: () => Date;
}

export interface ImportOptions extends ImportInput {
  /** Does everything, reports, and takes it back. */
  dryRun?: boolean;
  /** After every batch. */
  onProgress?: (report: ImportReport) => void;
}

/**
 * Imports records. Every batch is one transaction, so an import that is killed leaves nothing half done: run again, it
 * meets its own records and goes on. Errors of the driver end it after the batches read so far; then nothing counts as
 * vanished.
 */
export async function importRecords(dependencies: ImportDependencies, options: ImportOptions): Promise<ImportReport> {
  const { database, now } = dependencies;
  if (!options.dryRun) {
    const report = await run(database, (work) => database.transaction(work), now, options);
    await expandSchedules(database, { now: now() });
    return report;
  }
  let report: ImportReport | undefined;
  const takenBack = new Error('a dry run is taken back');
  await database
    .transaction(async (transaction) => {
      report = await run(transaction, (work) => work(transaction), now, options);
      throw takenBack;
    })
    .catch((error) => {
      if (error !== takenBack) throw error;
    });
  if (!report) throw new Error('a dry run ended without report');
  return report;
}

type Transact = <Result>(work: (transaction: Queryable) => Promise<Result>) => Promise<Result>;

async function run(
  database: Queryable,
  transact: Transact,
  now: () => Date,
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport(options.source.slug, options.dataset, options.dryRun ?? false);
  await saveSource(database, options.source);
  const importRun = await startRun(database, options.source.slug, options.dataset, now());
  let dataDate = options.date;
  for await (const batch of batches(options, report)) {
    await transact((transaction) => writeBatch(transaction, importRun, batch, now(), report));
    for (const { fetchedAt } of batch.records) if (fetchedAt > dataDate) dataDate = fetchedAt;
    options.onProgress?.(report);
  }
  await transact(async (transaction) => {
    await beginBatch(transaction);
    const { created, updated, unchanged, outdated } = report;
    if (created + updated + unchanged + outdated > 0) {
      const at = now();
      const listingIds = await flagVanished(transaction, importRun, dataDate, at);
      report.vanished = listingIds.length;
      // Where other sources speak of the place too, they come first now.
      await coalesceListings(transaction, listingIds, { actorRole: 'IMPORT', sourceSlug: importRun.sourceSlug, at });
    }
    await finishRun(transaction, importRun, { ...report, rejections: undefined, warnings: undefined }, now());
  });
  options.onProgress?.(report);
  return report;
}

/** Reads an input through its driver and maps what it gives. */
export async function* readPlaces(driver: Driver, input: DriverInput): AsyncGenerator<ImportItem> {
  for await (const item of driver.read(input)) {
    if ('rejection' in item) {
      yield item;
      continue;
    }
    const { recordId, where, point, tags, url, fetchedAt, warnings = [] } = item.record;
    const mapped = driver.map(item.record, input.mapping);
    if ('skip' in mapped) yield mapped;
    else if ('reject' in mapped) yield { rejection: { where, recordId, reason: mapped.reject, point, tags } };
    else {
      const { fields } = mapped;
      yield {
        place: { recordId, where, url, fetchedAt, fields, payload: tags, warnings: [...warnings, ...mapped.warnings] },
      };
    }
  }
}
