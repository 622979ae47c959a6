/** Listings that may be the place at hand: a similar name, the same telephone number or the same website nearby. */
import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Duplicate } from './write-model.ts';

export interface Sought {
  name?: string | null | undefined;
  at: { lon: number; lat: number };
  phone?: string | null | undefined;
  website?: string | null | undefined;
  /** Not this one itself. */
  exceptId?: number | undefined;
}

const nameRadiusMeters = 500;
/** A number or an address tells more than a name: it may have been put on the map a little off. */
const contactRadiusMeters = 5000;
/** Of pg_trgm; 1 is the same name. */
const similarEnough = 0.45;
const most = 5;

export async function findDuplicates(queryable: Queryable, sought: Sought): Promise<Duplicate[]> {
  const { name, at, phone, website, exceptId } = sought;
  const rows = await queryable.query<Duplicate & { byName: boolean; byPhone: boolean; byWebsite: boolean }>(
    sql`/* listings.duplicates */
    with sought as (
      select st_setsrid(st_makepoint(${at.lon}, ${at.lat}), 4326)::geography as position,
        normalize_text(${name ?? ''}) as name, ${phoneEnd(sql`${phone ?? ''}`)} as phone,
        ${bareAddress(website ?? '')} as website
    ), near as (
      -- offset 0: position first, by its index
      select l.*, st_distance(l.position, sought.position) as meters
      from sought join public_listing l on st_dwithin(l.position, sought.position, ${contactRadiusMeters})
      where l.id <> ${exceptId ?? 0} offset 0
    ), judged as (
      select near.id, meters, similarity(near.name_sort, sought.name) as likeness,
        meters <= ${nameRadiusMeters} and sought.name <> '' and (similarity(near.name_sort, sought.name) >= ${similarEnough}
          or near.name_sort = sought.name or (length(sought.name) >= 4 and sought.name <% near.name_sort)) as "byName",
        ${phoneEnd(sql`near.phone`)} = sought.phone as "byPhone",
        sought.website <> '' and ${bareWebsite(sql`near.website`)} = sought.website
          as "byWebsite"
      from near, sought
    )
    select id as "listingId", meters as "distanceMeters", "byName", coalesce("byPhone", false) as "byPhone",
      coalesce("byWebsite", false) as "byWebsite"
    from judged where "byName" or "byPhone" or "byWebsite"
    order by "byName"::integer + coalesce("byPhone", false)::integer + coalesce("byWebsite", false)::integer desc,
      likeness desc, meters, id limit ${most}`,
  );
  return rows.map(({ listingId, distanceMeters, byName, byPhone, byWebsite }) => ({
    listingId,
    distanceMeters: Math.round(distanceMeters),
    reasons: [
      ...(byName ? (['SIMILAR_NAME'] as const) : []),
      ...(byPhone ? (['SAME_PHONE'] as const) : []),
      ...(byWebsite ? (['SAME_WEBSITE'] as const) : []),
    ],
  }));
}

/** A telephone number without its country, as far as numbers are compared; null where there is hardly one. */
export const phoneEnd = (phone: Sql) => sql`substring(regexp_replace(${phone}, '\\D', '', 'g') from '\\d{6,9}$')`;

/** An address without what does not tell sites apart. */
export const bareWebsite = (website: Sql) =>
  sql`lower(regexp_replace(${website}, '^[a-zA-Z]+://(www\\.)?|/+$', '', 'g'))`;

/** The same of what somebody types, with or without a scheme. */
function bareAddress(website: string): string {
  return website
    .trim()
    .replaceAll(/^[a-zA-Z]+:\/\/(www\.)?|\/+$/g, '')
    .replace(/^www\./, '')
    .toLowerCase();
}
