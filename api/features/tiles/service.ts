import { type Database, withinTime } from '../../platform/database.ts';
import type { ListingFilter } from '../geosearch/model.ts';
import { compileListingFilter } from '../geosearch/service.ts';
import { known, type TaxonomyService } from '../taxonomy/service.ts';
import { encodeTile } from './formats/mvt.ts';
import { type TileJson, tileJson } from './formats/tilejson.ts';
import { mergeOverlapping } from './merge.ts';
import { boundsOfCells, clusterZoom, minorZoom, pyramidZoom, type TileAddress, toDegrees } from './model.ts';
import { writeFilter } from './parameters.ts';
import { readAttributions, readCellRange, readCells, readFullestCells, readPlaces, readPyramid } from './store.ts';

export interface TileServices {
  database: Database;
  taxonomy: TaxonomyService;
  now: () => Date;
}

/** After this a tile is given up: a map asks for many at once, and a person has long looked elsewhere. */
const timeoutMs = 5000;
/** Cells of this zoom are about 80 km wide: fine enough to tell where a map begins. */
const boundsZoom = 6;
/** Cells of this zoom are about 15 km wide: a town and what belongs to it. */
const busyZoom = 8;

/**
 * One tile as a Mapbox Vector Tile; no bytes where it is empty. Throws InvalidInput for a word of the filter that does
 * not exist, and PostgreSQL's query_canceled when it takes too long.
 */
export async function makeTile(
  services: TileServices,
  address: TileAddress,
  filter: ListingFilter,
): Promise<Uint8Array> {
  const { database, taxonomy } = services;
  const now = services.now();
  const { condition } = compileListingFilter(filter, { taxonomy, now });
  // Marks say what holds at the moment that was asked about.
  const query = { address, condition, ...countedCategories(taxonomy), now: filter.openAt ?? now };
  const content = isKeptReady(address, filter)
    ? await readPyramid(database, query) // 64 cells at most: it needs no timeout and so no transaction
    : await withinTime(database, timeoutMs, (on) => (address.z > clusterZoom ? readPlaces : readCells)(on, query));
  const categoryOf = (slug: string) => known(taxonomy.categoryBySlug, slug);
  const uncrowded = mergeOverlapping(
    address,
    content,
    (place) => categoryOf(place.category).group,
    (place) => address.z < minorZoom || categoryOf(place.category).rank < 3,
  );
  return encodeTile(address, uncrowded, categoryOf);
}

/** TileJSON of the tiles under a filter. Throws InvalidInput for a word of the filter that does not exist. */
export async function describeTiles(services: TileServices, baseUrl: string, filter: ListingFilter): Promise<TileJson> {
  const { database, taxonomy } = services;
  compileListingFilter(filter, { taxonomy, now: services.now() }); // refuses what the tiles would refuse
  const [attributions, cells] = await Promise.all([readAttributions(database), readCellRange(database, boundsZoom)]);
  return tileJson({
    baseUrl,
    query: writeFilter(filter),
    attributions,
    bounds: cells && boundsOfCells(boundsZoom, cells),
    groups: taxonomy.groups.map(({ slug }) => slug),
  });
}

function countedCategories({ groups, categories }: TaxonomyService) {
  const slugs = (list: typeof categories) => list.map(({ slug }) => slug);
  return {
    groups: groups.map(({ slug }) => ({ slug, categories: slugs(categories.filter(({ group }) => group === slug)) })),
    minorCategories: slugs(categories.filter(({ rank }) => rank === 3)),
  };
}

/** The counts of the pyramid know categories, and nothing else of a listing. */
function isKeptReady({ z }: TileAddress, filter: ListingFilter): boolean {
  return z <= pyramidZoom && Object.keys(filter).every((name) => name === 'categories');
}

/** Points around which the most places lie, at any number of places in a few milliseconds; WGS 84 degrees. */
export async function busiestPoints(database: Database, limit: number): Promise<{ lon: number; lat: number }[]> {
  return (await readFullestCells(database, busyZoom, limit)).map(toDegrees);
}
