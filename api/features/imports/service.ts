/** The one way in for data: map → validate → match → write in batches, each whole or not at all. */
import tzLookup from '@photostructure/tz-lookup';
import type { Database, Queryable } from '../../platform/database.ts';
import { expandSchedules, validateHours } from '../hours/service.ts';
import { coalesceListings } from '../listings/coalesce.ts';
import { createListings } from '../listings/create.ts';
import { slugBase } from '../listings/slug.ts';
import type { Driver, DriverInput, MappedFields, Rejection } from './model.ts';
import { emptyReport, type ImportReport, reject, warn } from './report.ts';
import type { SourceDescription } from './sources.ts';
import {
  beginBatch, compareRecords, finishRun, flagDuplicates, flagVanished, type IncomingRecord, type Run, resolveVanished,
  saveRecords, saveSource, startRun, touchRecords,
} from './store.ts';

/** A place ready to be written, whatever format it came in. */
export interface PlaceRecord {
  recordId: string;
  where: string;
  url?: string;
  /** Where they differ from the source's. */
  licence?: string;
  attribution?: string;
  /** Where it differs from the date of the whole input. */
  fetchedAt?: Date;
  fields: MappedFields;
  payload: Record<string, string>;
  warnings: readonly string[];
}

export type ImportItem = { place: PlaceRecord } | { rejection: Rejection } | { skip: string };

export interface ImportDependencies {
  database: Database;
  now: () => Date;
}

export interface ImportOptions {
  items: AsyncIterable<ImportItem>;
  source: SourceDescription;
  /** What part of the source this is: what an earlier import of the same part had and this one lacks has vanished. */
  dataset: string;
  /** The date of the data, for records that have none of their own. */
  date: Date;
  /** Does everything, reports, and takes it back. */
  dryRun?: boolean;
  /** After every batch. */
  onProgress?: (report: ImportReport) => void;
  onRejection?: (rejection: Rejection) => void;
  /** Records a transaction. */
  batchSize?: number;
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
  database: Queryable, transact: Transact, now: () => Date, options: ImportOptions,
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

interface Batch {
  records: IncomingRecord[];
  /** Ids of records that were met but cannot be used as they are: not vanished. */
  rejectedIds: string[];
}

async function* batches(options: ImportOptions, report: ImportReport): AsyncGenerator<Batch> {
  const size = options.batchSize ?? 1000;
  const seen = new Set<string>();
  const hoursProblem = memoize(hoursProblemOf);
  let batch: Batch = { records: [], rejectedIds: [] };
  const refuse = ({ recordId, ...rest }: Rejection) => {
    const rejection: Rejection = recordId === undefined ? rest : { ...rest, recordId: ownId(recordId, options.dataset) };
    reject(report, rejection);
    options.onRejection?.(rejection);
    if (rejection.recordId && !seen.has(rejection.recordId)) batch.rejectedIds.push(rejection.recordId);
  };
  let failure: unknown;
  try {
    for await (const item of options.items) {
      report.read += 1;
      if ('skip' in item) {
        report.skipped += 1;
        continue;
      }
      if ('rejection' in item) {
        refuse(item.rejection);
      } else {
        const place = { ...item.place, recordId: ownId(item.place.recordId, options.dataset) };
        const { where, recordId, fields, payload } = place;
        if (seen.has(recordId)) {
          const { lon, lat } = fields.location;
          refuse({ where, recordId, reason: 'its id occurred before; the first one stands', point: { lon, lat }, tags: payload });
        } else {
          seen.add(recordId);
          batch.records.push(complete(place, options, hoursProblem, report));
        }
      }
      if (batch.records.length + batch.rejectedIds.length >= size) {
        yield batch;
        batch = { records: [], rejectedIds: [] };
      }
    }
  } catch (error) {
    failure = error;
  }
  // What a broken input gave before it broke is good data.
  if (batch.records.length + batch.rejectedIds.length > 0) yield batch;
  if (failure) throw failure;
}

/** An id that is but a number in its file is told apart from the same number in another file of the source. */
function ownId(recordId: string, dataset: string): string {
  return /^(line|feature) \d+$/.test(recordId) ? `${dataset}, ${recordId}` : recordId;
}

/** Adds what the place itself does not say: its time zone, and whether its opening hours can be read. */
function complete(
  place: PlaceRecord, options: ImportOptions, hoursProblem: (text: string) => string | undefined, report: ImportReport,
): IncomingRecord {
  const { openingHours, ...rest } = place.fields;
  const fields: IncomingRecord['fields'] = { timezone: tzLookup(rest.location.lat, rest.location.lon), ...rest };
  for (const warning of place.warnings) warn(report, place.where, warning);
  if (openingHours !== undefined) {
    const problem = hoursProblem(openingHours);
    if (problem === undefined) {
      fields.openingHours = openingHours;
    } else {
      fields.openingHoursNote ??= openingHours;
      warn(report, place.where, `opening hours kept as a note, not as hours: ${problem}`);
    }
  }
  return {
    recordId: place.recordId,
    url: place.url ?? null,
    licence: place.licence ?? options.source.licence ?? null,
    attribution: place.attribution ?? options.source.attribution ?? null,
    fetchedAt: place.fetchedAt ?? options.date,
    fields,
    payload: place.payload,
  };
}

function hoursProblemOf(text: string): string | undefined {
  const verdict = validateHours(text);
  return verdict.valid ? undefined : verdict.reason;
}

/** Many places share one hours string, and reading one takes about a millisecond. */
function memoize(compute: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text);
  };
}

async function writeBatch(
  transaction: Queryable, importRun: Run, batch: Batch, at: Date, report: ImportReport,
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

  const createdIds = await createListings(transaction, fresh.map(({ fields }) => draftOf(fields)), at);
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
      yield { place: { recordId, where, url, fetchedAt, fields, payload: tags, warnings: [...warnings, ...mapped.warnings] } };
    }
  }
}
