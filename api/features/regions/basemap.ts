/** The map that needs no network: land, borders and names, as GeoJSON for MapLibre. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';
import { pointFeature } from './land.ts';
import { nameIn } from './model.ts';
import { countryName } from './names.ts';
import { townsOfMap } from './search-store.ts';

/** Where the land is kept, which takes a second to draw. */
export const landFile = join(import.meta.dirname, '../../generated/land.json');
/** Keeps the names of towns below 100 kB gzipped. */
const smallestPopulation = 18_000;
/** GeoNames ids of the capitals of Europe, in the order of their countries' codes, AD to XK. */
const capitals = [
  3041563, 3183875, 2761369, 3041732, 3191281, 2800866, 727011, 625144, 2661552, 146268, 3067696, 2950159, 2618425,
  588409, 3117735, 658225, 2611396, 2988507, 2643743, 3042287, 264371, 3186886, 3054643, 2964574, 3042237, 3413829,
  3169070, 3042091, 3042030, 593116, 2960316, 456172, 2993458, 618426, 3193044, 785842, 2562305, 2759794, 3143244,
  756135, 2267057, 683506, 792680, 2673730, 3196359, 3060972, 3168070, 323786, 703448, 786714,
].map(String);

export async function readLand(): Promise<FeatureCollection> {
  return JSON.parse(await readFile(landFile, 'utf8')) as FeatureCollection; // our own file: trusted
}

/** The land with a `name` for each label. */
export function namedLand({ type, features }: FeatureCollection, language: Language): FeatureCollection {
  return {
    type,
    features: features.map((feature) =>
      feature.properties?.kind === 'label'
        ? { ...feature, properties: { ...feature.properties, name: countryName(feature.properties.code, language) } }
        : feature,
    ),
  };
}

/**
 * Towns from 18,000 inhabitants, the largest first, with `name` and `rank`: 1 capitals and from a million, 2 from
 * 300,000, 3 from 100,000, 4 from 50,000, 5 the others.
 */
export async function townLabels(queryable: Queryable, language: Language): Promise<FeatureCollection> {
  const towns = await townsOfMap(queryable, { population: smallestPopulation, ids: capitals });
  return {
    type: 'FeatureCollection',
    features: towns.map(({ listed, ...town }) =>
      pointFeature([town.lon, town.lat], {
        name: nameIn(town, language),
        rank: listed ? 1 : rankOf(town.population),
      }),
    ),
  };
}

function rankOf(population: number): number {
  const smaller = [1_000_000, 300_000, 100_000, 50_000].findIndex((limit) => population >= limit);
  return smaller < 0 ? 5 : smaller + 1;
}
