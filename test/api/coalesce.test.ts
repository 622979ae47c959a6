import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import { assignRegions, coalesceListings } from '../../api/features/listings/coalesce.ts';
import { testDatabase } from '../support/database.ts';
import { emptyListings, importPlaces, syntheticPlace, testSource } from '../support/imports.ts';

const database = await testDatabase();
beforeEach(async () => {
  await emptyListings(database);
  await database.query(sql`delete from region`);
});

const at = new Date('2026-11-10T10:00:00Z');

/** What a person says of the only listing, as an edit stores it. */
async function personSays(kind: 'MODERATOR' | 'OWNER' | 'CITIZEN', fields: object): Promise<void> {
  const rank = { MODERATOR: 0, OWNER: 10, CITIZEN: 20 }[kind];
  await database.transaction(async (transaction) => {
    await transaction.query(sql`
      insert into source (slug, kind, name, rank, open) values (${kind}, ${kind}::source_kind, ${kind}, ${rank}, true)
      on conflict do nothing`);
    await transaction.query(sql`
      insert into source_record (source_slug, record_id, listing_id, dataset, fetched_at, fields)
      select ${kind}, 'edit', id, '', ${at}, ${JSON.stringify(fields)}::jsonb from listing
      on conflict (source_slug, record_id) do update set fields = excluded.fields`);
    const [listing] = await transaction.query<{ id: number }>(sql`select id from listing`);
    await coalesceListings(transaction, [listing?.id ?? 0], { actorRole: kind, sourceSlug: kind, at });
  });
}

async function only<Row extends object>(statement: ReturnType<typeof sql>): Promise<Row> {
  const rows = await database.query<Row>(statement);
  expect(rows).toHaveLength(1);
  return rows[0] as Row; // the length was checked
}

interface Displayed {
  name: string;
  phone: string | null;
  website: string | null;
  status: string;
  country: string | null;
  region_codes: string[];
  sources: string[];
}
const displayed = () => only<Displayed>(sql`select * from listing`);

/** A square of `size` degrees around a point, as a country or a region within one. */
async function addRegion(code: string, level: number, lon: number, lat: number, size: number): Promise<void> {
  await database.query(sql`
    insert into region (code, level, name, country, boundary, source, licence)
    values (${code}, ${level}, ${`Synthetic ${code}`}, ${code.slice(0, 2)}, st_multi(st_makeenvelope(
      ${lon - size / 2}, ${lat - size / 2}, ${lon + size / 2}, ${lat + size / 2}, 4326))::geography, 'test', 'CC0-1.0')`);
}

