import sql, { join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import { openStateAt } from '../listings/service.ts';
import { allOf, type CompiledFilter, offerCondition } from './filter.ts';
import { type FacetName, type Facets, facetNames } from './model.ts';
import { type Relations, withQueries } from './store.ts';

const mostObjects = 50;

/**
 * How many listings each value would leave if it were chosen: counted with all other filters applied and the facet's
 * own left out. One statement over one pass of what the other filters leave.
 */
export async function readFacets(
  on: Queryable,
  query: { relations: Relations; filter: CompiledFilter; area: readonly Sql[]; names: ReadonlySet<FacetName> },
): Promise<Facets> {
  const { filter } = query;
  const wanted = facetNames.filter((name) => query.names.has(name));
  const facets: Facets = { groups: [], categories: [], actions: [], objects: [], openStates: [] };
  if (wanted.length === 0) return facets;
  const base = sql`base as materialized (
    select l.id, l.categories, l.status, l.schedule_id, ${allOf(filter.categories)} as in_category,
      ${allOf(filter.open)} as in_hours, ${allOf(offerCondition(filter.offer))} as has_offer
    from public_listing l where ${allOf([...query.area, ...filter.others])})`;
  const rows = await on.query<{ facet: FacetName; value: string; count: number }>(sql`/* geosearch.facets */
    ${withQueries([...query.relations, base])}
    select facet, value, count::integer from (${join(
      wanted.map((name) => counts[name](filter)),
      ' union all ',
    )}) counted order by count desc, value`);
  for (const { facet, value, count } of rows) facets[facet].push({ value, count });
  return facets;
}

const counts: Record<FacetName, (filter: CompiledFilter) => Sql> = {
  groups: () => sql`
    select 'groups' as facet, c.group_slug as value, count(distinct base.id) as count
    from base join category c on c.slug = any(base.categories) and not c.off_by_default
    where has_offer and in_hours group by 2`,
  categories: () => sql`
    select 'categories' as facet, slug as value, count(distinct base.id) as count
    from base, unnest(base.categories) slug where has_offer and in_hours group by 2`,
  actions: ({ offer }) => sql`
    select 'actions' as facet, o.action as value, count(distinct base.id) as count
    from base join offer o on o.listing_id = base.id
    where in_category and in_hours and ${allOf([...offer.objects, ...offer.price])} group by 2`,
  // An offer on a type counts for its broader and its narrower types too, as in the filter.
  objects: ({ offer }) => sql`(
    select 'objects' as facet, t.slug as value, count(distinct base.id) as count
    from base join offer o on o.listing_id = base.id
      cross join unnest(o.objects) said(slug) join (
        select slug as said, slug from object_type
        union all select slug, parent_slug from object_type where parent_slug is not null
        union all select parent_slug, slug from object_type where parent_slug is not null
      ) t on t.said = said.slug
    where in_category and in_hours and ${allOf([...offer.actions, ...offer.price])}
    group by 2 order by 3 desc, 2 limit ${mostObjects})`,
  // Each schedule is asked once.
  openStates: ({ openAt }) => sql`
    select 'openStates' as facet, state::text as value, sum(count) as count
    from (
      select ${openStateAt(openAt)} as state, count
      from (select status, schedule_id, count(*) from base where in_category and has_offer group by 1, 2) l
    ) asked group by 2`,
};
