/** Land of the world for the map that needs no network: drawn once, when the project is set up. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { readCountries } from './countries.ts';
import { soundPolygons } from './rings.ts';

/** Square degrees: keeps the land of the world below 150 kB gzipped. */
const tolerance = 1e-3;

/**
 * One feature a country, with `kind: land` and, in Europe and around it, its `code`; for each of those a point inside with
 * `kind: label`, `code` and `rank` (1 large, 2, 3 tiny). Longitudes pass 180 where a ring crosses the antimeridian.
 */
export async function drawLand(): Promise<FeatureCollection> {
  const countries = (await readCountries(tolerance)).map(({ code, boundary: { coordinates } }) => ({
    code,
    coordinates: soundPolygons(
      coordinates.map((polygon) => polygon.map((ring) => ring.map((position) => rounded(position, code ? 3 : 2)))),
    ),
  }));
  const land = countries.map(
    ({ code, coordinates }): Feature => ({
      type: 'Feature',
      properties: code ? { kind: 'land', code } : { kind: 'land' },
      geometry: { type: 'MultiPolygon', coordinates },
    }),
  );
  const labels = countries.flatMap(({ code, coordinates }) => (code ? [labelPoint(code, coordinates)] : []));
  return { type: 'FeatureCollection', features: [...land, ...labels] };
}

function labelPoint(code: string, coordinates: MultiPolygon['coordinates']): Feature {
  const { polygon, area } = largestPart(coordinates);
  const precision = 0.1;
  const inside = polylabel(
    polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat])),
    precision,
  );
  return pointFeature(inside, { kind: 'label', code, rank: area > 10 ? 1 : area > 1 ? 2 : 3 });
}

export function pointFeature(position: Position, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: rounded(position) } };
}

/** Three decimals are about a hundred metres: finer than the lines were drawn. */
function rounded(position: Position, decimals = 3): Position {
  return position.slice(0, 2).map((degrees) => Number(degrees.toFixed(decimals)));
}

/** The polygon with the largest box, and the area of that box in square degrees. */
function largestPart(coordinates: MultiPolygon['coordinates']): { polygon: Position[][]; area: number } {
  const parts = coordinates.map((polygon) => ({ polygon, area: boxArea(polygon[0] ?? []) }));
  return parts.reduce((best, part) => (part.area > best.area ? part : best), { polygon: [], area: 0 });
}

function boxArea(ring: readonly Position[]): number {
  const [lons, lats] = [ring.map(([lon = 0]) => lon), ring.map(([, lat = 0]) => lat)];
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}
