/**
 * The displayed listing, recomputed from what its sources say: each field from the record of the best rank that has
 * it. Everything is set-based; a batch of 1,000 listings is a handful of statements.
 */
import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import { locate, located } from './whereabouts.ts';

/** Who caused a change, and when: what the revision records. */
export interface Change {
  actorRole: 'IMPORT' | 'OWNER' | 'MODERATOR' | 'CITIZEN' | 'SYSTEM';
  sourceSlug?: string;
  reason?: string | undefined;
  /** Left out: CREATED, STATUS_CHANGED or UPDATED, by what changed. */
  kind?: 'MERGED' | 'REVERTED';
  at: Date;
}

/** Ids of listings that got their first revision, and of those that got a further one; the others look as before. */
export interface Coalesced {
  created: number[];
  updated: number[];
}

export interface ChangedDocument {
  listing_id: number;
  changed_fields: string[];
  is_new: boolean;
}

/**
 * Recomputes listings after their source records were written, in the same transaction: document and provenance,
 * columns, offers, schedule and, where something changed, a revision. Listings that a moderator holds back (draft,
 * pending, archived, rejected, merged) keep that status. Hours that are new to the database await `expandSchedules`.
 */
export async function coalesceListings(transaction: Queryable, ids: number[], change: Change): Promise<Coalesced> {
  const changed = await writeDocuments(transaction, ids);
  const changedIds = changed.map((row) => row.listing_id);
  if (changedIds.length > 0) {
    await writeColumns(transaction, changedIds, change.at);
    const withOffers = changed.filter(
      (row) => row.changed_fields.includes('offers') || row.changed_fields.includes('categories'),
    );
    await writeOffers(
      transaction,
      withOffers.map((row) => row.listing_id),
    );
    await writeRevisions(transaction, changed, change);
  }
  return {
    created: changed.filter((row) => row.is_new).map((row) => row.listing_id),
    updated: changed.filter((row) => !row.is_new).map((row) => row.listing_id),
  };
}

/**
 * After a bulk write: sorts new rows into the indexes on lists and text, where they otherwise wait in a list that every
 * search reads in full, and counts the tables anew for the planner. The embedded engine has no autovacuum to do so.
 */
export async function settleListings(database: Queryable): Promise<void> {
  await database.query(sql`/* listings.settleIndexes */
    select gin_clean_pending_list('listing_search_text_index'), gin_clean_pending_list('listing_categories_index'),
      gin_clean_pending_list('listing_region_codes_index')`);
  await database.query(sql`/* listings.analyze */ analyze listing, offer, schedule, source_record`);
}

/**
 * Sets country and regions of listings (all, where no ids are given) from the boundaries known now, with what depends
 * on the country: the schedule's holidays and the label that stands for a missing name. No revision: the place is where
 * it was.
 */
export async function assignRegions(database: Queryable, ids?: number[]): Promise<void> {
  const all = ids ?? (await allIds(database));
  for (let start = 0; start < all.length; start += 1000) {
    await writeColumns(database, all.slice(start, start + 1000), undefined);
  }
}

async function allIds(database: Queryable): Promise<number[]> {
  const rows = await database.query<{ id: number }>(sql`/* listings.allIds */ select id from listing order by id`);
  return rows.map((row) => row.id);
}

/** Writes the documents that changed. Only a provenance that moves to an equal statement is no change to see. */
async function writeDocuments(transaction: Queryable, ids: number[]): Promise<ChangedDocument[]> {
  return transaction.query<ChangedDocument>(sql`/* listings.coalesceDocuments */
    with said as (
      select distinct on (record.listing_id, field.key) record.listing_id, field.key, field.value, record.id
      from source_record record join source on source.slug = record.source_slug
        cross join lateral jsonb_each(record.fields) field
      where record.listing_id = any(${ids}::integer[])
      order by record.listing_id, field.key,
        -- the latest check counts, whoever made it
        case when field.key = 'verifiedAt' then field.value #>> '{}' end desc nulls last,
        record.vanished_at is not null, record.yields, source.rank, record.fetched_at desc, record.id desc
    ), speaker as (
      select listing_id, array_agg(distinct source_slug order by source_slug) as slugs
      from source_record where listing_id = any(${ids}::integer[]) group by listing_id
    ), document as (
      select listing_id, jsonb_object_agg(key, value) as fields, jsonb_object_agg(key, id) as provenance
      from said group by listing_id
    ), compared as (
      select document.*, before.listing_id is null as is_new,
        (before.fields, before.provenance) is distinct from (document.fields, document.provenance) as differs,
        array(
          select key from jsonb_each(document.fields) new full join jsonb_each(before.fields) old using (key)
          where new.value is distinct from old.value order by key
        ) || case when listing.sources <> speaker.slugs then array['sources'] else '{}' end as changed_fields
      from document join listing on listing.id = document.listing_id join speaker using (listing_id)
        left join listing_document before using (listing_id)
    ), written as (
      insert into listing_document (listing_id, fields, provenance)
      select listing_id, fields, provenance from compared where differs
      on conflict (listing_id) do update set fields = excluded.fields, provenance = excluded.provenance
    )
    select listing_id, changed_fields, is_new from compared where changed_fields <> '{}' order by listing_id`);
}

