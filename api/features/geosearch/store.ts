import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Listing } from '../listings/model.ts';
import { listingColumns } from '../listings/service.ts';
import { geographyOf } from './area.ts';
import type { Point } from './model.ts';
import { direction, type Ordering } from './order.ts';

/** Where a statement reads: queries for its `with` clause that stand for the tables of another time, or none. */
export type Relations = readonly Sql[];

export interface FoundListing extends Listing {
  distanceMeters: number | null;
  orderKey: number | string | Date;
}

export interface PageQuery {
  relations: Relations;
  /** Select list over alias `l`. */
  columns: Sql;
  /** Over alias `l`. */
  condition: Sql;
  ordering: Ordering;
  backwards: boolean;
  /** Metres over alias `l`, where there is a point. */
  distance: Sql | undefined;
  limit: number;
}

/** One page in one statement. Read backwards, the rows come in reverse. */
export async function readPage(on: Queryable, query: PageQuery): Promise<FoundListing[]> {
  const { columns, condition, ordering, backwards, limit } = query;
  const distance = query.distance ?? sql`null::double precision`;
  if (ordering.order === 'DISTANCE' && !backwards) {
    // The index gives distances in order but no ties by id: take all that tie with the last, then put them in order.
    return on.query(sql`/* geosearch.near */ ${withQueries(query.relations)}
      select * from (
        select ${columns}, ${distance} as "distanceMeters" from public_listing l where ${condition}
        order by ${distance} fetch first (${limit}::integer) rows with ties
      ) nearest order by "distanceMeters", id limit ${limit}::integer`);
  }
  return on.query(sql`/* geosearch.page */ ${withQueries(query.relations)}
    select ${columns}, ${distance} as "distanceMeters", ${ordering.key} as "orderKey"
    from public_listing l where ${condition}
    order by ${ordering.key} ${direction(ordering, backwards)}, l.id ${direction(ordering, backwards)}
    limit ${limit}::integer`);
}

export async function readCount(on: Queryable, relations: Relations, condition: Sql): Promise<number> {
  const [row] = await on.query<{ count: number }>(sql`/* geosearch.count */ ${withQueries(relations)}
    select count(*) from public_listing l where ${condition}`);
  return row?.count ?? 0;
}

/** The one listing at the least distance. */
export async function readNearest(
  on: Queryable,
  { relations, columns, condition, distance }: { relations: Relations; columns: Sql; condition: Sql; distance: Sql },
): Promise<FoundListing | undefined> {
  const [nearest] = await on.query<FoundListing>(sql`/* geosearch.nearestOutside */ ${withQueries(relations)}
    select * from (
      select ${columns}, ${distance} as "distanceMeters" from public_listing l where ${condition}
      order by ${distance} fetch first 1 row with ties
    ) nearest order by "distanceMeters", id limit 1`);
  return nearest;
}

/** What is wrong with an area that only the database can judge; null for nothing. */
export async function readAreaProblem(on: Queryable, check: Sql): Promise<string | null> {
  const [row] = await on.query<{ problem: string | null }>(sql`/* geosearch.checkArea */ ${check}`);
  return row?.problem ?? null;
}

export function withQueries(queries: readonly Sql[]): Sql {
  return queries.length > 0 ? sql`with ${join([...queries])}` : empty;
}

export interface NameQuery {
  /** Normalised. */
  query: string;
  /** Nearer listings come first among equals. */
  near: Point | undefined;
  limit: number;
  /** GraphQL fields of a listing. */
  fields: ReadonlySet<string>;
  now: Date;
}

type NamedListing = Listing & { score: number };

/** Public listings whose name begins with the query. A text too short to mean anything gives the first by alphabet. */
export function readListingsBeginning(on: Queryable, name: NameQuery): Promise<NamedListing[]> {
  const { query, limit } = name;
  const order = query.length < 3 ? sql`l.name_sort, l.id` : sql`score desc, l.name_sort, l.id`;
  return on.query(sql`/* geosearch.suggestBeginning */
    select ${nameColumns(name)} from public_listing l where l.name_sort like ${`${query}%`}
    order by ${order} limit ${limit}::integer`);
}

/** Public listings with the query, of three letters or more, further on in their name or, from four on, about so. */
export function readListingsLike(on: Queryable, name: NameQuery): Promise<NamedListing[]> {
  const { query, limit } = name;
  const isLike = (text: Sql) => (query.length > 3 ? sql`${query} <% ${text}` : sql`${text} like ${`% ${query}%`}`);
  return on.query(sql`/* geosearch.suggestLike */
    select ${nameColumns(name)} from public_listing l
    where ${isLike(sql`l.search_text`)} and ${isLike(sql`l.name_sort`)} and not l.name_sort like ${`${query}%`}
    order by score desc, l.id limit ${limit}::integer`);
}

function nameColumns({ query, near, fields, now }: NameQuery): Sql {
  const columns = listingColumns(new Set([...fields, 'slug', 'name', 'categories', 'location', 'address']), now);
  const nearness = near ? sql` + 0.1 / (1 + (l.position <-> ${geographyOf(near)}) / 10000)` : empty;
  const share = sql`${query.length}::double precision / length(l.name_sort)`;
  return sql`${columns}, (case when l.name_sort = ${query} then 1
    when l.name_sort like ${`${query}%`} then 0.8 + 0.15 * ${share}
    when l.name_sort like ${`% ${query}%`} then 0.6 + 0.15 * ${share}
    else 0.55 * word_similarity(${query}, l.name_sort) end${nearness})::double precision as score`;
}
