import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Listing } from '../listings/model.ts';
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

/** The one listing nearest to a point, which is null where the area does not exist. */
export async function readNearest(
  on: Queryable,
  { relations, columns, condition, middle }: { relations: Relations; columns: Sql; condition: Sql; middle: Sql },
): Promise<FoundListing | undefined> {
  const [nearest] = await on.query<FoundListing>(sql`/* geosearch.nearestOutside */ ${withQueries(relations)}
    select * from (
      select ${columns}, l.position <-> ${middle} as "distanceMeters" from public_listing l where ${condition}
      order by l.position <-> ${middle} fetch first 1 row with ties
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
