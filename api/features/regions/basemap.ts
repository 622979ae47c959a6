/** The map that needs no network: land, borders and names, as GeoJSON for MapLibre. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import polylabel from 'polylabel';
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';
import { type Country, readCountries } from './countries.ts';
import { nameIn } from './model.ts';
import { countryName } from './names.ts';
import { townsOfMap } from './search-store.ts';

/** Square degrees: keeps the land of the world below 300 kB gzipped. */
const tolerance = 4e-4;
const smallestPopulation = 15_000;
/** GeoNames ids of the capitals of Europe, in the order of their countries' codes, AD to XK. */
const capitals = [
  3041563, 3183875, 2761369, 3041732, 3191281, 2800866, 727011, 625144, 2661552, 146268, 3067696, 2950159, 2618425,
  588409, 3117735, 658225, 2611396, 2988507, 2643743, 3042287, 264371, 3186886, 3054643, 2964574, 3042237, 3413829,
  3169070, 3042091, 3042030, 593116, 2960316, 456172, 2993458, 618426, 3193044, 785842, 2562305, 2759794, 3143244,
  756135, 2267057, 683506, 792680, 2673730, 3196359, 3060972, 3168070, 323786, 703448, 786714,
].map(String);

/** Land of the whole world: one feature a country, with `kind: land` and, in Europe and around it, its `code`. */
export async function landFeatures(): Promise<{ land: Feature[]; countries: Country[] }> {
  const countries = await readCountries(tolerance);
  const land = countries.map(
    ({ code, boundary }): Feature => ({
      type: 'Feature',
      properties: code ? { kind: 'land', code } : { kind: 'land' },
      geometry: {
        type: 'MultiPolygon',
        coordinates: boundary.coordinates.map((polygon) => polygon.map((ring) => ring.map(rounded))),
      },
    }),
  );
  return { land, countries };
}

/** A point with `kind: label`, `name` and `rank` (1 large, 2, 3 tiny) in each country of Europe and around it. */
export function countryLabels(countries: readonly Country[], language: Language): Feature[] {
  return countries.flatMap(({ code, boundary }): Feature[] => {
    if (!code) return [];
    const { polygon, area } = largestPart(boundary);
    const rank = area > 10 ? 1 : area > 1 ? 2 : 3;
    return [
      pointFeature(
        polylabel(
          polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat])),
          0.1,
        ),
        { kind: 'label', code, name: countryName(code, language), rank },
      ),
    ];
  });
}

/**
 * Towns from 15,000 inhabitants, the largest first, with `name`, `population` and `rank`: 1 capitals and from a million,
 * 2 from 300,000, 3 from 100,000, 4 from 50,000, 5 the others.
 */
export async function townLabels(queryable: Queryable, language: Language): Promise<FeatureCollection> {
  const towns = await townsOfMap(queryable, { population: smallestPopulation, ids: capitals });
  return {
    type: 'FeatureCollection',
    features: towns.map(({ listed, ...town }) =>
      pointFeature([town.lon, town.lat], {
        name: nameIn(town, language),
        population: town.population,
        rank: listed ? 1 : rankOf(town.population),
      }),
    ),
  };
}

function rankOf(population: number): number {
  const smaller = [1_000_000, 300_000, 100_000, 50_000].findIndex((limit) => population >= limit);
  return smaller < 0 ? 5 : smaller + 1;
}

function pointFeature(position: Position, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: rounded(position) } };
}

/** To a thousandth of a degree, about a hundred metres: finer than the lines were drawn. */
function rounded(position: Position): Position {
  return position.slice(0, 2).map((degrees) => Math.round(degrees * 1000) / 1000);
}

/** The polygon with the largest box, and the area of that box in square degrees. */
function largestPart(boundary: MultiPolygon): { polygon: Position[][]; area: number } {
  const parts = boundary.coordinates.map((polygon) => ({ polygon, area: boxArea(polygon[0] ?? []) }));
  return parts.reduce((best, part) => (part.area > best.area ? part : best), { polygon: [], area: 0 });
}

function boxArea(ring: readonly Position[]): number {
  const [lons, lats] = [ring.map(([lon = 0]) => lon), ring.map(([, lat = 0]) => lat)];
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}