describe('the displayed listing', () => {
  test('keeps what a person said, whatever an import says later', async () => {
    await importPlaces(database, [syntheticPlace('1', { phone: 'import 1', website: 'https://one.example/' })]);
    await personSays('OWNER', { phone: 'owner' });
    expect(await displayed()).toMatchObject({
      phone: 'owner',
      website: 'https://one.example/',
      sources: ['OWNER', 'test'],
    });
    await importPlaces(
      database,
      [syntheticPlace('1', { phone: 'import 2', website: 'https://two.example/', name: 'Renamed' })],
      { now: new Date('2027-01-01'), date: new Date('2027-01-01') },
    );
    expect(await displayed()).toMatchObject({ phone: 'owner', website: 'https://two.example/', name: 'Renamed' });
    const last = await only(sql`select changed_fields, actor_role from revision order by id desc limit 1`);
    expect(last).toEqual({ changed_fields: ['name', 'website'], actor_role: 'IMPORT' });
  });

  test('takes each field from the best rank and says whose it is', async () => {
    await importPlaces(database, [syntheticPlace('1', { phone: 'import' })]);
    await personSays('CITIZEN', { phone: 'citizen', website: 'https://citizen.example/' });
    await personSays('MODERATOR', { phone: 'moderator' });
    expect(await displayed()).toMatchObject({ phone: 'moderator', website: 'https://citizen.example/' });
    const provenance = await database.query(sql`
      select field.key, record.source_slug from listing_document, jsonb_each_text(provenance) field
        join source_record record on record.id = field.value::integer
      where field.key in ('phone', 'website', 'name') order by 1`);
    expect(provenance).toEqual([
      { key: 'name', source_slug: 'test' },
      { key: 'phone', source_slug: 'MODERATOR' },
      { key: 'website', source_slug: 'CITIZEN' },
    ]);
  });

  test('believes a source that still has the place before one that no longer does', async () => {
    await importPlaces(database, [syntheticPlace('1', { phone: 'first' }), syntheticPlace('2')]);
    await database.query(sql`delete from listing where phone is null`);
    const other = { ...testSource, slug: 'other-test', rank: 55 };
    await importPlaces(database, [syntheticPlace('a', { phone: 'second' })], { source: other });
    await database.query(sql`/* as a merge would */
      update source_record set listing_id = (select min(id) from listing) where source_slug = 'other-test'`);
    await database.query(sql`delete from listing where phone = 'second'`);
    await importPlaces(database, [syntheticPlace('3')], { now: at, date: at });
    await database.query(sql`delete from listing where slug like 'synthetic-shop-3%'`);
    expect(await displayed()).toMatchObject({ phone: 'second', sources: ['other-test', 'test'] });
  });

  test('counts the latest check, whoever made it', async () => {
    await importPlaces(database, [syntheticPlace('1', { verifiedAt: '2026-05-01' })]);
    await personSays('OWNER', { verifiedAt: '2025-01-01' });
    expect(await only(sql`select verified_at from listing`)).toEqual({ verified_at: new Date('2026-05-01T00:00:00Z') });
  });

  test('offers what a source says, else what such places offer as a rule, marked as inferred', async () => {
    await importPlaces(database, [syntheticPlace('1', { categories: ['public-bookcase', 'give-box'] })]);
    const inferred = await database.query<{ action: string; inferred: boolean }>(
      sql`select * from offer order by sort`,
    );
    expect(inferred.length).toBeGreaterThan(1);
    expect(inferred.every((offer) => offer.inferred)).toBe(true);
    await personSays('OWNER', {
      offers: [{ action: 'SWAP', objects: ['book'], priceKind: 'FREE', note: { it: 'sì' } }],
    });
    expect(await database.query(sql`select action, objects, price_kind, note, inferred from offer`)).toEqual([
      { action: 'SWAP', objects: ['book'], price_kind: 'FREE', note: { it: 'sì' }, inferred: false },
    ]);
  });

  test('that is held back by a moderator stays so, and closes when its source says it closed', async () => {
    await importPlaces(database, [syntheticPlace('1')]);
    await database.query(sql`update listing set status = 'REJECTED'`);
    await importPlaces(database, [syntheticPlace('1', { phone: '1' })], { now: at, date: at });
    expect(await displayed()).toMatchObject({ status: 'REJECTED', phone: '1' });
    await database.query(sql`update listing set status = 'PUBLISHED'`);
    await personSays('MODERATOR', { status: 'CLOSED' });
    expect(await displayed()).toMatchObject({ status: 'CLOSED' });
    expect(await only(sql`select kind from revision order by id desc limit 1`)).toEqual({ kind: 'UPDATED' });
    await personSays('MODERATOR', { status: 'PUBLISHED' });
    expect(await only(sql`select kind from revision order by id desc limit 1`)).toEqual({ kind: 'STATUS_CHANGED' });
  });
});

