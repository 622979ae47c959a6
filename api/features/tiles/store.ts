import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import {
  type CellRange,
  cellShift,
  clusterZoom,
  minorZoom,
  type Place,
  pairZoom,
  pyramidZoom,
  type TileAddress,
  type TileContent,
  tileBounds,
  tileCells,
  tileEnvelope,
  type WorldPoint,
} from './model.ts';

export interface TileQuery {
  address: TileAddress;
  /** What counts: a condition over `l`, a row of public_listing. */
  condition: Sql;
  /** The groups that clusters count, with the slugs of their categories. */
  groups: readonly { slug: string; categories: readonly string[] }[];
  /** Slugs of the categories of rank 3. */
  minorCategories: readonly string[];
  /** The instant of the places' state. */
  now: Date;
}

/** `tile_cell` in the shape of listings, so that a condition on their categories holds for it as it is. */
const pyramid = sql`(
  select zoom, cell_x, cell_y, count, sum_x, sum_y, sum_id,
    string_to_array(category_set, ',') as categories, split_part(category_set, ',', 1) as category
  from tile_cell)`;

/**
 * A tile up to `pyramidZoom`, from counts kept ready: at most 64 cells, whatever lies in them. The condition may speak
 * of `l.categories` alone.
 */
export async function readPyramid(on: Queryable, { address, condition, groups, now }: TileQuery): Promise<TileContent> {
  const { columns, firstRow, lastRow } = tileCells(address);
  const rows = await on.query<Row>(sql`/* tiles.pyramid */
    with cell as (
      select l.cell_x, l.cell_y, sum(l.count)::integer as count,
        floor(sum(l.sum_x) / sum(l.count))::integer as mean_x,
        floor(sum(l.sum_y) / sum(l.count))::integer as mean_y,
        ${countsOf(groups, sql`sum(l.count)`)} as counts,
        case when sum(l.count) = 1 then sum(l.sum_id)::integer end as id
      from ${pyramid} l
      where l.zoom = ${address.z} and l.cell_x = any(${columns}) and l.cell_y between ${firstRow} and ${lastRow}
        and (${condition})
      group by 1, 2
    )
    select ${cellColumns}, ${placeColumns(now)}, coalesce(split.zoom, ${pyramidZoom + 1}) as "expansionZoom"
    from cell
    left join public_listing l on l.id = cell.id
    left join schedule s on s.id = l.schedule_id
    -- Further in, a cluster is whole while the cell that its mean lies in holds all of it.
    left join lateral (
      select deeper.zoom from generate_series(${address.z + 1}::integer, ${pyramidZoom}) deeper (zoom)
      where cell.count is distinct from (
        select sum(l.count) from ${pyramid} l
        where l.zoom = deeper.zoom and l.cell_x = cell.mean_x >> (${cellShift(0)}::integer - deeper.zoom)
          and l.cell_y = cell.mean_y >> (${cellShift(0)}::integer - deeper.zoom) and (${condition}))
      limit 1
    ) split on cell.id is null
    order by cell.cell_x, cell.cell_y`);
  return contentOf(rows, groups);
}

/** A tile up to `clusterZoom` whose listings are counted on the spot: any condition. */
export async function readCells(on: Queryable, query: TileQuery): Promise<TileContent> {
  const { address, condition, groups, minorCategories, now } = query;
  const shift = cellShift(address.z);
  const alone = address.z >= minorZoom ? sql`l.category = any(${minorCategories})` : sql`false`;
  const crowd = address.z >= pairZoom ? 3 : 2;
  const rows = await on.query<Row>(sql`/* tiles.cells */
    with cell as (
      select l.world_x >> ${shift} as cell_x, l.world_y >> ${shift} as cell_y, ${alone} as alone,
        count(*)::integer as count,
        (sum(l.world_x) / count(*))::integer as mean_x, (sum(l.world_y) / count(*))::integer as mean_y,
        ${countsOf(groups, sql`count(*)`)} as counts,
        case when bool_or(${alone}) or count(*) < ${crowd} then array_agg(l.id) end as ids
      from public_listing l
      left join schedule s on s.id = l.schedule_id
     
      where ${insideTile(address)} and (${condition})
      group by 1, 2, 3
    )
    select ${cellColumns}, ${placeColumns(now)}, ${Math.min(address.z + 2, clusterZoom + 1)}::integer as "expansionZoom"
    from cell
    left join lateral unnest(cell.ids) member (id) on true
    left join public_listing l on l.id = member.id
    left join schedule s on s.id = l.schedule_id
    order by cell.cell_x, cell.cell_y, l.id`);
  return contentOf(rows, groups);
}

