/** What the pages tell, gathered through the same doors as every other answer. */
import type { Services } from '../../context.ts';
import type { Database } from '../../platform/database.ts';
import type { SearchInput } from '../geosearch/model.ts';
import { countFound, openSearch, readSearchFacets, readSearchPage } from '../geosearch/service.ts';
import type { Listing } from '../listings/model.ts';
import { sourceRecordsOf } from '../listings/service.ts';
import { loadPhotosOf } from '../photos/service.ts';
import type { Town } from '../regions/model.ts';
import { largestTownsAt, townNear, townsAfter, townsAround } from '../regions/service.ts';
import { busiestPoints } from '../tiles/service.ts';
import { type PlaceDossier, type TownDossier, townRadius } from './model.ts';
import type { CountedTown } from './start-page.ts';
import { kindsInCircles, organizationOf, sourceNames } from './store.ts';

export type PageServices = Pick<Services, 'database' | 'taxonomy' | 'now'>;

const listFields = new Set(['slug', 'name', 'category', 'address', 'location']);
const listed = 60;
const nearbyListed = 6;
const nearbyMeters = 3000;
const townReachMeters = 30_000;
const neighbourMeters = 40_000;
const neighboursListed = 16;

/** All that the page of a place tells beside the listing itself. */
export async function placeDossier(services: PageServices, listing: Listing): Promise<PlaceDossier> {
  const { database } = services;
  const [records, photos, organization, town, nearby] = await Promise.all([
    sourceRecordsOf(database, [listing.id]),
    loadPhotosOf({ database, viewer: undefined, now: services.now() }, [listing.id]),
    organizationOf(database, listing.organizationId),
    townNear(database, listing, townReachMeters),
    searched(services, {
      near: { lon: listing.lon, lat: listing.lat, radiusMeters: nearbyMeters },
      first: nearbyListed + 1,
    }),
  ]);
  const names = await sourceNames(database, [...new Set(records.map(({ sourceSlug }) => sourceSlug))]);
  return {
    listing,
    sources: records.map((record) => ({ ...record, name: names.get(record.sourceSlug) ?? record.sourceSlug })),
    photos,
    organization,
    town: town ?? null,
    nearby: nearby.map(({ node }) => node).filter(({ id }) => id !== listing.id),
  };
}

/** All that the page of a town tells; `kind` is the slug of a category or group that exists. */
export async function townDossier(services: PageServices, town: Town, kind: string | undefined): Promise<TownDossier> {
  const radiusMeters = townRadius(town);
  const near = { lon: town.lon, lat: town.lat, radiusMeters };
  const where = kind === undefined ? {} : { categories: [kind] };
  const context = { ...services, now: services.now() };
  const search = await openSearch(context, { near, where });
  const everything = await openSearch(context, { near });
  const [edges, count, facets, neighbours] = await Promise.all([
    searched(services, { near, where, first: listed }),
    countFound(search),
    readSearchFacets(everything, new Set(['categories'])),
    inhabitedNeighbours(services.database, town),
  ]);
  return {
    town,
    radiusMeters,
    kind,
    count,
    listings: edges.map(({ node, distanceMeters }) => ({ listing: node, distanceMeters })),
    kinds: facets.categories.map(({ value, count }) => ({ slug: value, count })),
    neighbours,
  };
}

async function searched(services: PageServices, input: SearchInput) {
  const search = await openSearch({ ...services, now: services.now() }, input);
  return (await readSearchPage(search, listFields)).edges;
}

async function inhabitedNeighbours(database: Database, town: Town): Promise<Town[]> {
  const around = await townsAround(database, town, {
    withinMeters: neighbourMeters,
    limit: neighboursListed,
    but: town.id,
  });
  const inhabited = new Set((await kindsInCircles(database, around.map(circleOf))).map(({ id }) => id));
  return around.filter(({ id }) => inhabited.has(id));
}

const circleOf = (town: Town) => ({ id: town.id, lon: town.lon, lat: town.lat, radiusMeters: townRadius(town) });

const busiestAsked = 100;
const busiestListed = 30;
const busiestReachMeters = 8000;

/** The towns with the most places, most first. */
export async function busiestTowns(services: PageServices): Promise<CountedTown[]> {
  const { database } = services;
  const towns = await largestTownsAt(database, await busiestPoints(database, busiestAsked), busiestReachMeters);
  const different = [...new Map(towns.map((town) => [town.id, town])).values()].slice(0, busiestListed);
  const counted: CountedTown[] = [];
  // One after the other: nobody waits for this but the first to come.
  for (const town of different) {
    const { lon, lat } = town;
    const near = { lon, lat, radiusMeters: townRadius(town) };
    const count = await countFound(await openSearch({ ...services, now: services.now() }, { near }));
    if (count > 0) counted.push({ town, count });
  }
  return counted.sort((a, b) => b.count - a.count);
}

const townsAtOnce = 500;

/** Every town that has places, with the kinds there are. */
export async function* townsWithPlaces(database: Database): AsyncGenerator<{ town: Town; kinds: string[] }> {
  for (let after = 0; ; ) {
    const towns = await townsAfter(database, after, townsAtOnce);
    const kinds = new Map((await kindsInCircles(database, towns.map(circleOf))).map(({ id, kinds }) => [id, kinds]));
    for (const town of towns) {
      const found = kinds.get(town.id);
      if (found) yield { town, kinds: found };
    }
    const last = towns.at(-1);
    if (!last || towns.length < townsAtOnce) return;
    after = last.id;
  }
}

const marksDrawn = 100;
const metersInDegree = 111_320;

/** Some of the places in a square around a point, strewn over it: they are taken by their names. */
export async function placesAround(
  services: PageServices,
  { lon, lat }: { lon: number; lat: number },
  reachMeters: number,
): Promise<Listing[]> {
  const [dy, dx] = [reachMeters, reachMeters / Math.max(0.05, Math.cos((lat * Math.PI) / 180))].map(
    (meters) => meters / metersInDegree,
  ) as [number, number]; // two in, two out
  const bbox = {
    west: Math.max(-180, lon - dx),
    south: Math.max(-90, lat - dy),
    east: Math.min(180, lon + dx),
    north: Math.min(90, lat + dy),
  };
  return (await searched(services, { within: { bbox }, first: marksDrawn })).map(({ node }) => node);
}
