import sql from 'sql-template-tag';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../api/platform/database.ts';
import { benchCommand } from '../../bench/command.ts';
import { seedSynthetic } from '../../bench/seed.ts';
import { testDatabase } from '../support/database.ts';

const listings = 2000;
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await seedSynthetic(database, listings);
});

/** What was drawn for each listing, in order; ids and the order of schedules may differ. */
function drawn() {
  return database.query(sql`
    select slug, name, category, lon, lat, city, listing.country, wheelchair, verified_at, updated_at, osm,
      (select json_agg(json_build_array(action, objects, price_kind) order by sort) from offer where listing_id = listing.id) as offers
    from listing left join schedule on schedule.id = schedule_id order by updated_at`);
}

test('every synthetic listing says so in its name and its source, and nothing exports it', async () => {
  const [counts] = await database.query(sql`
    select count(*) as listings, count(*) filter (where name like 'Synthetic %' and sources = '{synthetic}') as marked,
      (select open from source where slug = 'synthetic') as open
    from public_listing`);
  expect(counts).toEqual({ listings, marked: listings, open: false });
});

test('the listings are of many categories, have offers and lie in many towns, some of them crowded', async () => {
  const [counts] = await database.query<{ categories: number; offers: number; towns: number; most: number }>(sql`
    select count(distinct category) as categories, (select count(*) from offer) as offers,
      count(distinct (city, country)) as towns,
      (select max(count) from (select count(*) from listing group by city, country) town) as most
    from listing`);
  expect(counts?.categories).toBeGreaterThan(25);
  expect(counts?.offers).toBeGreaterThan(listings);
  expect(counts?.towns).toBeGreaterThan(500);
  expect(counts?.most).toBeGreaterThan(20);
});

test('the pyramid of the tiles equals a recount, and goes on following the listings', async () => {
  const differences = () =>
    database.query(sql`
      select zoom, cell_x, cell_y, category_set, count, sum_x, sum_y, sum_id from tile_cell
      except
      select zoom, world_x >> (27 - zoom), world_y >> (27 - zoom), array_to_string(categories, ','),
        count(*), sum(world_x), sum(world_y), sum(id)
      from public_listing, generate_series(0, 11) zoom group by 1, 2, 3, 4`);
  const total = () => database.query(sql`select sum(count) as count from tile_cell where zoom = 0`);
  expect(await differences()).toEqual([]);
  expect(await total()).toEqual([{ count: listings }]);
  await database.query(sql`update listing set status = 'CLOSED' where slug = 'synthetic-1'`);
  expect(await differences()).toEqual([]);
  expect(await total()).toEqual([{ count: listings - 1 }]);
});

test('seeding again gives the same listings, but not on top of themselves', async () => {
  const before = await drawn();
  await expect(seedSynthetic(database, listings)).rejects.toThrow('holds 2000 synthetic listings already');
  await database.query(sql`delete from listing`);
  expect(await database.query(sql`select * from tile_cell`)).toEqual([]);
  await seedSynthetic(database, listings);
  expect(await drawn()).toEqual(before);
});

test('the embedded database is not asked to hold a continent', async () => {
  const embedded = { databaseUrl: undefined, dataDir: '/nowhere' };
  await expect(benchCommand(embedded, ['seed', '--listings', '50001'], () => {})).rejects.toThrow('DATABASE_URL');
});
