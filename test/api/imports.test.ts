import sql from 'sql-template-tag';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { dumpTables, importPlaces, syntheticPlace, testSource } from '../support/imports.ts';

const database = await testDatabase();

/** Empties what imports write: each test builds its own data. */
async function emptyDatabase() {
  await database.query(sql`truncate listing, source, import_run, schedule, tile_cell, review cascade`);
}

async function listings() {
  return database.query<{ id: number; slug: string; name: string; phone: string | null; updated_at: Date; sources: string[] }>(
    sql`select id, slug, name, phone, updated_at, sources from listing order by id`,
  );
}

describe('an import', async () => {
  test('writes listings, records, offers, hours, revisions and cells of the map', async () => {
    await emptyDatabase();
    const report = await importPlaces(database, [
      syntheticPlace('1', { openingHours: 'Mo-Fr 09:00-18:00', address: { city: 'Genova' } }),
      syntheticPlace('2', { name: undefined, categories: ['public-bookcase'] }),
      syntheticPlace('3', { offers: [{ action: 'REPAIR', objects: ['bicycle'], priceKind: 'FREE' }] }),
    ]);
    expect(report).toMatchObject({ read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 });
    const rows = await listings();
    expect(rows.map(({ slug, name }) => [slug, name])).toEqual([
      ['synthetic-shop-1-second-hand-shop-genova', 'Synthetic shop 1'],
      ['public-bookcase', 'Public bookcase'],
      ['synthetic-shop-3-second-hand-shop', 'Synthetic shop 3'],
    ]);
  });

  test('that is repeated changes nothing', async () => {
    await emptyDatabase();
    const places = [syntheticPlace('1', { openingHours: 'Mo 09:00-18:00' }), syntheticPlace('2', { phone: '+39 1' })];
    await importPlaces(database, places);
    const before = await dumpTables(database);
    const report = await importPlaces(database, places, { now: new Date('2026-11-02T10:00:00Z') });
    expect(report).toMatchObject({ read: 2, created: 0, updated: 0, unchanged: 2, vanished: 0 });
    expect(await dumpTables(database)).toEqual(before);
  });
});