describe('country and regions', () => {
  test('are those whose boundary covers the place, the country first', async () => {
    await addRegion('IT-TEST', 2, 9, 44, 1);
    await addRegion('IT', 0, 9, 44, 4);
    await addRegion('FR', 0, 5, 44, 4);
    await importPlaces(database, [syntheticPlace('1')]);
    expect(await displayed()).toMatchObject({ country: 'IT', region_codes: ['IT', 'IT-TEST'] });
  });

  test('a place just off the coast belongs to the nearest country within 20 km', async () => {
    await addRegion('IT', 0, 9, 44, 2);
    const offshore = (km: number) => ({ lon: 9, lat: 45 + km / 111.2 });
    await importPlaces(database, [
      syntheticPlace('1', { location: offshore(15) }),
      syntheticPlace('2', { location: offshore(25) }),
    ]);
    const rows = await database.query(sql`select country, region_codes from listing order by id`);
    expect(rows).toEqual([
      { country: 'IT', region_codes: ['IT'] },
      { country: null, region_codes: [] },
    ]);
  });

  test('that become known later change the listing and its hours, not its history', async () => {
    await importPlaces(database, [
      syntheticPlace('1', {
        name: undefined,
        categories: ['public-bookcase'],
        openingHours: 'Mo-Fr 09:00-18:00; PH off',
      }),
    ]);
    const before = await only<{ updated_at: Date }>(sql`select updated_at from listing`);
    await addRegion('IT', 0, 9, 44, 4);
    await assignRegions(database);
    const after = await only(sql`
      select listing.name, listing.country, region_codes, updated_at, schedule.country as holidays
      from listing join schedule on schedule.id = schedule_id`);
    expect(after).toMatchObject({
      name: 'Casetta dei libri',
      country: 'IT',
      region_codes: ['IT'],
      holidays: 'IT',
      ...before,
    });
    expect(await only(sql`select state -> 'region_codes' as codes from revision`)).toEqual({ codes: ['IT'] });
  });
});

describe('a place without a name', () => {
  test('shows the label of its category, which no source is said to have given', async () => {
    await addRegion('FI', 0, 9, 44, 4);
    await importPlaces(database, [syntheticPlace('1', { name: undefined, categories: ['library'] })]);
    const row = await only(sql`
      select listing.name, provenance ? 'name' as claimed, revision.state #>> '{fields,name}' as recorded
      from listing join listing_document on listing_document.listing_id = id join revision on revision.listing_id = listing.id`);
    expect(row).toEqual({ name: 'Kirjasto', claimed: false, recorded: 'Kirjasto' });
  });
});

describe('revisions', () => {
  test('follow each other without gap or overlap, and the last one is what is displayed', {
    timeout: 120_000,
  }, async () => {
    const phone = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });
    const change = fc.record({
      who: fc.constantFrom('import', 'OWNER', 'MODERATOR'),
      phone,
      website: phone,
      hoursLater: fc.integer({ min: -2, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        await emptyListings(database);
        await importPlaces(database, [syntheticPlace('1')], { now: at, date: at });
        let now = at;
        for (const { who, hoursLater, ...fields } of changes) {
          now = new Date(now.getTime() + 3_600_000 * hoursLater); // a clock may also be set back
          if (who === 'import') await importPlaces(database, [syntheticPlace('1', fields)], { now, date: at });
          else await personSays(who === 'OWNER' ? 'OWNER' : 'MODERATOR', fields);
        }
        const history = await only<{ gaps: number; current: number }>(sql`
          select count(*) filter (where lower(next.valid_during) is distinct from upper(revision.valid_during))::integer as gaps,
            count(*) filter (where upper_inf(revision.valid_during))::integer as current
          from revision left join lateral (
            select valid_during from revision later where later.id > revision.id order by id limit 1) next on true`);
        expect(history).toEqual({ gaps: 0, current: 1 });
        expect(
          await database.query(sql`
          select from revision a join revision b on a.id < b.id and a.valid_during && b.valid_during`),
        ).toEqual([]);
        const last = await only<{ same: boolean }>(sql`
          select state -> 'fields' = fields and state ->> 'status' = status::text as same
          from revision join listing on listing.id = listing_id join listing_document using (listing_id)
          where upper_inf(valid_during)`);
        expect(last).toEqual({ same: true });
      }),
      { numRuns: 15 },
    );
  });
});
