import sql, { raw } from 'sql-template-tag';
import { type ImportItem, type ImportOptions, importRecords, type PlaceRecord } from '../../api/features/imports/service.ts';
import type { SourceDescription } from '../../api/features/imports/sources.ts';
import type { ImportReport } from '../../api/features/imports/report.ts';
import type { Database } from '../../api/platform/database.ts';

export const testSource: SourceDescription = {
  slug: 'test', kind: 'GEOJSON', name: 'Synthetic test data', licence: 'CC0-1.0', attribution: 'Test', rank: 50,
};

/** A synthetic place; `fields` are added to a second-hand shop in the sea south of Genova. */
export function syntheticPlace(
  recordId: string, fields: Partial<PlaceRecord['fields']> = {}, more: Partial<PlaceRecord> = {},
): PlaceRecord {
  return {
    recordId,
    where: `feature ${recordId}`,
    fields: { categories: ['second-hand-shop'], location: { lon: 9, lat: 44 }, name: `Synthetic shop ${recordId}`, ...fields },
    payload: { test: 'synthetic' },
    warnings: [],
    ...more,
  };
}

/** Imports synthetic places, or other items, as one run. */
export async function importPlaces(
  database: Database, places: (PlaceRecord | Exclude<ImportItem, { place: unknown }>)[],
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

const compared = ['listing', 'offer', 'schedule', 'source', 'source_record', 'listing_document', 'revision', 'review', 'tile_cell'];

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
