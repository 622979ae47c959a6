/**
 * Synthetic listings around real towns, to measure with: the more the larger the town, one in twenty crowded into the
 * centre of a large one. Each is named "Synthetic …" and says `synthetic` as its source. Nothing is random: every
 * choice is a hash of the listing's number, so that the same count gives the same listings on any engine.
 */
import sql, { type Sql } from 'sql-template-tag';
import type { Database, Queryable } from '../api/platform/database.ts';
import { OperatorError } from '../api/platform/errors.ts';
import { categoryShares, europeanTowns, rareShare, schedulesOf, type Town } from './synthetic.ts';

const batchSize = 50_000;
/** How many of the largest towns have crowded centres. */
const crowdedTowns = 200;

/** What was written; `seconds` of wall clock. */
export interface SeedReport {
  offers: number;
  schedules: number;
  seconds: number;
}

/**
 * Adds `listings` synthetic listings, all or none, to a migrated database that holds the taxonomy and no synthetic
 * listing: an OperatorError else. Their schedules still have to be expanded.
 */
export async function seedSynthetic(
  database: Database,
  listings: number,
  progress: (done: number) => void = () => {},
): Promise<SeedReport> {
  const began = Date.now();
  const towns = europeanTowns();
  const report = await database.transaction(async (transaction) => {
    await prepare(transaction, towns);
    let offers = 0;
    for (let from = 1; from <= listings; from += batchSize) {
      const to = Math.min(listings, from + batchSize - 1);
      offers += await writeListings(transaction, from, to);
      progress(to);
    }
    await rebuildPyramid(transaction);
    return { offers, schedules: schedulesOf(towns).length };
  });
  await database.query(sql`/* bench.analyze */ analyze`);
  return { ...report, seconds: (Date.now() - began) / 1000 };
}

/** The source, the schedules, and tables to draw from that end with the transaction. */
async function prepare(transaction: Queryable, towns: readonly Town[]): Promise<void> {
  await transaction.query(sql`/* bench.workMemory */ select set_config('work_mem', '64MB', true)`);
  const [before] = await transaction.query<{ count: number }>(sql`/* bench.countSynthetic */
    select count(*) from listing where sources = '{synthetic}'`);
  if (before && before.count > 0) {
    throw new OperatorError(
      `This database holds ${before.count} synthetic listings already; seed an empty one to have another number.`,
    );
  }
  await transaction.query(sql`/* bench.disableTriggers */ alter table listing disable trigger user`);
  await transaction.query(sql`/* bench.source */
    insert into source (slug, kind, name, licence, rank, open)
    values ('synthetic', 'SEED', 'Synthetic listings for measuring', 'CC0-1.0', 1000, false) on conflict do nothing`);
  await transaction.query(sql`/* bench.schedules */
    insert into schedule (osm, timezone, country)
    select * from jsonb_to_recordset(${JSON.stringify(schedulesOf(towns))}::jsonb)
      as row(osm text, timezone text, country text)
    on conflict do nothing`);
  await transaction.query(sql`/* bench.towns */
    create temp table synthetic_town on commit drop as
    select town.name, country, lon, lat, number,
      array(select id from schedule where schedule.country = town.country order by osm) as schedules,
      -- A town of a thousand is some 400 m across, one of a million 6 km.
      greatest(400, 6 * sqrt(population)) as spread_meters,
      sum(population) over (order by number)::double precision / sum(population) over () as up_to
    from rows from (jsonb_to_recordset(${JSON.stringify(towns)}::jsonb)
        as (name text, country text, population integer, lon double precision, lat double precision))
      with ordinality as town(name, country, population, lon, lat, number)`);
  await transaction.query(sql`/* bench.categories */
    create temp table synthetic_category on commit drop as
    select slug, labels ->> 'en' as label, row_number() over (order by sort) as number,
      sum(share) over (order by sort)::double precision / sum(share) over () as up_to
    from (select *, coalesce((${JSON.stringify(categoryShares)}::jsonb ->> slug)::integer, ${rareShare}) as share
      from category) shared`);
}

