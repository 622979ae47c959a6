import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';

/** A listing before its first source record: what it needs to exist. The rest comes with coalesceListings. */
export interface ListingDraft {
  /** From slugBase. */
  slugBase: string;
  name: string;
  categories: string[];
  location: { lon: number; lat: number };
}

/** Any number, the same for every instance: two that create at once take turns, so that no slug is given twice. */
const creationLock = 7_264_101;

async function takeTurns(transaction: Queryable): Promise<void> {
  await transaction.query(sql`/* listings.creationLock */ select pg_advisory_xact_lock(${creationLock})`);
}

/** Gives a listing that has been a draft its slug: the first of "base", "base-2", … that is free. */
export async function giveSlug(transaction: Queryable, id: number, base: string): Promise<void> {
  await takeTurns(transaction);
  await transaction.query(sql`/* listings.giveSlug */
    update listing set slug = (
      select candidate from generate_series(1, 10000) n,
        lateral (select ${base} || case n when 1 then '' else '-' || n end as candidate) named
      where not exists (select from listing where slug = candidate) order by n limit 1)
    where id = ${id} and slug ~ '^draft-[0-9a-f]{8}-[0-9a-f]{4}-'`);
}

/** Creates published listings with slugs of their own, in the order given; returns their ids in that order. */
export async function createListings(transaction: Queryable, drafts: ListingDraft[], at: Date): Promise<number[]> {
  await takeTurns(transaction);
  const rows = await transaction.query<{ id: number }>(sql`/* listings.create */
    with draft as (
      select value ->> 'slugBase' as base, value ->> 'name' as name, value -> 'categories' as categories,
        st_setsrid(st_makepoint((value #>> '{location,lon}')::double precision,
          (value #>> '{location,lat}')::double precision), 4326)::geography as position, ordinality
      from jsonb_array_elements(${JSON.stringify(drafts)}::jsonb) with ordinality
    ), taken as (
      select base, max(case when slug = base then 1 else substring(slug from '[0-9]+$')::integer end) as number
      from (select distinct base from draft) bases join listing on slug = base
        -- from -0 to -9…: the colon follows the digits
        or (slug ~>=~ (base || '-0') and slug ~<~ (base || '-:') and substring(slug from length(base) + 2) ~ '^[0-9]{1,9}$')
      group by base
    ), numbered as (
      select draft.*, coalesce(taken.number, 0) + row_number() over (partition by base order by ordinality) as number
      from draft left join taken using (base)
    ), named as (
      select *, base || case when number > 1 then '-' || number else '' end as slug from numbered
    ), created as (
      insert into listing (slug, status, name, categories, position, created_at, updated_at)
      select slug, 'PUBLISHED', name, array(select jsonb_array_elements_text(categories)), position, ${at}, ${at}
      from named order by ordinality
      returning id, slug
    )
    select created.id from created join named using (slug) order by named.ordinality`);
  return rows.map((row) => row.id);
}