/** Everything of `listing` that follows from the document. Without `at` only what follows from the regions. */
async function writeColumns(transaction: Queryable, ids: number[], at: Date | undefined): Promise<void> {
  const places = await locate(transaction, ids);
  await transaction.query(sql`/* listings.createSchedules */
    insert into schedule (osm, timezone, country)
    select distinct osm, timezone, coalesce(country, '') from ${located(places)} place where osm is not null
    on conflict do nothing`);
  await transaction.query(sql`/* listings.writeColumns */
    update listing set
      status = case when listing.status in ('PUBLISHED', 'TEMPORARILY_CLOSED', 'CLOSED')
        then coalesce(fields ->> 'status', 'PUBLISHED')::listing_status else listing.status end,
      name = displayed.name,
      categories = array(select jsonb_array_elements_text(fields -> 'categories')),
      description = coalesce(fields -> 'description', '{}'),
      service_kind = coalesce(fields ->> 'serviceKind', 'PLACE')::service_kind,
      service_radius_meters = (fields ->> 'serviceRadiusMeters')::integer,
      position = st_setsrid(st_makepoint((fields #>> '{location,lon}')::double precision,
        (fields #>> '{location,lat}')::double precision), 4326)::geography,
      position_approximate = coalesce((fields #>> '{location,approximate}')::boolean, false),
      street = fields #>> '{address,street}',
      house_number = fields #>> '{address,houseNumber}',
      postcode = fields #>> '{address,postcode}',
      city = fields #>> '{address,city}',
      country = displayed.country,
      region_codes = displayed.region_codes,
      schedule_id = displayed.schedule_id,
      opening_hours_note = fields ->> 'openingHoursNote',
      by_appointment = (fields ->> 'byAppointment')::boolean,
      phone = fields ->> 'phone',
      email = fields ->> 'email',
      website = fields ->> 'website',
      social = coalesce(fields -> 'social', '{}'),
      languages = array(select jsonb_array_elements_text(fields -> 'languages')),
      wheelchair = coalesce(fields ->> 'wheelchair', 'UNKNOWN')::wheelchair_access,
      access_notes = coalesce(fields -> 'accessNotes', '{}'),
      labels = array(select jsonb_array_elements_text(fields -> 'labels')),
      payment = array(select jsonb_array_elements_text(fields -> 'payment')),
      photos_page = fields ->> 'photosPage',
      sources = array(select distinct source_slug from source_record where listing_id = listing.id order by 1),
      verified_at = (fields ->> 'verifiedAt')::timestamptz,
      updated_at = coalesce(${at}::timestamptz, updated_at)
    from (
      select place.*, schedule.id as schedule_id,
        coalesce(place.fields ->> 'name', category.labels ->> ${languageOf(sql`place.country`)},
          category.labels ->> 'en', category.slug) as name
      from ${located(places)} place
        join category on category.slug = place.fields #>> '{categories,0}'
        left join schedule on schedule.osm = place.osm and schedule.timezone = place.timezone
          and schedule.country = coalesce(place.country, '')
    ) displayed
    where listing.id = displayed.listing_id and (${at}::timestamptz is not null
      or (listing.name, listing.country, listing.region_codes, listing.schedule_id) is distinct from
        (displayed.name, displayed.country, displayed.region_codes, displayed.schedule_id))`);
  if (!at) {
    await transaction.query(sql`/* listings.assignRegionsToState */
      update revision set state = state || jsonb_build_object('region_codes', listing.region_codes)
      from listing
      where listing_id = any(${ids}::integer[]) and listing.id = listing_id and upper_inf(valid_during)
        and state -> 'region_codes' <> to_jsonb(listing.region_codes)`);
  }
}

