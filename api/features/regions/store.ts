/** The table of regions. */
import type { MultiPolygon } from 'geojson';
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Bbox, Region, RegionRow } from './model.ts';

/**
 * Writes regions; a row of the same code is brought up to date. Boundaries that cross themselves are repaired; a region
 * without one takes the union of its children among the same rows. A parent that is not known is left out.
 * Returns the codes of those that enclose no area: they are not written.
 */
export async function saveRegions(queryable: Queryable, regions: readonly RegionRow[]): Promise<string[]> {
  const rows = await queryable.query<{ code: string }>(sql`/* regions.save */
    with given as (
      select code, level, parent, name, names, country, population, source, licence,
        st_makevalid(st_setsrid(st_geomfromgeojson(boundary), 4326)) as drawn
      from json_to_recordset(${JSON.stringify(regions)}::json) as region(code text, level smallint, parent text,
        name text, names jsonb, country text, population integer, boundary text, source text, licence text)
    ), whole as (
      select *, st_multi(st_collectionextract(coalesce(drawn,
        (select st_union(child.drawn) from given child where child.parent = given.code)), 3))::geography as boundary
      from given
    ), saved as (
      insert into region (code, level, parent_code, name, names, country, population, area_km2, boundary, source, licence)
      select code, level,
        case when exists (select from region where region.code = parent) or parent in (select code from given) then parent end,
        name, names, country, population, st_area(boundary) / 1e6, boundary, source, licence
      from whole where not st_isempty(boundary::geometry)
      on conflict (code) do update set level = excluded.level, parent_code = excluded.parent_code, name = excluded.name,
        names = excluded.names, country = excluded.country, population = excluded.population,
        area_km2 = excluded.area_km2, boundary = excluded.boundary, source = excluded.source, licence = excluded.licence
      returning code
    )
    select code from given where code not in (select code from saved)`);
  return rows.map(({ code }) => code);
}

/** A point inside the largest part of each region, for the gazetteer. */
export async function pointsInside(
  queryable: Queryable,
  codes: readonly string[],
): Promise<{ code: string; lon: number; lat: number }[]> {
  return queryable.query(sql`/* regions.pointsInside */
    select code, st_x(point) as lon, st_y(point) as lat
    from region, lateral (
      select st_pointonsurface(geom) as point from st_dump(boundary::geometry) order by st_area(geom) desc limit 1) largest
    where code = any(${codes})`);
}

export async function hasRegionsOf(queryable: Queryable, source: string): Promise<boolean> {
  const [row] = await queryable.query<{ loaded: boolean }>(sql`/* regions.hasRegionsOf */
    select exists (select from region where source = ${source}) as loaded`);
  return row?.loaded ?? false;
}

const columns = sql`code, level, parent_code as "parentCode", name, names, country, population, area_km2 as "areaKm2"`;

export async function regionsByCode(queryable: Queryable, codes: readonly string[]): Promise<Region[]> {
  return queryable.query<Region>(sql`/* regions.byCode */
    select ${columns} from region where code = any(${codes}) order by name, code`);
}

export async function regionsOf(queryable: Queryable, parents: readonly string[]): Promise<Region[]> {
  return queryable.query<Region>(sql`/* regions.ofParents */
    select ${columns} from region where parent_code = any(${parents}) order by name, code`);
}

export async function regionsOfLevel(queryable: Queryable, level: number): Promise<Region[]> {
  return queryable.query<Region>(sql`/* regions.ofLevel */
    select ${columns} from region where level = ${level} order by name, code`);
}

/** Outlines as GeoJSON, to six decimals: about ten centimetres. */
export async function boundariesOf(
  queryable: Queryable,
  codes: readonly string[],
): Promise<{ code: string; boundary: MultiPolygon }[]> {
  return queryable.query(sql`/* regions.boundaries */
    select code, st_asgeojson(boundary::geometry, 6)::json as boundary from region where code = any(${codes})`);
}

export async function boxesOf(queryable: Queryable, codes: readonly string[]): Promise<({ code: string } & Bbox)[]> {
  return queryable.query(sql`/* regions.boxes */
    select code, st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
    from region, box2d(boundary::geometry) as box where code = any(${codes})`);
}
