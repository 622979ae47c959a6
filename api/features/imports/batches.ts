/** From single places, as a driver or the seed gives them, to batches ready to be written. */
import tzLookup from '@photostructure/tz-lookup';
import { validateHours } from '../hours/service.ts';
import type { MappedFields, Rejection } from './model.ts';
import { type ImportReport, reject, warn } from './report.ts';
import type { SourceDescription } from './sources.ts';
import type { IncomingRecord } from './store.ts';

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

/** What is to be imported. */
export interface ImportInput {
  items: AsyncIterable<ImportItem>;
  source: SourceDescription;
  /** What part of the source this is: what an earlier import of the same part had and this one lacks has vanished. */
  dataset: string;
  /** The date of the data, for records that have none of their own. */
  date: Date;
  onRejection?: (rejection: Rejection) => void;
  /** Records a transaction; 1,000 where not said. */
  batchSize?: number;
}

/** What one transaction writes. */
export interface Batch {
  records: IncomingRecord[];
  /** Ids of records that were met but cannot be used as they are: not vanished. */
  rejectedIds: string[];
}

/** Gathers places into batches, completed; counts in the report what is left out and why. */
export async function* batches(options: ImportInput, report: ImportReport): AsyncGenerator<Batch> {
  const size = options.batchSize ?? 1000;
  const seen = new Set<string>();
  const hoursProblem = memoize(hoursProblemOf);
  let batch: Batch = { records: [], rejectedIds: [] };
  const refuse = ({ recordId, ...rest }: Rejection) => {
    const rejection: Rejection =
      recordId === undefined ? rest : { ...rest, recordId: ownId(recordId, options.dataset) };
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
          refuse({
            where,
            recordId,
            reason: 'its id occurred before; the first one stands',
            point: { lon, lat },
            tags: payload,
          });
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
  place: PlaceRecord,
  options: ImportInput,
  hoursProblem: (text: string) => string | undefined,
  report: ImportReport,
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
