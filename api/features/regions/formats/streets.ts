/** Streets out of a GeoJSON feature collection, one feature a name. */
import { readFile } from 'node:fs/promises';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import { normalizeText } from '../../../platform/text.ts';
import { type PlaceRow, type Point, placeSearchText } from '../model.ts';

/** What a file of streets or addresses does not say of itself. */
export interface GazetteerMapping {
  source: string;
  licence: string;
  /** The town. */
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** Reads named lines as streets; features without a name, or with nothing but digits for one, are left out. */
export async function* readStreets(
  file: string,
  mapping: GazetteerMapping,
  nameProperty: string,
): AsyncGenerator<PlaceRow> {
  const content = await readCollection(file);
  for (const { properties, geometry } of content.features) {
    const name: unknown = properties?.[nameProperty];
    const point = pointOn(geometry);
    if (typeof name !== 'string' || !/\p{L}/u.test(name) || !point) continue;
    yield streetRow(name, point, mapping);
  }
}

export function streetRow(
  name: string,
  { lon, lat }: Point,
  { source, licence, city, country }: GazetteerMapping,
): PlaceRow {
  return {
    kind: 'STREET',
    name,
    names: {},
    context: city,
    country,
    postcodes: [],
    population: 0,
    lon,
    lat,
    searchText: placeSearchText([name], [city]),
    source,
    sourceId: `${normalizeText(city)}/${normalizeText(name)}`,
    licence,
  };
}

async function readCollection(file: string): Promise<FeatureCollection> {
  try {
    const content = JSON.parse(await readFile(file, 'utf8'));
    if (content?.type === 'FeatureCollection' && Array.isArray(content.features)) return content;
  } catch (error) {
    throw new OperatorError(`The file ${file} cannot be read as JSON: ${messageOf(error)}.`);
  }
  throw new OperatorError(`The file ${file} is no GeoJSON feature collection.`);
}

/** The middle vertex of the line with the most vertices: on the street, where an average would lie beside it. */
function pointOn(geometry: Geometry | null): Point | undefined {
  const lines: Position[][] =
    geometry?.type === 'LineString'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  const longest = lines.reduce<Position[]>((best, line) => (line.length > best.length ? line : best), []);
  const [lon, lat] = longest[Math.floor(longest.length / 2)] ?? [];
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}
