/** Map tiles: where a tile lies in the world, and what it shows. */

/** Zoom levels answered; a map shows the last one enlarged beyond. */
export const maxZoom = 16;
/** Up to this zoom `tile_cell` knows the counts; further in, the listings of a tile are few. */
export const pyramidZoom = 11;
/** Up to this zoom places that crowd are clustered; further in, each is drawn. */
export const clusterZoom = 14;
/** From this zoom places of rank 3 (bicycle sharing, recycling points) stand alone, whatever is near. */
export const minorZoom = 14;
/** From this zoom a cell is a cluster only from three places on: two have room side by side. */
export const pairZoom = 12;
/** Units along the side of a tile, as the Mapbox Vector Tile specification recommends. */
export const extent = 4096;
/** CSS pixels along the side of a tile as MapLibre draws it: what sizes of marks are measured against. */
const tilePixels = 512;
/** Cells along the side of a tile, as a power of two: 8, so that a cell is 64 px wide. */
const cellBits = 3;
/** `listing.world_x` and `world_y` count 2^30 parts of the world, Web Mercator, from the north-west. */
const worldBits = 30;

/** z from 0 to `maxZoom`; x from the west and y from the north, from 0 to 2^z - 1. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

type PlaceState = 'open' | 'closed' | 'unknown';

export interface WorldPoint {
  worldX: number;
  worldY: number;
}

/** Units of `extent`, from the north-west corner of a tile. */
export interface TilePoint {
  x: number;
  y: number;
}

/** One listing drawn as itself. */
export interface Place extends WorldPoint {
  id: number;
  slug: string;
  name: string;
  /** Slug of the main category. */
  category: string;
  /** At the time of the request. */
  state: PlaceState;
}

/** Several listings drawn as one disc, at the mean of their positions. */
export interface Cluster extends WorldPoint {
  count: number;
  /** How many of each group, by its slug; no zeros. */
  groups: Record<string, number>;
  /** The zoom to show next: where it falls apart, as far as that is known. */
  expansionZoom: number;
}

export interface TileContent {
  places: Place[];
  clusters: Cluster[];
}

/** Of a tile in world units, the near sides inside and the far ones outside: each point lies in one tile of a zoom. */
export function tileBounds({ z, x, y }: TileAddress) {
  const span = tileSpan(z);
  return { minX: x * span, minY: y * span, endX: (x + 1) * span, endY: (y + 1) * span };
}

/** By how many bits a world coordinate is shifted right to give its cell at a zoom. */
export function cellShift(z: number): number {
  return worldBits - cellBits - z;
}

/** The cells of a tile: columns one by one, so that an index on (column, row) is read in short ranges. */
export function tileCells({ x, y }: TileAddress) {
  const side = 2 ** cellBits;
  return {
    columns: Array.from({ length: side }, (_, column) => x * side + column),
    firstRow: y * side,
    lastRow: y * side + side - 1,
  };
}

/** Columns and rows of the cells of a zoom, the last ones included. */
export interface CellRange {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** West, south, east, north in WGS 84 degrees. */
export function boundsOfCells(z: number, { minX, minY, maxX, maxY }: CellRange): [number, number, number, number] {
  const side = 2 ** cellShift(z);
  const northWest = toDegrees({ worldX: minX * side, worldY: minY * side });
  const southEast = toDegrees({ worldX: (maxX + 1) * side, worldY: (maxY + 1) * side });
  return [northWest.lon, southEast.lat, southEast.lon, northWest.lat];
}

/**
 * A box in WGS 84 degrees that holds every listing of a tile: wider than the tile by one world unit, against rounding,
 * and to the pole in the first and last row, where latitudes beyond Web Mercator's are kept.
 */
export function tileEnvelope({ z, x, y }: TileAddress) {
  const { minX, minY, endX, endY } = tileBounds({ z, x, y });
  const northWest = toDegrees({ worldX: minX - 1, worldY: minY - 1 });
  const southEast = toDegrees({ worldX: endX + 1, worldY: endY + 1 });
  return {
    west: northWest.lon,
    south: y === 2 ** z - 1 ? -90 : southEast.lat,
    east: southEast.lon,
    north: y === 0 ? 90 : northWest.lat,
  };
}

/** WGS 84 degrees of a point in world units; the inverse of spherical Mercator (EPSG:3857). */
export function toDegrees({ worldX, worldY }: WorldPoint): { lon: number; lat: number } {
  const world = 2 ** worldBits;
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * worldY) / world)));
  return { lon: (worldX / world) * 360 - 180, lat: (lat * 180) / Math.PI };
}

/** Where a point of the world lies in a tile. */
export function toTile({ z, x, y }: TileAddress, { worldX, worldY }: WorldPoint): TilePoint {
  const { minX, minY } = tileBounds({ z, x, y });
  const unit = tileSpan(z) / extent;
  return { x: Math.floor((worldX - minX) / unit), y: Math.floor((worldY - minY) / unit) };
}

/** Tile units of a length in CSS pixels. */
export function tileUnits(pixels: number): number {
  return (pixels * extent) / tilePixels;
}

function tileSpan(z: number): number {
  return 2 ** (worldBits - z);
}
