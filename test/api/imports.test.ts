import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import { OperatorError } from '../../api/platform/errors.ts';
import { testDatabase } from '../support/database.ts';
import { dumpTables, emptyListings, importPlaces, syntheticPlace, testSource } from '../support/imports.ts';

const database = await testDatabase();
beforeEach(() => emptyListings(database));

interface ListingRow {
  id: number;
  slug: string;
  name: string;
  phone: string | null;
  updated_at: Date;
}

function listings(): Promise<ListingRow[]> {
  return database.query(sql`select id, slug, name, phone, updated_at from listing order by id`);
}

async function reviews() {
  return database.query<{ kind: string; resolved: boolean }>(
    sql`select kind, resolved_at is not null as resolved from review order by id`,
  );
}

async function vanishedIds() {
  const rows = await database.query<{ record_id: string }>(
    sql`select record_id from source_record where vanished_at is not null order by record_id`,
  );
  return rows.map((row) => row.record_id);
}

const later = { now: new Date('2026-11-08T10:00:00Z'), date: new Date('2026-11-08T00:00:00Z') };

describe('an import', () => {
  test('writes listings, their records, offers, hours, first revisions and cells of the map', async () => {
    const report = await importPlaces(database, [
      syntheticPlace('1', { openingHours: 'Mo-Fr 09:00-18:00', address: { city: 'Genova' } }),
      syntheticPlace('2', { name: undefined, categories: ['public-bookcase'] }),
    ]);
    expect(report).toMatchObject({ read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    expect((await listings()).map(({ slug, name }) => [slug, name])).toEqual([
      ['synthetic-shop-1-genova', 'Synthetic shop 1'],
      ['public-bookcase', 'Public bookcase'],
    ]);
    const [counts] = await database.query(sql`
      select (select count(*) from source_record where licence = 'CC0-1.0' and payload = '{"test": "synthetic"}') as records,
        (select count(*) from offer where inferred) > 1 as offers,
        (select count(*) from schedule where open_ranges <> '{}') as schedules,
        (select count(*) from revision where kind = 'CREATED' and upper_inf(valid_during)) as revisions,
        (select sum(count) from tile_cell where zoom = 3) as cells`);
    expect(counts).toEqual({ records: 2, offers: true, schedules: 1, revisions: 2, cells: 2 });
  });

  test('that is repeated changes no row, whatever it brought', { timeout: 120_000 }, async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => !value.includes('\0'));
    const fields = fc.record(
      {
        name: text,
        categories: fc.uniqueArray(fc.constantFrom('library', 'tailor', 'give-box', 'antiques'), { minLength: 1 }),
        location: fc.record({
          lon: fc.double({ min: 8, max: 9, noNaN: true }),
          lat: fc.double({ min: 44, max: 45, noNaN: true }),
        }),
        phone: text,
        openingHours: fc.constantFrom('24/7', 'Mo 10:00-12:00', 'sometimes, ask'),
        description: fc.record({ it: text }),
        languages: fc.array(fc.constantFrom('it', 'fi')),
        verifiedAt: fc.constantFrom('2024-01-01', '2025-05-05'),
      },
      { requiredKeys: ['categories', 'location'] },
    );
    const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fields), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(places, async (drawn) => {
        await emptyListings(database);
        // Ids may occur twice: the first one stands, both times.
        const given = drawn.map(([id, some]) => syntheticPlace(String(id), some));
        await importPlaces(database, given, { batchSize: 4 });
        const before = await dumpTables(database);
        const report = await importPlaces(database, given, { batchSize: 7, now: later.now });
        expect(report).toMatchObject({ created: 0, updated: 0, vanished: 0, possibleDuplicates: 0 });
        expect(await dumpTables(database)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  test('of newer data updates what changed and leaves the rest', async () => {
    await importPlaces(database, [syntheticPlace('1', { phone: '1' }), syntheticPlace('2'), syntheticPlace('3')]);
    const [, second] = await listings();
    const report = await importPlaces(
      database,
      [syntheticPlace('1', { phone: '2', name: 'New name' }), syntheticPlace('2'), syntheticPlace('4')],
      later,
    );
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1, vanished: 1 });
    const rows = await listings();
    expect(rows[0]).toMatchObject({
      slug: 'synthetic-shop-1-second-hand-shop',
      name: 'New name',
      phone: '2',
      updated_at: later.now,
    });
    expect(rows[1]).toEqual(second);
    const revisions = await database.query(sql`
      select kind, changed_fields from revision where listing_id = ${rows[0]?.id} order by id desc limit 1`);
    expect(revisions).toEqual([{ kind: 'UPDATED', changed_fields: ['name', 'phone'] }]);
  });

  test('of an older copy leaves what is newer', async () => {
    await importPlaces(database, [syntheticPlace('1', { phone: 'new' }), syntheticPlace('2')], later);
    const before = await dumpTables(database);
    const report = await importPlaces(database, [syntheticPlace('1', { phone: 'old' })], {
      date: new Date('2020-01-01'),
    });
    expect(report).toMatchObject({ outdated: 1, updated: 0, vanished: 0 });
    expect(await dumpTables(database)).toEqual(before);
  });

  test('flags for review what has vanished, keeps showing it, and takes the flag back when it returns', async () => {
    const both = [syntheticPlace('1'), syntheticPlace('2')];
    await importPlaces(database, both);
    await importPlaces(database, [both[0] ?? syntheticPlace('1')], later);
    expect(await vanishedIds()).toEqual(['2']);
    expect(await reviews()).toEqual([{ kind: 'VANISHED', resolved: false }]);
    expect(await database.query(sql`select id from public_listing`)).toHaveLength(2);
    const report = await importPlaces(database, both, later);
    expect(report).toMatchObject({ returned: 1, vanished: 0, unchanged: 2 });
    expect(await vanishedIds()).toEqual([]);
    expect(await reviews()).toEqual([{ kind: 'VANISHED', resolved: true }]);
  });

  test('misses nothing of another dataset, and nothing that it met but had to reject', async () => {
    await importPlaces(database, [syntheticPlace('1')], { dataset: 'other' });
    await importPlaces(database, [syntheticPlace('2'), syntheticPlace('3'), syntheticPlace('4')]);
    const report = await importPlaces(
      database,
      [
        syntheticPlace('2'),
        { rejection: { where: 'feature 3', recordId: '3', reason: 'position 0/0' } },
        { skip: 'closed' },
      ],
      later,
    );
    expect(report).toMatchObject({ read: 3, rejected: 1, skipped: 1, vanished: 1 });
    expect(await vanishedIds()).toEqual(['4']);
  });

  test('that finds nothing at all flags nothing', async () => {
    await importPlaces(database, [syntheticPlace('1')]);
    expect(await importPlaces(database, [], later)).toMatchObject({ read: 0, vanished: 0 });
  });

  test('whose input breaks keeps what it read, and flags nothing', async () => {
    await importPlaces(database, [syntheticPlace('1'), syntheticPlace('2')]);
    async function* broken() {
      yield { place: syntheticPlace('2', { phone: '2' }) };
      yield { place: syntheticPlace('3') };
      throw new OperatorError('test.geojson ends in the middle of feature 3.');
    }
    await expect(importPlaces(database, [], { ...later, items: broken() })).rejects.toThrow(
      'in the middle of feature 3',
    );
    expect((await listings()).map(({ phone }) => phone)).toEqual([null, '2', null]);
    expect(await vanishedIds()).toEqual([]);
  });

  test('keeps opening hours that cannot be read as a note, with a warning', async () => {
    const report = await importPlaces(database, [syntheticPlace('1', { openingHours: 'when the moon is full' })]);
    expect([...report.warnings.keys()].join()).toMatch(/opening hours kept as a note/);
    const rows = await database.query(sql`select schedule_id, opening_hours_note from listing`);
    expect(rows).toEqual([{ schedule_id: null, opening_hours_note: 'when the moon is full' }]);
  });

  test('numbers the slugs of namesakes, across batches and imports', async () => {
    const named = (id: string) => syntheticPlace(id, { name: 'Give box' });
    await importPlaces(database, [named('1'), named('2'), named('3')], { batchSize: 2 });
    await importPlaces(database, [named('4'), syntheticPlace('5', { name: 'Give box 5' })], { dataset: 'more' });
    const slugs = (await listings()).map(({ slug }) => slug);
    expect(slugs).toEqual(['give-box', 'give-box-2', 'give-box-3', 'give-box-4', 'give-box-5-second-hand-shop']);
  });

  test('asks for review of what another source may have told already, and merges nothing', async () => {
    const at = (metres: number) => ({ lon: 9, lat: 44 + metres / 111_195 });
    await importPlaces(database, [
      syntheticPlace('1', { name: 'Emporio del riuso', location: at(0) }),
      syntheticPlace('2', { name: 'Something else', phone: '+39 010 1', location: at(0) }),
      syntheticPlace('3', { name: 'Emporio del riuso', categories: ['library'], location: at(0) }),
      syntheticPlace('4', { name: 'Emporio del riuso', location: at(150) }),
    ]);
    const report = await importPlaces(
      database,
      [
        syntheticPlace('a', { name: 'Emporio del Riùso', location: at(40) }),
        syntheticPlace('b', { name: 'Quite different', phone: '+39 010 1', location: at(-20) }),
      ],
      { source: { ...testSource, slug: 'other-test' } },
    );
    expect(report).toMatchObject({ created: 2, possibleDuplicates: 2 });
    const pairs = await database.query(sql`
      select created.name, known.id - (select min(id) from listing) + 1 as known
      from review join listing created on created.id = listing_id join listing known on known.id = other_listing_id
      order by created.name`);
    expect(pairs).toEqual([
      { name: 'Emporio del Riùso', known: 1 },
      { name: 'Quite different', known: 2 },
    ]);
  });

  test('tried as a dry run reports the same and writes nothing', async () => {
    await importPlaces(database, [syntheticPlace('1'), syntheticPlace('2')]);
    const before = await dumpTables(database);
    const places = [syntheticPlace('1', { phone: '1' }), syntheticPlace('3'), syntheticPlace('3')];
    const dry = await importPlaces(database, places, { ...later, dryRun: true });
    expect(await dumpTables(database)).toEqual(before);
    const wet = await importPlaces(database, places, later);
    expect(dry).toEqual({ ...wet, dryRun: true });
    expect(wet).toMatchObject({ read: 3, created: 1, updated: 1, vanished: 1, rejected: 1 });
  });

  test('gives records that are but numbered in their file ids of their own', async () => {
    await importPlaces(database, [syntheticPlace('line 2')], { dataset: 'first' });
    const report = await importPlaces(database, [syntheticPlace('line 2')], { dataset: 'second' });
    expect(report).toMatchObject({ created: 1, updated: 0 });
  });

  test('states licence and attribution of the source, and whether it may be exported', async () => {
    await importPlaces(database, [syntheticPlace('1')]);
    await importPlaces(database, [syntheticPlace('2')], {
      source: { slug: 'unlicensed-test', kind: 'CSV', name: 'Synthetic', rank: 60 },
    });
    const rows = await database.query(sql`select slug, licence, open from source order by slug`);
    expect(rows).toEqual([
      { slug: 'test', licence: 'CC0-1.0', open: true },
      { slug: 'unlicensed-test', licence: null, open: false },
    ]);
  });
});
