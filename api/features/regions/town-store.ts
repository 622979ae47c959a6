/** Towns as pages know them: each with a name of its own for addresses. */
import sql, { join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Point, Town } from './model.ts';

/** Over alias `t` of place. The largest of a country's namesakes has the slug alone. */
const columns = sql`t.id, t.name, t.names, t.context, t.country, t.population, st_x(t.position::geometry) as lon,
  st_y(t.position::geometry) as lat, case when t.slug = '' or exists (
    select from place other where other.country = t.country and other.slug = t.slug
      and (other.population, -other.id) > (t.population, -t.id)
  ) then trim('-' from t.slug || '-' || t.source_id) else t.slug end as slug`;

/** The largest town of a slug in a country, or the one whose slug ends with its id of GeoNames. */
export async function townOfSlug(queryable: Queryable, country: string, slug: string): Promise<Town | undefined> {
  const [, base, id] = /^(.*?)-?(\d+)$/.exec(slug) ?? [];
  const [town] = await queryable.query<Town>(sql`/* regions.townOfSlug */
    select ${columns} from place t
    where t.country = ${country} and (t.slug = ${slug} ${
      id === undefined ? sql`` : sql`or (t.slug = ${base} and t.source = 'geonames' and t.source_id = ${id})`
    })
    order by t.population desc, t.id limit 1`);
  return town;
}

/** The largest town that has `name`, normalised, among its names in other languages. */
export async function townOfOtherName(queryable: Queryable, country: string, name: string): Promise<Town | undefined> {
  const [town] = await queryable.query<Town>(sql`/* regions.townOfOtherName */
    select ${columns} from place t
    where t.kind = 'TOWN' and t.country = ${country} and t.search_text like ${`%|${name}|%`}
    order by t.population desc, t.id limit 1`);
  return town;
}

/** The nearest towns around a point, itself left out, from a population on. */
export function townsAround(
  queryable: Queryable,
  at: Point,
  { withinMeters, limit, but }: { withinMeters: number; limit: number; but: number },
): Promise<Town[]> {
  return queryable.query<Town>(sql`/* regions.townsAround */
    select ${columns} from (
      select * from (
        select *, st_distance(position, ${pointOf(at)}, false) as meters from place
        where kind = 'TOWN' and id <> ${but} order by position <-> ${pointOf(at)} limit 100
      ) nearest where meters < ${withinMeters}
      order by population desc, id limit ${limit}
    ) t order by t.meters`);
}

/** The town that a point belongs to, by distance and size, within so many metres. */
export async function townNear(queryable: Queryable, at: Point, withinMeters: number): Promise<Town | undefined> {
  const [town] = await queryable.query<Town>(sql`/* regions.townNear */
    select ${columns} from (
      select *, st_distance(position, ${pointOf(at)}, false) as meters from place
      where kind = 'TOWN' order by position <-> ${pointOf(at)} limit 20
    ) t where t.meters < ${withinMeters} order by t.meters / cbrt(t.population + 1000) limit 1`);
  return town;
}

/** For each point the largest town within so many metres; a point without one answers nothing. */
export async function largestTownsAt(
  queryable: Queryable,
  points: readonly Point[],
  withinMeters: number,
): Promise<Town[]> {
  if (points.length === 0) return [];
  const rows = join(points.map(({ lon, lat }, index): Sql => sql`(${index}::integer, ${pointOf({ lon, lat })})`));
  return queryable.query<Town>(sql`/* regions.largestTownsAt */
    select ${columns} from (values ${rows}) as wanted(number, at) cross join lateral (
      select * from place where kind = 'TOWN' and st_dwithin(position, wanted.at, ${withinMeters}::float8, false)
      order by population desc, id limit 1) t
    order by wanted.number`);
}

/** The largest towns within so many metres of a point. */
export function largestTownsWithin(
  queryable: Queryable,
  at: Point,
  { withinMeters, limit }: { withinMeters: number; limit: number },
): Promise<Town[]> {
  return queryable.query<Town>(sql`/* regions.largestTownsWithin */
    select ${columns} from place t
    where t.kind = 'TOWN' and st_dwithin(t.position, ${pointOf(at)}, ${withinMeters}::float8, false)
    order by t.population desc, t.id limit ${limit}`);
}

/** Towns in the order of their ids, after one. */
export function townsAfter(queryable: Queryable, id: number, limit: number): Promise<Town[]> {
  return queryable.query<Town>(sql`/* regions.townsAfter */
    select ${columns} from place t where t.kind = 'TOWN' and t.id > ${id} order by t.id limit ${limit}`);
}

const pointOf = ({ lon, lat }: Point): Sql => sql`st_point(${lon}::float8, ${lat}::float8)::geography`;
