import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import { bareWebsite, phoneEnd } from '../listings/service.ts';

/** How far apart two entries of one place may lie. */
const radiusMeters = 150;
/** Of pg_trgm; 1 is the same name. */
const similarEnough = 0.5;

/** The digits of a name; null where it has none. */
const numberIn = (listing: Sql) => sql`nullif(regexp_replace(${listing}.name_sort, '\\D', '', 'g'), '')`;

export async function lastListing(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ last: number }>(sql`/* moderation.lastListing */
    select coalesce(max(id), 0) as last from listing`);
  return row?.last ?? 0;
}

/** Opens reviews for pairs of which the younger one's id is from `from` up to `to`; returns how many. */
export async function similarPairs(transaction: Queryable, from: number, to: number, at: Date): Promise<number> {
  const rows = await transaction.query(sql`/* moderation.similarPairs */
    insert into review (kind, listing_id, other_listing_id, detail, created_at)
    select 'POSSIBLE_DUPLICATE', younger.id, elder.id, jsonb_build_object(
      'distanceMeters', round(st_distance(younger.position, elder.position)::numeric, 1),
      'nameSimilarity', round(similarity(younger.name_sort, elder.name_sort)::numeric, 2)), ${at}
    from public_listing younger cross join lateral (
        -- offset 0: position first, by its index
        select * from public_listing near
        where near.id < younger.id and st_dwithin(near.position, younger.position, ${radiusMeters}) offset 0) elder
      join category younger_category on younger_category.slug = younger.category
      join category elder_category on elder_category.slug = elder.category
    where younger.id >= ${from} and younger.id < ${to}
      and (younger_category.group_slug = elder_category.group_slug
          and similarity(younger.name_sort, elder.name_sort) >= ${similarEnough}
          -- the second of a street is not the first
          and coalesce(${numberIn(sql`younger`)} = ${numberIn(sql`elder`)}, true)
        or ${phoneEnd(sql`younger.phone`)} = ${phoneEnd(sql`elder.phone`)}
        or younger_category.group_slug = elder_category.group_slug
          and ${bareWebsite(sql`younger.website`)} = ${bareWebsite(sql`elder.website`)})
      -- a name that is but the category's says nothing
      and not (younger.phone is null and younger.website is null
        and younger.name_sort in (select normalize_text(label) from jsonb_each_text(younger_category.labels) each(language, label)))
      and not exists (
        select from unnest(younger.sources) shared join source on source.slug = shared
        where shared = any(elder.sources) and source.kind not in ('OWNER', 'MODERATOR', 'CITIZEN'))
      and not exists (
        select from review known where known.kind = 'POSSIBLE_DUPLICATE'
          and ((known.listing_id = younger.id and known.other_listing_id = elder.id)
            or (known.listing_id = elder.id and known.other_listing_id = younger.id)))
    order by younger.id, elder.id
    on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id) do nothing
    returning id`);
  return rows.length;
}
