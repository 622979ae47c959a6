/** The gazetteer's table: finding. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Place, Point } from './model.ts';

export interface PlaceQuery {
  /** Normalised words of the name, the last perhaps unfinished; at least one. */
  words: readonly string[];
  /** ISO 3166-1 alpha-2: only there. */
  country?: string | undefined;
  near?: Point | undefined;
  limit: number;
}

const columns = sql`id, kind, name, names, context, country, postcodes, population,
  st_x(position::geometry) as lon, st_y(position::geometry) as lat`;

const pointOf = ({ lon, lat }: Point): Sql => sql`st_point(${lon}::float8, ${lat}::float8)::geography`;
const hasDigit = (word: string) => /\d/.test(word);

/** One letter begins thousands of names: only towns from this population answer to it. */
const largeTown = 100_000;

/**
 * Places of which some word begins with the first word asked for, and whose names or context have a word that begins with
 * each of the others; addresses only where a number is among them. The best first: the whole name (4), its beginning (3),
 * or words of it (1.5), one more for a number that is whole (12 before 129), with what the place is worth.
 */
export async function findPlaces(queryable: Queryable, query: PlaceQuery): Promise<Place[]> {
  const name = query.words.join(' ');
  const numbers = query.words.filter(hasDigit);
  const words = query.words.map((word, index) => sql`search_text ~ ${(index === 0 ? '[| ]' : '[|, ]') + word}`);
  return queryable.query<Place>(
    sql`/* regions.findPlaces */ ${bestOf(
      query,
      sql`${join(words, ' and ')} ${numbers.length > 0 ? empty : sql`and kind <> 'ADDRESS'`}
      ${name.length === 1 ? sql`and (kind <= 'REGION' or population >= ${largeTown})` : empty}`,
      sql`case when search_text like ${`%|${name}|%`} then 4 when search_text like ${`%|${name}%`} then 3 else 1.5 end
      ${
        numbers.length > 0
          ? join(
              numbers.map((word) => sql`+ (search_text ~ ${`[|, ]${word}([|, ]|$)`})::integer`),
              ' ',
            )
          : empty
      }`,
    )}`,
  );
}

/** Places but addresses of which a part resembles the name: typing errors forgiven. The best first. */
export async function resemblingPlaces(queryable: Queryable, query: PlaceQuery): Promise<Place[]> {
  const name = query.words.join(' ');
  return queryable.query<Place>(
    sql`/* regions.resemblingPlaces */ ${bestOf(
      query,
      sql`search_text %> ${name} and kind <> 'ADDRESS'`,
      sql`6 * strict_word_similarity(${name}, search_text)`,
    )}`,
  );
}

/**
 * Those that match, by how well (0 to 6) and by what a place is worth: a town the logarithm of its population, up to 3.5;
 * what is near, up to 1.5, half of it at 30 km. Matching is kept apart from measuring: the planner takes a distance for so
 * dear that it would rather read the whole table in parallel.
 */
function bestOf({ country, near, limit }: PlaceQuery, matches: Sql, quality: Sql): Sql {
  return sql`
    with matching as materialized (
      select * from place where ${matches} ${country ? sql`and country = ${country}` : empty}
    ), measured as materialized (
      select *, ${near ? sql`st_distance(position, ${pointOf(near)}, false)` : sql`null::float8`} as "distanceMeters"
      from matching
    )
    select ${columns}, "distanceMeters" from measured
    order by ${quality}
      + case kind when 'COUNTRY' then 3.5 when 'REGION' then 3 when 'STREET' then 0.5 when 'ADDRESS' then 0
        else ln(population + 1) / 4.6 end
      + coalesce(1.5 / (1 + "distanceMeters" / 30000), 0) desc, id
    limit ${limit}`;
}

/** The nearest place of a kind within so many metres, on the index of all places. */
export async function nearestPlace(
  queryable: Queryable,
  kind: 'ADDRESS' | 'STREET',
  at: Point,
  withinMeters: number,
): Promise<Place | undefined> {
  const [place] = await queryable.query<Place>(sql`/* regions.nearestPlace */
    select ${columns}, st_distance(position, ${pointOf(at)}) as "distanceMeters"
    from place
    where kind = ${kind}::place_kind and st_dwithin(position, ${pointOf(at)}, ${withinMeters})
    order by position <-> ${pointOf(at)} limit 1`);
  return place;
}

/**
 * The town that a point belongs to, as far as points tell: of the twenty nearest, the one whose distance is shortest for
 * its size (distance over the cube root of the population, so that a city reaches further than the villages around it).
 */
export async function townAround(queryable: Queryable, at: Point, withinMeters: number): Promise<Place | undefined> {
  const [place] = await queryable.query<Place>(sql`/* regions.townAround */
    select * from (
      select ${columns}, st_distance(position, ${pointOf(at)}) as "distanceMeters"
      from place where kind = 'TOWN'
      order by position <-> ${pointOf(at)} limit 20
    ) nearest
    where "distanceMeters" < ${withinMeters}
    order by "distanceMeters" / cbrt(population + 1000) limit 1`);
  return place;
}

/** Towns to be named on the map, the largest first: from a population on, and those of the given GeoNames ids. */
export async function townsOfMap(
  queryable: Queryable,
  { population, ids }: { population: number; ids: readonly string[] },
): Promise<(Pick<Place, 'name' | 'names' | 'population' | 'lon' | 'lat'> & { listed: boolean })[]> {
  return queryable.query(sql`/* regions.townsOfMap */
    select name, names, population, st_x(position::geometry) as lon, st_y(position::geometry) as lat,
      source_id = any(${ids}) as listed
    from place where source = 'geonames' and (population >= ${population} or source_id = any(${ids}))
    order by population desc, id`);
}
