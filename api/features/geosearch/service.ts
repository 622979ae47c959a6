import type { Sql } from 'sql-template-tag';
import { type Database, type Queryable, withinTime } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { listingColumns, listingsAsOf } from '../listings/service.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import { type CompiledArea, compileArea, distanceTo, withinRadius } from './area.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { readFacets } from './facets.ts';
import { allOf, type CompiledFilter, compileFilter, conditionOf, type FilterContext } from './filter.ts';
import type { FacetName, Facets, ListingFilter, SearchEdge, SearchInput, SearchPage } from './model.ts';
import { beyond, type Ordering, orderingOf } from './order.ts';
import { parseNear, parseOrder, parsePage } from './policy.ts';
import { type FoundListing, type Relations, readAreaProblem, readCount, readNearest, readPage } from './store.ts';

/** After this a search is given up with PostgreSQL's query_canceled. */
const timeoutMs = 10_000;

export interface SearchContext {
  database: Database;
  taxonomy: TaxonomyService;
  now: Date;
}

/** A search, checked and compiled; its answers are read one by one, each only when somebody asks for it. */
export interface Search {
  context: SearchContext;
  input: SearchInput;
  relations: Relations;
  filter: CompiledFilter;
  area: CompiledArea | undefined;
  /** Conditions of near and within. */
  areaConditions: Sql[];
  distance: Sql | undefined;
  ordering: Ordering;
}

/**
 * The condition of a filter over alias `l` of public_listing, for doors that choose their own area. Throws InvalidInput
 * naming the filter.
 */
export function compileListingFilter(filter: ListingFilter, context: FilterContext): { condition: Sql } {
  return { condition: conditionOf(compileFilter(filter, context)) };
}

/** Checks and compiles a search. Throws InvalidInput naming the argument. */
export async function openSearch(context: SearchContext, input: SearchInput): Promise<Search> {
  const now = input.asOf && input.asOf < context.now ? input.asOf : context.now;
  const near = input.near ? parseNear(input.near) : undefined;
  const filter = compileFilter(input.where ?? {}, {
    taxonomy: context.taxonomy,
    now,
    everywhere: !input.near && !input.within,
    path: 'where.',
  });
  const area = input.within ? compileArea(input.within) : undefined;
  if (area?.check) {
    const problem = await readAreaProblem(context.database, area.check);
    if (problem) throw new InvalidInput(area.argument, `${problem}.`);
  }
  const distance = near && distanceTo(near);
  return {
    context: { ...context, now },
    input,
    relations: input.asOf && now === input.asOf ? listingsAsOf(input.asOf) : [],
    filter,
    area,
    areaConditions: [...(near ? [withinRadius(near)] : []), ...(area ? [area.contains] : [])],
    distance,
    ordering: orderingOf(parseOrder(input, filter.text !== undefined), distance, filter.text?.score),
  };
}

/** One page, with what `fields` of its listings need. Throws InvalidInput for first, last, after and before. */
export async function readSearchPage(search: Search, fields: ReadonlySet<string>): Promise<SearchPage> {
  const { input, ordering, relations, distance } = search;
  const { backwards, size } = parsePage(input);
  const sides = (['after', 'before'] as const).flatMap((side) => {
    const cursor = input[side];
    return typeof cursor === 'string' ? [beyond(ordering, decodeCursor(cursor, ordering.order, side), side)] : [];
  });
  if (size === 0) return pageOf([], false, search, backwards);
  const query = {
    relations,
    columns: listingColumns(fields, search.context.now),
    condition: allOf([...search.areaConditions, conditionOf(search.filter), ...sides]),
    ordering,
    backwards,
    distance,
    limit: size + 1,
  };
  const rows = await (isQuick(search)
    ? readPage(search.context.database, query)
    : patiently(search, (on) => readPage(on, query)));
  const listings = rows.slice(0, size);
  return pageOf(backwards ? listings.reverse() : listings, rows.length > size, search, backwards);
}

function pageOf(
  listings: FoundListing[],
  hasMore: boolean,
  { input, ordering }: Search,
  backwards: boolean,
): SearchPage {
  const edges = listings.map((listing) => edgeOf(listing, ordering));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? typeof input.before === 'string' : hasMore,
      hasPreviousPage: backwards ? hasMore : typeof input.after === 'string',
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

function edgeOf(listing: FoundListing, { order }: Ordering): SearchEdge {
  const { distanceMeters, orderKey = distanceMeters ?? 0 } = listing;
  return {
    get cursor() {
      const key = orderKey instanceof Date ? orderKey.toISOString() : orderKey;
      return encodeCursor({ order, key, id: listing.id });
    },
    distanceMeters,
    node: listing,
  };
}

/** How many listings the search finds on all of its pages. */
export async function countFound(search: Search): Promise<number> {
  const condition = allOf([...search.areaConditions, conditionOf(search.filter)]);
  return patiently(search, (on) => readCount(on, search.relations, condition));
}

export async function readSearchFacets(search: Search, names: ReadonlySet<FacetName>): Promise<Facets> {
  const { relations, filter, areaConditions: area } = search;
  return patiently(search, (on) => readFacets(on, { relations, filter, area, names }));
}

/** Where near and within hold nothing: the listing nearest to their middle that the filter lets through. */
export async function readNearestOutside(search: Search, fields: ReadonlySet<string>): Promise<SearchEdge | null> {
  const { relations, filter, area, ordering } = search;
  const distance = search.distance ?? area?.distance;
  if (!distance || (await countFound(search)) > 0) return null;
  const columns = listingColumns(fields, search.context.now);
  const nearest = await patiently(search, (on) =>
    readNearest(on, { relations, columns, condition: conditionOf(filter), distance }),
  );
  return nearest
    ? edgeOf({ ...nearest, orderKey: nearest.distanceMeters ?? 0 }, { ...ordering, order: 'DISTANCE' })
    : null;
}

/** A small circle without a text is answered by the index: it needs no timeout and so no transaction. */
function isQuick({ input, filter, area, relations }: Search): boolean {
  return Boolean(input.near) && !filter.text && !area && relations.length === 0;
}

function patiently<Result>(search: Search, read: (on: Queryable) => Promise<Result>): Promise<Result> {
  return withinTime(search.context.database, timeoutMs, read);
}