/** The places of a tile, one by one. */
export async function readPlaces(on: Queryable, { address, condition, now }: TileQuery): Promise<TileContent> {
  const places = await on.query<Place>(sql`/* tiles.places */
    select ${placeColumns(now)}
    from public_listing l left join schedule s on s.id = l.schedule_id
    where ${insideTile(address)} and (${condition})
    order by l.id`);
  return { places, clusters: [] };
}

/** One integer a group, null for none. By lists of slugs: joining the table of categories takes ten times as long. */
function countsOf(groups: TileQuery['groups'], count: Sql): Sql {
  const counts = groups.map(
    ({ categories }) => sql`(${count} filter (where l.category = any(${categories})))::integer`,
  );
  return sql`array[${join(counts)}]`;
}

/** By the index on the point first, then exactly: an envelope in degrees cannot say on which side of an edge one lies. */
function insideTile(address: TileAddress): Sql {
  const { west, south, east, north } = tileEnvelope(address);
  const { minX, minY, endX, endY } = tileBounds(address);
  return sql`l.position::geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)
    and l.world_x >= ${minX} and l.world_x < ${endX} and l.world_y >= ${minY} and l.world_y < ${endY}`;
}

const cellColumns = raw('cell.count, cell.counts, cell.mean_x as "meanX", cell.mean_y as "meanY"');

function placeColumns(now: Date): Sql {
  return sql`l.id, l.slug, l.name, l.category, l.world_x as "worldX", l.world_y as "worldY",
    case when l.status = 'TEMPORARILY_CLOSED' then 'closed' else lower(schedule_state(s, ${now})::text) end as state`;
}

interface CellColumns {
  count: number;
  counts: (number | null)[];
  meanX: number;
  meanY: number;
  expansionZoom: number;
}
/** A place, or where `id` is null a cluster. */
type Row = CellColumns & (Place | { id: null });

function contentOf(rows: readonly Row[], groups: TileQuery['groups']): TileContent {
  const content: TileContent = { places: [], clusters: [] };
  for (const row of rows) {
    if (row.id !== null) {
      const { id, slug, name, category, worldX, worldY, state } = row;
      content.places.push({ id, slug, name, category, worldX, worldY, state });
      continue;
    }
    const { count, counts, meanX, meanY, expansionZoom } = row;
    const present = groups.map(({ slug }, position) => [slug, counts[position] ?? 0] as const).filter(([, n]) => n > 0);
    content.clusters.push({ count, groups: Object.fromEntries(present), worldX: meanX, worldY: meanY, expansionZoom });
  }
  return content;
}

/** Names of the sources whose licence lets anybody use what they say, to be shown on the map. */
export function readAttributions(on: Queryable): Promise<{ text: string; url: string | null }[]> {
  return on.query(sql`/* tiles.attributions */
    select coalesce(attribution, name) as text, min(url) as url
    from source
    where open and licence is not null and exists (select from source_record where source_slug = source.slug)
    group by 1, rank order by rank, 1`);
}

/** Between which columns and rows of a zoom's cells all public listings lie; undefined where there is none. */
export async function readCellRange(on: Queryable, zoom: number): Promise<CellRange | undefined> {
  const [range] = await on.query<CellRange>(sql`/* tiles.range */
    select min(cell_x) as "minX", min(cell_y) as "minY", max(cell_x) as "maxX", max(cell_y) as "maxY"
    from tile_cell where zoom = ${zoom} having count(*) > 0`);
  return range;
}

/** The cells of a zoom that hold the most public listings, as the mean of their positions. */
export async function readFullestCells(database: Queryable, zoom: number, limit: number): Promise<WorldPoint[]> {
  return database.query<WorldPoint>(sql`/* tiles.fullestCells */
    select (sum(sum_x) / sum(count))::float8 as "worldX", (sum(sum_y) / sum(count))::float8 as "worldY"
    from tile_cell where zoom = ${zoom}::smallint
    group by cell_x, cell_y having sum(count) > 0 order by sum(count) desc, cell_x, cell_y limit ${limit}::integer`);
}
