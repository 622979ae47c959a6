/** Synthetic listings for tests, written straight into the tables: no source says anything of them. */
import sql, { type Sql } from 'sql-template-tag';
import type { ListingStatus, LocalText, OfferFields, WheelchairAccess } from '../../api/features/listings/model.ts';
import { coalesceListings, createListings } from '../../api/features/listings/service.ts';
import type { Database, Queryable } from '../../api/platform/database.ts';

/** Hours as they stand in `schedule` once expanded; two listings with equal `osm` share one row. */
export interface TestSchedule {
  osm: string;
  timezone: string;
  country?: string;
  /** Absolute stretches, in order: `from` included, `to` not. */
  open?: [from: Date, to: Date][];
  unknown?: [from: Date, to: Date][];
  /** Minutes from Monday 00:00, for instants outside `expanded`. */
  weekOpen?: [from: number, to: number][];
  weekUnknown?: [from: number, to: number][];
  /** What `open` and `unknown` cover. Left out: not expanded yet, so UNKNOWN at any time. */
  expanded?: [from: Date, until: Date];
}

/** One listing; what is left out takes the table's default, a second-hand shop called "Test place". */
export interface TestListing {
  location: { lon: number; lat: number };
  name?: string;
  slug?: string;
  status?: ListingStatus;
  mergedIntoId?: number;
  categories?: string[];
  description?: LocalText;
  street?: string;
  houseNumber?: string;
  postcode?: string;
  city?: string;
  country?: string;
  regionCodes?: string[];
  schedule?: TestSchedule;
  languages?: string[];
  wheelchair?: WheelchairAccess;
  labels?: string[];
  organizationId?: number;
  sources?: string[];
  verifiedAt?: Date;
  updatedAt?: Date;
  offers?: OfferFields[];
}

/** Inserts listings with their offers and schedules in three statements; returns their ids, in the given order. */
export async function insertListings(database: Queryable, listings: readonly TestListing[]): Promise<number[]> {
  const schedules = listings.flatMap(({ schedule }) => (schedule ? [scheduleRow(schedule)] : []));
  await database.query(sql`/* test.insertSchedules */
    insert into schedule (osm, timezone, country, open_ranges, unknown_ranges, week_open, week_unknown, expanded_from,
      expanded_until)
    select distinct on (osm, timezone, country) * from jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb) as row(
      osm text, timezone text, country text, open tstzmultirange, unknown tstzmultirange, week_open int4multirange,
      week_unknown int4multirange, expanded_from timestamptz, expanded_until timestamptz)
    on conflict do nothing`);
  const rows = await database.query<{ id: number }>(sql`/* test.insertListings */
    insert into listing (slug, status, merged_into_id, name, categories, description, position, street, house_number,
      postcode, city, country, region_codes, schedule_id, languages, wheelchair, labels, organization_id, sources,
      verified_at, created_at, updated_at)
    select coalesce(slug, 'test-' || gen_random_uuid()), coalesce(status, 'PUBLISHED')::listing_status,
      "mergedIntoId", coalesce(name, 'Test place'), coalesce(categories, '{second-hand-shop}'),
      coalesce(description, '{}'), ${pointOf(sql`location`)}, street, "houseNumber", postcode, city, row.country,
      coalesce("regionCodes", '{}'), schedule.id, coalesce(languages, '{}'),
      coalesce(wheelchair, 'UNKNOWN')::wheelchair_access, coalesce(labels, '{}'), "organizationId",
      coalesce(sources, '{}'), "verifiedAt", '2026-01-01Z', coalesce("updatedAt", '2026-01-01Z')
    from (select ordinality, value from jsonb_array_elements(${JSON.stringify(listings)}::jsonb) with ordinality) given,
      jsonb_to_record(value) as row(slug text, status text, "mergedIntoId" integer, name text, categories text[],
        description jsonb, location jsonb, street text, "houseNumber" text, postcode text, city text, country text,
        "regionCodes" text[], schedule jsonb, languages text[], wheelchair text, labels text[],
        "organizationId" integer, sources text[], "verifiedAt" timestamptz, "updatedAt" timestamptz)
      left join schedule on schedule.osm = row.schedule ->> 'osm' and schedule.timezone = row.schedule ->> 'timezone'
        and schedule.country = coalesce(row.schedule ->> 'country', '')
    order by ordinality returning id`);
  const ids = rows.map(({ id }) => id);
  const offers = listings.flatMap((listing, position) =>
    (listing.offers ?? []).map((offer, sort) => ({ ...offer, listing_id: ids[position], sort })),
  );
  await database.query(sql`/* test.insertOffers */
    insert into offer (listing_id, sort, action, objects, price_kind, amount_min, amount_max, currency, loan_days,
      max_items, deposit_amount, at_home, note)
    select listing_id, sort, action, objects, "priceKind"::price_kind, "amountMin", "amountMax", currency, "loanDays",
      "maxItems", "depositAmount", coalesce("atHome", false), coalesce(note, '{}')
    from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as row(listing_id integer, sort smallint, action text,
      objects text[], "priceKind" text, "amountMin" numeric, "amountMax" numeric, currency text, "loanDays" integer,
      "maxItems" integer, "depositAmount" numeric, "atHome" boolean, note jsonb)
    order by listing_id, sort`);
  return ids;
}

