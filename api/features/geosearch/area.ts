import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { InvalidInput } from '../../platform/errors.ts';
import type { Area, Bbox, Circle, Point } from './model.ts';
import { checkBbox } from './policy.ts';

/** An area as SQL. */
export interface CompiledArea {
  /** Over alias `l`. */
  contains: Sql;
  /** Metres from a point in its midst to listing `l`. */
  distance: Sql;
  /** One row with the column `problem`, null for none; undefined where all is known without asking the database. */
  check: Sql | undefined;
  /** Which argument a problem is about. */
  argument: string;
}

/** Degrees, longitude first. */
export function geographyOf({ lon, lat }: Point): Sql {
  return sql`st_setsrid(st_makepoint(${lon}::double precision, ${lat}::double precision), 4326)::geography`;
}

/**
 * Metres from a point to listing `l` on a sphere of radius 6,371,008.8 m, as PostGIS's KNN operator counts them: the
 * distance that orders is the one in the answer and the one that the radius is compared with.
 *
 * Where one place has several coordinates (the poles, the antimeridian), rounding makes PostGIS's index promise more than
 * the distance is, and PostgreSQL then fails with "index returned tuples in wrong order": there the sum keeps it out.
 */
export function distanceTo(point: Point): Sql {
  const distance = knn(geographyOf(point));
  return Math.abs(point.lon) > 179.9999 || Math.abs(point.lat) > 89.9999 ? sql`((${distance}) + 0)` : distance;
}

function knn(point: Sql): Sql {
  return sql`l.position <-> ${point}`;
}

/**
 * ST_DWithin taken apart. PostGIS has the planner believe that it lets one row in ten thousand through, which then sorts
 * a whole town instead of walking the index outward; the box is estimated from what is there.
 */
export function withinRadius(near: Circle): Sql {
  const point = geographyOf(near);
  return sql`l.position && _st_expand(${point}, ${near.radiusMeters}::double precision)
    and (l.position <-> ${point}) <= ${near.radiusMeters}::double precision`;
}

/** Throws InvalidInput naming the argument for an area that cannot be; `check` must still be asked where there is one. */
export function compileArea(area: Area): CompiledArea {
  if (area.bbox) return compileBbox(area.bbox);
  if (area.polygon) return compilePolygon(area.polygon);
  return compileRegion(area.region ?? '');
}

function compileBbox(bbox: Bbox): CompiledArea {
  checkBbox(bbox);
  const { west, south, east, north } = bbox;
  const crosses = west > east;
  const middleLon = crosses ? (west + east + 360) / 2 : (west + east) / 2;
  // The index knows boxes in single precision, so that the exact comparison follows.
  const touches = (from: number, to: number) => sql`l.position::geometry && st_makeenvelope(${from}::double precision,
    ${south}::double precision, ${to}::double precision, ${north}::double precision, 4326)`;
  const lons = crosses
    ? sql`(${touches(west, 180)} or ${touches(-180, east)}) and (l.lon >= ${west} or l.lon <= ${east})`
    : sql`${touches(west, east)} and l.lon between ${west} and ${east}`;
  return {
    contains: sql`${lons} and l.lat between ${south} and ${north}`,
    distance: distanceTo({ lon: middleLon > 180 ? middleLon - 360 : middleLon, lat: (south + north) / 2 }),
    check: undefined,
    argument: 'within.bbox',
  };
}

const mostVertices = 10_000;
const position = z
  .tuple([
    z.number().min(-180, 'a longitude lies between -180 and 180').max(180, 'a longitude lies between -180 and 180'),
    z.number().min(-90, 'a latitude lies between -90 and 90').max(90, 'a latitude lies between -90 and 90'),
  ])
  .rest(z.number())
  .transform(([lon, lat]) => [lon, lat]);
const ring = z
  .array(position)
  .min(4, 'a ring has at least four positions')
  .refine((points) => String(points[0]) === String(points.at(-1)), 'a ring ends where it begins');
const polygon = z.array(ring).min(1, 'a polygon without a ring is empty');
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1, 'it is empty') }),
]);

/** Edges are straight lines of longitude and latitude (RFC 7946, section 3.1.1); places on an edge are inside. */
function compilePolygon(given: unknown): CompiledArea {
  const argument = 'within.polygon';
  const parsed = geometry.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.length ? `at ${issue.path.join('.')}: ` : '';
    throw new InvalidInput(argument, `not a GeoJSON Polygon or MultiPolygon; ${where}${issue?.message}.`);
  }
  const { type, coordinates } = parsed.data;
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  if (rings.reduce((sum, points) => sum + points.length, 0) > mostVertices) {
    throw new InvalidInput(argument, `more than ${mostVertices} positions; simplify it.`);
  }
  const shape = sql`st_geomfromgeojson(${JSON.stringify(parsed.data)}::text)`;
  return {
    contains: sql`st_covers(${shape}, l.position::geometry)`,
    distance: knn(sql`st_pointonsurface(${shape})::geography`),
    check: sql`select case when not st_isvalid(${shape}) then st_isvalidreason(${shape})
      when st_area(${shape}) = 0 then 'it has no area' end as problem`,
    argument,
  };
}

function compileRegion(code: string): CompiledArea {
  const argument = 'within.region';
  if (code.includes('\0')) throw new InvalidInput(argument, 'holds a NUL character.');
  return {
    contains: sql`l.region_codes @> array[${code}::text]`,
    distance: knn(sql`(select st_pointonsurface(boundary::geometry)::geography from region where code = ${code})`),
    check: sql`select case when not exists (select from region where code = ${code}) then 'there is no such region' end
      as problem`,
    argument,
  };
}