/** Writes the listings numbered `from` to `to`, and what places of their categories offer as a rule. */
async function writeListings(transaction: Queryable, from: number, to: number): Promise<number> {
  const rows = await transaction.query<{ offers: number }>(sql`/* bench.listings */
    with drawn as (
      select n,
        case when ${draw(1)} < 0.05 then 1 + floor(${draw(2)} * ${crowdedTowns}::integer)::integer
          else 1 + width_bucket(${draw(2)}, (select array_agg(up_to order by number) from synthetic_town)) end as town,
        case when ${draw(1)} < 0.05 then 600 end as crowd_meters,
        1 + width_bucket(${draw(3)}, (select array_agg(up_to order by number) from synthetic_category)) as category,
        -- Box and Muller 1958: two even numbers give a distance and a bearing of the normal distribution.
        sqrt(-2 * ln(1 - ${draw(4)})) as distance, 2 * pi() * ${draw(5)} as bearing
      from generate_series(${from}::bigint, ${to}::bigint) n
    ), placed as (
      select n, town.name as town, town.country, town.schedules, category.slug, category.label,
        round((town.lon + distance * cos(bearing) * coalesce(crowd_meters, spread_meters)
          / (111320 * cos(radians(town.lat))))::numeric, 6) as lon,
        round((town.lat + distance * sin(bearing) * coalesce(crowd_meters, spread_meters) / 111320)::numeric, 6) as lat
      from drawn join synthetic_town town on town.number = drawn.town
        join synthetic_category category on category.number = drawn.category
    ), written as (
      insert into listing (slug, status, name, categories, position, city, country, region_codes, schedule_id, wheelchair,
        sources, verified_at, created_at, updated_at)
      select 'synthetic-' || n, 'PUBLISHED', 'Synthetic ' || lower(label) || ' ' || n, array[slug],
        st_setsrid(st_makepoint(lon, lat), 4326)::geography, town, country, array[country],
        case when ${draw(6)} < 0.6 then schedules[1 + floor(${draw(7)} * cardinality(schedules))::integer] end,
        (array['YES', 'LIMITED', 'NO', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'])
          [1 + floor(${draw(8)} * 8)::integer]::wheelchair_access,
        '{synthetic}', case when ${draw(9)} < 0.5 then ${instant} - ${draw(10)} * interval '3 years' end,
        ${instant} + n * interval '1 second', ${instant} + n * interval '1 second'
      from placed order by n
      returning id, category
    ), offered as (
      insert into offer (listing_id, sort, action, objects, price_kind, inferred)
      select written.id, offer.sort, value ->> 'action',
        array(select jsonb_array_elements_text(value -> 'objects')), (value ->> 'priceKind')::price_kind, true
      from written join category on category.slug = written.category,
        jsonb_array_elements(typical_offers) with ordinality offer(value, sort)
      order by written.id, offer.sort
      returning 1
    )
    select count(*) as offers from offered`);
  return rows[0]?.offers ?? 0;
}

/** A fixed instant, so that two seedings are alike. */
const instant = sql`timestamptz '2026-01-01T00:00:00Z'`;

/** The nth draw for the listing with number `n`: evenly from 0 to below 1. */
function draw(which: number): Sql {
  return sql`((hashint8extended(n, ${which}) & 2147483647)::double precision / 2147483648)`;
}

/** All cells at once, in a third of the time that the triggers would take; then the triggers go on keeping them. */
async function rebuildPyramid(transaction: Queryable): Promise<void> {
  await transaction.query(sql`/* bench.clearPyramid */ delete from tile_cell`);
  await transaction.query(sql`/* bench.buildPyramid */
    insert into tile_cell (zoom, cell_x, cell_y, category_set, count, sum_x, sum_y, sum_id)
    select zoom, world_x >> (27 - zoom), world_y >> (27 - zoom), array_to_string(categories, ','),
      count(*), sum(world_x), sum(world_y), sum(id)
    from public_listing, generate_series(0, 11) zoom
    group by 1, 2, 3, 4`);
  await transaction.query(sql`/* bench.enableTriggers */ alter table listing enable trigger user`);
  const wrong = await transaction.query(sql`/* bench.checkPyramid */
    select zoom from tile_cell group by zoom having sum(count) <> (select count(*) from public_listing)`);
  if (wrong.length > 0) throw new Error('The counts of the tiles differ from the listings.');
}