/** One listing that a source speaks of, so that it has a document and a revision: what people can change. */
export async function insertSpokenListing(
  database: Database,
  { status, organizationId, authorId, ...place }: Omit<TestListing, 'offers'> & { authorId?: string },
): Promise<{ id: number; revisionId: number }> {
  const { location, name = 'Test place', categories = ['second-hand-shop'] } = place;
  const at = new Date('2026-01-01T00:00:00Z');
  return database.transaction(async (transaction) => {
    const draft = { slugBase: 'test-place', name, categories, location };
    const [id = 0] = await createListings(transaction, [draft], at);
    await transaction.query(sql`/* test.source */
      insert into source (slug, kind, name, rank, open) values ('test', 'CSV', 'Synthetic source', 50, true)
      on conflict do nothing`);
    const fields = JSON.stringify({ name, categories, location, timezone: 'Europe/Rome' });
    await transaction.query(sql`/* test.record */
      insert into source_record (source_slug, record_id, listing_id, dataset, fetched_at, fields)
      values ('test', ${String(id)}, ${id}, 'test', ${at}, ${fields}::jsonb)`);
    await transaction.query(sql`/* test.status */
      update listing set status = ${status ?? 'PUBLISHED'}::listing_status, organization_id = ${organizationId ?? null},
        author_id = ${authorId ?? null}
      where id = ${id}`);
    await coalesceListings(transaction, [id], { actorRole: 'IMPORT', sourceSlug: 'test', at });
    const [revision] = await transaction.query<{ id: number }>(sql`select id from revision where listing_id = ${id}`);
    return { id, revisionId: revision?.id ?? 0 };
  });
}

/**
 * Inserts `count` synthetic listings with one offer each, strewn over `bbox` (all of Italy's size by default) in a
 * pattern that is the same on every run, and tells the planner: enough rows for the planner to choose as it does in earnest.
 */
export async function strewListings(
  database: Queryable,
  count: number,
  bbox: { west: number; south: number; east: number; north: number } = { west: 7, south: 40, east: 17, north: 47 },
): Promise<void> {
  const fraction = (step: number) => sql`(n * ${step}::double precision - floor(n * ${step}::double precision))`;
  await database.query(sql`/* test.strewListings */
    with category_numbered as (
      select slug, row_number() over (order by sort) - 1 as number, count(*) over () as total from category
    ), inserted as (
      insert into listing (slug, status, name, categories, position, street, city, updated_at)
      select 'strewn-' || n, 'PUBLISHED',
        (array['Officina', 'Bottega', 'Mercatino', 'Emporio'])[1 + n % 4] || ' sintetico ' || md5(n::text),
        array[slug], st_setsrid(st_makepoint(
          ${bbox.west} + (${bbox.east}::double precision - ${bbox.west}) * ${fraction(0.6180339887498949)},
          ${bbox.south} + (${bbox.north}::double precision - ${bbox.south}) * ${fraction(0.7548776662466927)}
        ), 4326)::geography, 'Via ' || left(md5((n % 500)::text), 8), 'Città ' || left(md5((n % 97)::text), 6),
        timestamptz '2026-01-01Z' + n * interval '1 second'
      from generate_series(1, ${count}::integer) n join category_numbered on number = n % total
      order by n returning id
    )
    insert into offer (listing_id, sort, action, objects)
    select id, 0, (array['REPAIR', 'BORROW', 'TAKE'])[1 + id % 3], '{}' from inserted`);
  // Vacuumed too: the planner shuns the text index while new entries await their place in it.
  for (const table of ['listing', 'offer']) await database.query(sql([`/* test.vacuum */ vacuum analyze ${table}`]));
}

function pointOf(location: Sql): Sql {
  return sql`st_setsrid(st_makepoint((${location} ->> 'lon')::double precision,
    (${location} ->> 'lat')::double precision), 4326)::geography`;
}

function scheduleRow(schedule: TestSchedule) {
  const instants = (ranges: [Date, Date][] = []) =>
    `{${ranges.map(([from, to]) => `["${from.toISOString()}","${to.toISOString()}")`).join(',')}}`;
  const minutes = (ranges: [number, number][] = []) => `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`;
  return {
    osm: schedule.osm,
    timezone: schedule.timezone,
    country: schedule.country ?? '',
    open: instants(schedule.open),
    unknown: instants(schedule.unknown),
    week_open: minutes(schedule.weekOpen),
    week_unknown: minutes(schedule.weekUnknown),
    expanded_from: schedule.expanded?.[0],
    expanded_until: schedule.expanded?.[1],
  };
}
