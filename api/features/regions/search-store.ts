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
const distanceTo = (near: Point | undefined): Sql =>
  near ? sql`st_distance(position, ${pointOf(near)}, false)` : sql`null::float8`;

/**
 * How much a place is worth beside how well it matches (0 to 4): a town by the logarithm of its population, up to 3.5;
 * what is near, up to 1.5, half of it at 30 km.
 */
const weight = (near: Point | undefined): Sql => sql`
  case kind when 'COUNTRY' then 3.5 when 'REGION' then 3 when 'STREET' then 0.5 when 'ADDRESS' then 0
    else ln(population + 1) / 4.6 end
  ${near ? sql`+ 1.5 / (1 + st_distance(position, ${pointOf(near)}, false) / 30000)` : empty}`;

const hasDigit = (word: string) => /\d/.test(word);

/** One letter begins thousands of names: only towns from this population answer to it. */
const largeTown = 100_000;

/**
 * Places of which some word begins with the first word asked for, and whose names or context have a word that begins with
 * each of the others; addresses only where a number is among them. The best first: the whole name (4), its beginning (3),
 * or words of it (1.5), with their weight; 12 is
 * better than 129.
 */
export async function findPlaces(queryable: Queryable, { words, country, near, limit }: PlaceQuery): Promise<Place[]> {
  const name = words.join(' ');
  return queryable.query<Place>(sql`/* regions.findPlaces */
    select ${columns}, ${distanceTo(near)} as "distanceMeters"
    from place
    where ${join(
      words.map((word, index) => sql`search_text ~ ${(index === 0 ? '[| ]' : '[|, ]') + word}`),
      ' and ',
    )}
      ${words.some(hasDigit) ? empty : sql`and kind <> 'ADDRESS'`}
      ${name.length === 1 ? sql`and (kind <= 'REGION' or population >= ${largeTown})` : empty}
      ${country ? sql`and country = ${country}` : empty}
    order by case when search_text like ${`%|${name}|%`} then 4 when search_text like ${`%|${name}%`} then 3 else 1.5 end
      ${join(
        ['', ...words.filter(hasDigit)].map((word) =>
          word ? sql`+ (search_text ~ ${`[|, ]${word}([|, ]|$)`})::integer` : empty,
        ),
        ' ',
      )}
      + ${weight(near)} desc, id
    limit ${limit}`);
}

/** Places but addresses of which a part resembles the name: typing errors forgiven. The best first. */
export async function resemblingPlaces(
  queryable: Queryable,
  { words, country, near, limit }: PlaceQuery,
): Promise<Place[]> {
  const name = words.join(' ');
  return queryable.query<Place>(sql`/* regions.resemblingPlaces */
    select ${columns}, ${distanceTo(near)} as "distanceMeters"
    from place
    where search_text %> ${name} and kind <> 'ADDRESS' ${country ? sql`and country = ${country}` : empty}
    order by 6 * strict_word_similarity(${name}, search_text) + ${weight(near)} desc, id
    limit ${limit}`);
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
