/** What the first start puts into the database: countries, Italian regions and provinces, the towns of Europe. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Queryable } from '../../platform/database.ts';
import { europeanCodes, readCountries } from './countries.ts';
import { type PlaceRow, placeSearchText, type RegionRow } from './model.ts';
import { countryNames } from './names.ts';
import { hasPlacesOf, savePlaces, settlePlaces } from './place-store.ts';
import { hasRegionsOf, pointsInside, saveRegions } from './store.ts';
import { readTowns } from './towns.ts';

const seedFolder = join(import.meta.dirname, '../../../prisma/seed');
/** Square degrees; a coast is then right to about 300 metres, which is how finely Natural Earth was drawn. */
const boundaryTolerance = 2e-5;

/**
 * Loads the boundaries of the European countries and those of prisma/seed/regions-*.json, once: a database that has
 * them is left alone. One transaction. Returns how many regions were written. Assigning listings to regions is the
 * caller's next step.
 */
export async function loadRegions(database: Database): Promise<number> {
  if (await hasRegionsOf(database, 'natural-earth')) return 0;
  const countries = (await readCountries(boundaryTolerance)).flatMap(({ code, boundary }): RegionRow[] => {
    if (code === undefined || !europeanCodes.has(code)) return [];
    const names = countryNames(code);
    return [
      {
        code,
        level: 0,
        parent: null,
        name: names.en,
        names,
        country: code,
        population: null,
        boundary,
        source: 'natural-earth',
        licence: 'LicenseRef-public-domain',
      },
    ];
  });
  const seeded = await readSeed();
  await database.transaction(async (transaction) => {
    for (const regions of [countries, seeded]) await writeRegions(transaction, regions);
  });
  return countries.length + seeded.length;
}

async function readSeed(): Promise<RegionRow[]> {
  const files = (await readdir(seedFolder)).filter((file) => /^regions-.*\.json$/.test(file)).sort();
  const rows = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(seedFolder, file), 'utf8'))));
  return rows.flat() as RegionRow[]; // our own files in our own format: trusted
}

/** Writes regions and, for countries and regions, the place by which they are found. Returns the codes left out. */
export async function writeRegions(queryable: Queryable, regions: readonly RegionRow[]): Promise<string[]> {
  const empty = await saveRegions(queryable, regions);
  const searchable = new Map(regions.filter(({ level }) => level <= 1).map((region) => [region.code, region]));
  const points = await pointsInside(queryable, [...searchable.keys()]);
  const places = points.flatMap(({ code, lon, lat }) => {
    const region = searchable.get(code);
    return region ? [placeOf(region, lon, lat)] : [];
  });
  await savePlaces(queryable, places);
  return empty;
}

function placeOf(region: RegionRow, lon: number, lat: number): PlaceRow {
  const { code, level, name, names, country, population, source, licence } = region;
  return {
    kind: level === 0 ? 'COUNTRY' : 'REGION',
    name,
    names,
    context: null,
    country,
    postcodes: [],
    population: population ?? 0,
    lon,
    lat,
    searchText: placeSearchText([name, ...Object.values(names)]),
    source,
    sourceId: `region:${code}`,
    licence,
  };
}

/**
 * Fills the gazetteer with the towns of Europe, once: a database that has them is left alone. One transaction, so that a
 * load that is killed leaves nothing. Returns how many towns were written.
 */
export async function loadGazetteer(
  database: Database,
  { onProgress }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  if (await hasPlacesOf(database, 'geonames')) return 0;
  const towns = await readTowns();
  await database.transaction(async (transaction) => {
    await savePlaces(transaction, towns, (saved) => onProgress?.(saved, towns.length));
    await settlePlaces(transaction);
  });
  return towns.length;
}

/**
 * Writes streets or addresses to the gazetteer in one transaction. A place that comes twice is taken once: the first.
 * Returns how many were written and how many came again.
 */
export async function importPlaces(
  database: Database,
  places: AsyncIterable<PlaceRow>,
  { onProgress }: { onProgress?: (done: number) => void } = {},
): Promise<{ saved: number; repeated: number }> {
  const bySourceId = new Map<string, PlaceRow>();
  let read = 0;
  for await (const place of places) {
    read++;
    if (!bySourceId.has(place.sourceId)) bySourceId.set(place.sourceId, place);
  }
  await database.transaction(async (transaction) => {
    await savePlaces(transaction, [...bySourceId.values()], onProgress);
    await settlePlaces(transaction);
  });
  return { saved: bySourceId.size, repeated: read - bySourceId.size };
}
