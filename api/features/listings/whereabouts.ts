import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';

/** Where a listing lies. */
export interface Whereabouts {
  listing_id: number;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** The country first. */
  region_codes: string[];
}

/**
 * Country and regions of each document's position. The country is what a source states, else the one that covers the
 * place, else the nearest within 20 km (on a sphere: near enough for that).
 */
export async function locate(transaction: Queryable, ids: number[]): Promise<Whereabouts[]> {
  return transaction.query<Whereabouts>(sql`/* listings.locate */
    with place as materialized (
      select listing_id, fields #>> '{address,country}' as stated_country, st_setsrid(st_makepoint(
        (fields #>> '{location,lon}')::double precision, (fields #>> '{location,lat}')::double precision), 4326) as point
      from listing_document where listing_id = any(${ids}::integer[])
    ), shape as materialized (
      select code, level, country, boundary::geometry as outline
      from region where boundary && (select st_collect(point)::geography from place)
    ), covering as (
      -- Region by region: PostGIS prepares an outline once for all the places it is asked about in a row.
      select inside.listing_id, array_agg(code order by level, code) as codes,
        (array_agg(country order by level))[1] as country
      from shape cross join lateral (
        select listing_id from place where outline && point and st_covers(outline, point) offset 0) inside
      group by inside.listing_id
    )
    select place.listing_id, coalesce(stated_country, covering.country, nearest.country) as country,
      coalesce(covering.codes, array_remove(array[nearest.code], null), '{}') as region_codes
    from place left join covering using (listing_id)
      left join lateral (
        select code, country
        from st_expand(point, 0.18 / greatest(0.01, cos(radians(st_y(point)))), 0.18) as around -- 20 km and a little
          join region on covering.codes is null and level = 0 and boundary && around::geography
          -- A country's whole coast is long: only what lies near is measured.
          cross join lateral st_clipbybox2d(boundary::geometry, around) as piece
        where st_dwithin(piece::geography, point::geography, 20000, false)
        order by st_distance(piece::geography, point::geography, false) limit 1) nearest on true`);
}

/** Documents with their whereabouts, as a table to select from. */
export function located(places: Whereabouts[]): Sql {
  return sql`(
    select place.*, fields, fields ->> 'openingHours' as osm, fields ->> 'timezone' as timezone
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as place(listing_id integer, country text, region_codes text[])
      join listing_document using (listing_id))`;
}
