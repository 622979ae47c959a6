import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { describe, expect, test } from 'vitest';
import { loadSeed, needsSeed, type SeedRow, seedFolder } from '../../api/features/imports/seed.ts';
import { testDatabase } from '../support/database.ts';
import { dumpTables, emptyListings, importPlaces, syntheticPlace } from '../support/imports.ts';

const database = await testDatabase();
const now = () => new Date('2026-11-22T10:00:00Z');

const rows: SeedRow[] = readdirSync(seedFolder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(seedFolder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line));

describe('the seed', () => {
  test('has source, licence, attribution and date on every row, and no e-mail address', () => {
    for (const row of rows) {
      expect(['osm', 'public-reports']).toContain(row.source);
      expect(row.licence).toBe(row.source === 'osm' ? 'ODbL-1.0' : 'CC0-1.0');
      expect(row.attribution).not.toBe('');
      expect(new Date(row.fetchedAt).getTime()).toBeGreaterThan(0);
      expect(JSON.stringify(row)).not.toMatch(/[\w.]@[\w.]/);
    }
  });

  test('links every place to where it can be checked, tile features apart, and says which positions are approximate', () => {
    for (const { recordId, url, source, fields } of rows) {
      if (!recordId.startsWith('tile-feature/')) expect(url).toMatch(/^https:\/\//);
      expect(fields.location.approximate ?? false).toBe(source === 'public-reports');
    }
  });

  test('is needed until it is whole, and not where something else was imported', async () => {
    expect(await needsSeed(database)).toBe(true);
    await importPlaces(database, [syntheticPlace('1')]);
    expect(await needsSeed(database)).toBe(false);
    await emptyListings(database);
    await importPlaces(database, [syntheticPlace('1')], { dataset: 'seed/andorra' });
    expect(await needsSeed(database)).toBe(true);
  });

  test('loads every row, and loaded again changes nothing', async () => {
    await emptyListings(database);
    const heard: number[] = [];
    const reports = await loadSeed({ database, now }, { onProgress: (done) => heard.push(done) });
    expect(heard).toEqual(reports.map((_, position) => position + 1));
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(rows.length);
    expect(reports.every(({ rejected, warnings }) => rejected === 0 && warnings.size === 0)).toBe(true);
    expect(await needsSeed(database)).toBe(false);
    const [torino] = await database.query(
      sql`select name, position_approximate from listing where slug = 'qubi-garden-torino'`,
    );
    expect(torino).toEqual({ name: 'Qubì Garden', position_approximate: true });
    const before = await dumpTables(database);
    await loadSeed({ database, now: () => new Date('2026-12-01') });
    expect(await dumpTables(database)).toEqual(before);
  });
});