/** The language of ours that most people of a country read; English elsewhere. Labels of places without a name use it. */
function languageOf(country: Sql): Sql {
  return sql`case
    when ${country} in ('IT', 'SM', 'VA') then 'it' when ${country} in ('FR', 'MC', 'LU') then 'fr'
    when ${country} in ('ES', 'AD') then 'es' when ${country} = 'NL' then 'nl' when ${country} = 'FI' then 'fi'
    when ${country} = 'CZ' then 'cs' when ${country} = 'BG' then 'bg' else 'en' end`;
}

/** What the sources say is offered; where they say nothing, what places of its categories offer as a rule. */
async function writeOffers(transaction: Queryable, ids: number[]): Promise<void> {
  await transaction.query(sql`/* listings.deleteOffers */ delete from offer where listing_id = any(${ids}::integer[])`);
  await transaction.query(sql`/* listings.writeOffers */
    with said as (
      select listing_id, offer.ordinality as sort, offer.value, false as inferred
      from listing_document, jsonb_array_elements(fields -> 'offers') with ordinality offer
      where listing_id = any(${ids}::integer[])
      union all
      select distinct on (listing_id, offer.value)
        listing_id, 100 * category.ordinality + offer.ordinality, offer.value, true
      from listing_document, jsonb_array_elements_text(fields -> 'categories') with ordinality category(slug, ordinality)
        join category known using (slug),
        jsonb_array_elements(known.typical_offers) with ordinality offer
      where listing_id = any(${ids}::integer[]) and not fields ? 'offers'
      order by 1, 3, 2
    )
    insert into offer (listing_id, sort, action, objects, price_kind, amount_min, amount_max, currency, loan_days,
      max_items, deposit_amount, at_home, note, inferred)
    select listing_id, row_number() over (partition by listing_id order by sort), value ->> 'action',
      array(select jsonb_array_elements_text(value -> 'objects')), (value ->> 'priceKind')::price_kind,
      (value ->> 'amountMin')::numeric, (value ->> 'amountMax')::numeric, value ->> 'currency',
      (value ->> 'loanDays')::integer, (value ->> 'maxItems')::integer, (value ->> 'depositAmount')::numeric,
      coalesce((value ->> 'atHome')::boolean, false), coalesce(value -> 'note', '{}'), inferred
    from said order by listing_id, sort`);
}

/** Closes the revision that was valid and opens the next. Two in one instant follow each other by a millisecond. */
export async function writeRevisions(
  transaction: Queryable,
  changed: ChangedDocument[],
  change: Change,
): Promise<void> {
  await transaction.query(sql`/* listings.writeRevisions */
    with changed as (
      select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        as row(listing_id integer, changed_fields text[], is_new boolean)
    ), closed as (
      update revision set valid_during = tstzrange(lower(valid_during),
        greatest(${change.at}::timestamptz, lower(valid_during) + interval '1 millisecond'))
      from changed where revision.listing_id = changed.listing_id and upper_inf(valid_during)
      returning revision.listing_id, upper(valid_during) as at
    )
    insert into revision (listing_id, kind, actor_role, source_slug, reason, changed_fields, state, valid_during)
    select listing.id,
      case when ${change.kind ?? null}::text is not null then ${change.kind ?? null} when changed.is_new then 'CREATED' when 'status' = any(changed.changed_fields) and changed.changed_fields <@ '{status,verifiedAt}' then 'STATUS_CHANGED'
        else 'UPDATED' end::revision_kind,
      ${change.actorRole}::actor_role, ${change.sourceSlug ?? null}, ${change.reason ?? null}, changed.changed_fields,
      jsonb_build_object('slug', listing.slug, 'status', listing.status, 'region_codes', listing.region_codes,
        'sources', listing.sources, 'created_at', listing.created_at, 'updated_at', listing.updated_at,
        'fields', document.fields || jsonb_build_object('name', listing.name)),
      tstzrange(coalesce(closed.at, ${change.at}::timestamptz), null)
    from changed join listing on listing.id = changed.listing_id
      join listing_document document on document.listing_id = listing.id
      left join closed on closed.listing_id = listing.id
    order by listing.id`);
}
