/** Countries of the world from Natural Earth (public domain, through the package world-atlas). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { MultiPolygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import { presimplify } from 'topojson-simplify';
import type { MultiPolygon as ArcMultiPolygon, Polygon as ArcPolygon, Topology } from 'topojson-specification';
import { ringArea, soundPolygons } from './rings.ts';

/** ISO 3166-1 numeric → alpha-2 of the countries whose towns and boundary we hold. */
const europe: Record<string, string> = {
  '008': 'AL',
  '020': 'AD',
  '040': 'AT',
  '056': 'BE',
  '070': 'BA',
  '100': 'BG',
  '112': 'BY',
  '191': 'HR',
  '196': 'CY',
  '203': 'CZ',
  '208': 'DK',
  '233': 'EE',
  '234': 'FO',
  '246': 'FI',
  '248': 'AX',
  '250': 'FR',
  '276': 'DE',
  '300': 'GR',
  '336': 'VA',
  '348': 'HU',
  '352': 'IS',
  '372': 'IE',
  '380': 'IT',
  '428': 'LV',
  '438': 'LI',
  '440': 'LT',
  '442': 'LU',
  '470': 'MT',
  '492': 'MC',
  '498': 'MD',
  '499': 'ME',
  '528': 'NL',
  '578': 'NO',
  '616': 'PL',
  '620': 'PT',
  '642': 'RO',
  '674': 'SM',
  '688': 'RS',
  '703': 'SK',
  '705': 'SI',
  '724': 'ES',
  '752': 'SE',
  '756': 'CH',
  '792': 'TR',
  '804': 'UA',
  '807': 'MK',
  '826': 'GB',
  '831': 'GG',
  '832': 'JE',
  '833': 'IM',
};
/** ISO numeric → alpha-2 of the countries around them, of which the map shows the large towns. */
const neighbours: Record<string, string> = {
  '012': 'DZ',
  '031': 'AZ',
  '051': 'AM',
  '268': 'GE',
  '275': 'PS',
  '364': 'IR',
  '368': 'IQ',
  '376': 'IL',
  '398': 'KZ',
  '400': 'JO',
  '422': 'LB',
  '434': 'LY',
  '504': 'MA',
  '643': 'RU',
  '682': 'SA',
  '760': 'SY',
  '788': 'TN',
  '818': 'EG',
};
/** Drawn apart by Natural Earth, which shows who is in control; we show the borders that the United Nations know. */
const byName: Record<string, string> = {
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  'Cyprus U.N. Buffer Zone': 'CY',
  Baikonur: 'KZ',
};

export const europeanCodes: ReadonlySet<string> = new Set([...Object.values(europe), 'XK']);
export const neighbourCodes: ReadonlySet<string> = new Set(Object.values(neighbours));

export interface Country {
  /** ISO 3166-1 alpha-2; undefined outside Europe and its neighbours. */
  code: string | undefined;
  /** Positions [longitude, latitude], WGS 84. */
  boundary: MultiPolygon;
}

type Arcs = ArcPolygon | ArcMultiPolygon;
/** The package's published shape. */
type Atlas = Topology<{
  countries: { type: 'GeometryCollection'; geometries: (Arcs & { id?: string; properties: { name: string } })[] };
}>;

/**
 * Reads the countries of the world at 1:10 million, without the points that matter least: those whose triangle with their
 * neighbours is smaller than `tolerance`, in square degrees (Visvalingam & Whyatt 1993). Common borders stay common.
 * A country below one square degree is simplified in proportion to its size; those outside Europe more, by `coarseness`.
 * Rings are as `soundPolygons` makes them.
 */
export async function readCountries(tolerance: number): Promise<Country[]> {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const atlas = presimplify(JSON.parse(await readFile(path, 'utf8')) as Atlas); // a pinned package: trusted
  const countries = partsOfCountries(atlas).map(({ code, parts }) => {
    const area = soundPolygons(merge(atlas, parts).coordinates).reduce((sum, polygon) => sum + outlineArea(polygon), 0);
    return { code, parts, tolerance: tolerance * coarseness(code) * Math.min(1, area) };
  });
  const arcTolerance = new Map<number, number>();
  for (const { parts, tolerance } of countries) {
    for (const arc of parts.flatMap(({ arcs }) => arcs.flat(2))) {
      const index = arc < 0 ? ~arc : arc; // TopoJSON: the complement is the same arc backwards
      arcTolerance.set(index, Math.min(tolerance, arcTolerance.get(index) ?? Number.POSITIVE_INFINITY));
    }
  }
  const simplified: Topology = {
    ...atlas,
    // presimplify puts the weight of each point third.
    arcs: atlas.arcs.map((arc, index) =>
      arc.filter(([, , weight = 0]) => weight >= (arcTolerance.get(index) ?? 0)).map((point) => point.slice(0, 2)),
    ),
  };
  return countries.flatMap(({ code, parts, tolerance }) => {
    const coordinates = soundPolygons(merge(simplified, parts).coordinates).filter(
      (polygon) => outlineArea(polygon) > tolerance / 4,
    );
    return coordinates.length > 0 ? [{ code, boundary: { type: 'MultiPolygon', coordinates } }] : [];
  });
}

/** How many times more a country is simplified than one of Europe. */
function coarseness(code: string | undefined): number {
  if (code === undefined) return 250;
  if (code === 'RU' || code === 'KZ') return 40;
  return europeanCodes.has(code) ? 1 : 4;
}

const outlineArea = (polygon: Position[][]) => ringArea(polygon[0] ?? []);

/** Polygons by country; what has no code of ours stays for itself. */
function partsOfCountries(atlas: Atlas): { code: string | undefined; parts: Arcs[] }[] {
  const known = new Map<string, Arcs[]>();
  const others: { code: undefined; parts: Arcs[] }[] = [];
  for (const geometry of atlas.objects.countries.geometries) {
    const { id, properties } = geometry;
    const code = id === undefined ? byName[properties.name] : (europe[id] ?? neighbours[id]);
    if (code === undefined) {
      others.push({ code, parts: [geometry] });
      continue;
    }
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    for (const arcs of polygons) {
      const owner = code === 'RU' && isCrimea(atlas, arcs) ? 'UA' : code;
      known.set(owner, [...(known.get(owner) ?? []), { type: 'Polygon', arcs }]);
    }
  }
  return [...[...known].map(([code, parts]) => ({ code, parts })), ...others];
}

/** Natural Earth draws Crimea with Russia; United Nations General Assembly resolution 68/262 does not. */
function isCrimea(atlas: Atlas, polygon: number[][]): boolean {
  const ring = merge(atlas, [{ type: 'Polygon', arcs: polygon }]).coordinates[0]?.[0] ?? [];
  return ring.every(([lon = 0, lat = 0]) => lon > 32.4 && lon < 36.7 && lat > 44.3 && lat < 46.3);
}
