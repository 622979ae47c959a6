import sql, { type Sql } from 'sql-template-tag';

/**
 * Queries for a `with` clause that put the public listings of an instant, and their offers, in the place of
 * `public_listing` and `offer`: any statement over those two then answers for that instant. Built from `revision`, so
 * slower than the present. Listings that were refused since are left out; opening hours are those that were stated then.
 */
export function listingsAsOf(at: Date): Sql[] {
  return [publicListing(at), offer];
}

const publicListing = (at: Date) => sql`public_listing as materialized (
  select listing.id, state ->> 'slug' as slug, (state ->> 'status')::listing_status as status, fields ->> 'name' as name,
    parsed.categories, parsed.categories[1] as category, coalesce(fields -> 'description', '{}') as description,
    coalesce(fields ->> 'serviceKind', 'PLACE')::service_kind as service_kind,
    parsed.position, st_x(parsed.position::geometry) as lon, st_y(parsed.position::geometry) as lat,
    coalesce((fields #>> '{location,approximate}')::boolean, false) as position_approximate,
    fields #>> '{address,street}' as street, fields #>> '{address,houseNumber}' as house_number,
    fields #>> '{address,postcode}' as postcode, fields #>> '{address,city}' as city, said.country, parsed.region_codes,
    schedule.id as schedule_id, fields ->> 'openingHoursNote' as opening_hours_note,
    (fields ->> 'byAppointment')::boolean as by_appointment, fields ->> 'phone' as phone, fields ->> 'email' as email,
    fields ->> 'website' as website, coalesce(fields -> 'social', '{}') as social,
    array(select jsonb_array_elements_text(fields -> 'languages')) as languages,
    coalesce(fields ->> 'wheelchair', 'UNKNOWN')::wheelchair_access as wheelchair,
    coalesce(fields -> 'accessNotes', '{}') as access_notes,
    array(select jsonb_array_elements_text(fields -> 'labels')) as labels,
    array(select jsonb_array_elements_text(fields -> 'payment')) as payment, fields ->> 'photosPage' as photos_page,
    listing.organization_id,
    array(select jsonb_array_elements_text(state -> 'sources')) as sources,
    (fields ->> 'verifiedAt')::timestamptz(3) as verified_at, (state ->> 'created_at')::timestamptz(3) as created_at,
    (state ->> 'updated_at')::timestamptz(3) as updated_at,
    normalize_text(fields ->> 'name') collate "C" as name_sort,
    normalize_text(concat_ws(' ', fields ->> 'name', fields #>> '{address,street}', fields #>> '{address,houseNumber}',
      fields #>> '{address,postcode}', fields #>> '{address,city}')) as search_text,
    fields -> 'offers' as offers
  from revision
    join listing on listing.id = revision.listing_id and listing.status <> 'REJECTED'
    cross join lateral (select state -> 'fields' as fields) document
    cross join lateral (
      select array(select jsonb_array_elements_text(fields -> 'categories')) as categories,
        array(select jsonb_array_elements_text(state -> 'region_codes')) as region_codes,
        st_setsrid(st_makepoint((fields #>> '{location,lon}')::double precision,
          (fields #>> '{location,lat}')::double precision), 4326)::geography as position) parsed
    cross join lateral (
      select coalesce(fields #>> '{address,country}',
        case when length(parsed.region_codes[1]) = 2 then parsed.region_codes[1] end) as country) said
    left join schedule on schedule.osm = fields ->> 'openingHours' and schedule.timezone = fields ->> 'timezone'
      and schedule.country = coalesce(said.country, '')
  where valid_during @> ${at}::timestamptz and state ->> 'status' in ('PUBLISHED', 'TEMPORARILY_CLOSED'))`;

const offer = sql`offer as materialized (
  select l.id as listing_id, said.sort, said.value ->> 'action' as action,
    array(select jsonb_array_elements_text(said.value -> 'objects')) as objects,
    (said.value ->> 'priceKind')::price_kind as price_kind, (said.value ->> 'amountMin')::numeric as amount_min,
    (said.value ->> 'amountMax')::numeric as amount_max, said.value ->> 'currency' as currency,
    (said.value ->> 'loanDays')::integer as loan_days, (said.value ->> 'maxItems')::integer as max_items,
    (said.value ->> 'depositAmount')::numeric as deposit_amount,
    coalesce((said.value ->> 'atHome')::boolean, false) as at_home, coalesce(said.value -> 'note', '{}') as note,
    said.inferred
  from public_listing l cross join lateral (
    select value, ordinality as sort, false as inferred from jsonb_array_elements(l.offers) with ordinality
    union all
    select typical.value, 100 * asked.ordinality + typical.ordinality, true
    from unnest(l.categories) with ordinality asked(slug, ordinality) join category using (slug),
      jsonb_array_elements(category.typical_offers) with ordinality typical
    where l.offers is null
  ) said)`;
