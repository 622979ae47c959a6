import sql, { raw } from 'sql-template-tag';
import type { ImportItem, PlaceRecord } from '../../api/features/imports/batches.ts';
import type { ImportReport } from '../../api/features/imports/report.ts';
import { type ImportOptions, importRecords } from '../../api/features/imports/service.ts';
import type { SourceDescription } from '../../api/features/imports/sources.ts';
import type { Database } from '../../api/platform/database.ts';

export const testSource: SourceDescription = {
  slug: 'test',
  kind: 'GEOJSON',
  name: 'Synthetic test data',
  licence: 'CC0-1.0',
  attribution: 'Test',
  rank: 50,
};

/** A synthetic place; `fields` are added to a second-hand shop in the sea south of Genova. */
export function syntheticPlace(
  recordId: string,
  fields: Partial<PlaceRecord['fields']> = {},
  more: Partial<PlaceRecord> = {},
): PlaceRecord {
  return {
    recordId,
    where: `feature ${recordId}`,
    fields: {
      categories: ['second-hand-shop'],
      location: { lon: 9, lat: 44 },
      name: `Synthetic shop ${recordId}`,
      ...fields,
    },
    payload: { test: 'synthetic' },
    warnings: [],
    ...more,
  };
}

/** Imports synthetic places, or other items, as one run. */
export async function importPlaces(
  database: Database,
  places: (PlaceRecord | Exclude<ImportItem, { place: unknown }>)[],
  options: Partial<ImportOptions> & { now?: Date } = {},
): Promise<ImportReport> {
  const { now = new Date('2026-11-01T10:00:00Z'), ...rest } = options;
  async function* items(): AsyncGenerator<ImportItem> {
    for (const place of places) yield 'recordId' in place ? { place } : place;
  }
  return importRecords(
    { database, now: () => now },
    { items: items(), source: testSource, dataset: 'test', date: new Date('2026-10-01T00:00:00Z'), ...rest },
  );
}

/** Takes away what imports write. */
export async function emptyListings(database: Database): Promise<void> {
  await database.query(sql`truncate listing, source, import_run, schedule, tile_cell, review restart identity cascade`);
}

const compared = [
  'listing',
  'offer',
  'schedule',
  'source',
  'source_record',
  'listing_document',
  'revision',
  'review',
  'tile_cell',
];

/** Every row of every table that an import writes, without the number of the run that last met a record. */
export async function dumpTables(database: Database): Promise<Record<string, unknown[]>> {
  const tables = compared.map(async (table) => {
    const rows = await database.query<{ row: unknown }>(
      raw(`select to_jsonb(t) - 'import_run_id' as row from ${table} t order by t::text collate "C"`),
    );
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

export const manyPlaces = 600;

/** Imports 600 synthetic places in batches of 50; the same ones each time. */
export function importManyPlaces(database: Database, onProgress?: () => void): Promise<ImportReport> {
  const places = Array.from({ length: manyPlaces }, (_, number) =>
    syntheticPlace(String(number), {
      name: `Synthetic shop ${'abcdefg'[number % 7]}`,
      location: { lon: 9 + (number % 100) / 100, lat: 44 + Math.floor(number / 100) / 100 },
      openingHours: number % 3 === 0 ? `Mo-Fr 09:00-1${number % 9}:00` : undefined,
    }),
  );
  return importPlaces(database, places, { batchSize: 50, onProgress });
}

/** What an import leaves behind, in words that do not depend on the numbers that the database gave its rows. */
export async function withoutRowNumbers(database: Database): Promise<unknown> {
  const places = await database.query(sql`
    select source_slug, record_id, dataset, source_record.fields as said, vanished_at, slug, name, status, categories,
      listing.updated_at, schedule.osm, document.fields,
      array(select jsonb_build_array(sort, action, objects, inferred) from offer where offer.listing_id = listing.id order by sort) as offers,
      array(select jsonb_build_array(kind, changed_fields, state, valid_during) from revision
        where revision.listing_id = listing.id order by revision.id) as revisions,
      (select array_agg(distinct record.record_id) from jsonb_each_text(document.provenance) field
        join source_record record on record.id = field.value::integer) as provenance
    from source_record join listing on listing.id = source_record.listing_id
      join listing_document document on document.listing_id = listing.id
      left join schedule on schedule.id = schedule_id
    order by source_slug, record_id`);
  const cells = await database.query(sql`
    select zoom, cell_x, cell_y, category_set, count, sum_x, sum_y from tile_cell order by 1, 2, 3, 4`);
  const [counts] = await database.query(sql`
    select (select count(*) from listing) as listings, (select count(*) from review) as reviews`);
  return { places, cells, counts };
}
