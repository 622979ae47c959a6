import type { MultiPolygon } from 'geojson';
import { normalizeText } from '../../platform/text.ts';
import type { Labels, Language } from '../taxonomy/model.ts';

/** 0 country, 1 region (NUTS 2), 2 province (NUTS 3), 3 municipality (LAU). */
export type RegionLevel = 0 | 1 | 2 | 3;

/** One row of our own seed format, and what an import makes of a feature. */
export interface RegionRow {
  /** ISO 3166-1 alpha-2 for countries, NUTS where there is one, else the prefix and code of whoever draws the border. */
  code: string;
  level: RegionLevel;
  parent: string | null;
  /** In its own language, in Latin letters. */
  name: string;
  /** Only where it differs from `name`. */
  names: Partial<Labels>;
  country: string;
  population: number | null;
  /** Null: the union of its children. */
  boundary: MultiPolygon | null;
  source: string;
  licence: string;
}

/** A region as an answer; its boundary is read only when it is asked for. */
export interface Region extends Pick<RegionRow, 'code' | 'level' | 'name' | 'names' | 'country' | 'population'> {
  parentCode: string | null;
  areaKm2: number | null;
}

/** WGS 84 degrees. */
export interface Bbox {
  west: number;
  south: number;
  east: number;
  north: number;
}

type PlaceKind = 'COUNTRY' | 'REGION' | 'TOWN' | 'STREET' | 'ADDRESS';

/** A row to be written to the gazetteer. */
export interface PlaceRow {
  kind: PlaceKind;
  /** In its own language, in Latin letters. */
  name: string;
  /** Only where it differs from `name`. */
  names: Partial<Labels>;
  /** What tells it from its namesakes: the region or the town it lies in. */
  context: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postcodes: string[];
  population: number;
  lon: number;
  lat: number;
  searchText: string;
  source: string;
  sourceId: string;
  licence: string;
}

/** A place of the gazetteer as an answer. */
export interface Place extends Omit<PlaceRow, 'searchText' | 'source' | 'sourceId' | 'licence'> {
  id: number;
  /** From the point asked about; null where none was given. */
  distanceMeters: number | null;
}

/** A town that has a page. */
export interface Town extends Pick<PlaceRow, 'name' | 'names' | 'context' | 'country' | 'population' | 'lon' | 'lat'> {
  id: number;
  /** Its name in addresses, one of a kind in its country. */
  slug: string;
}

export interface Point {
  lon: number;
  lat: number;
}

/**
 * What the gazetteer is searched by: every name between bars, then words that a person may add to one, each after a
 * comma: `|torino|turin|,piemonte,to`. So a word of a name follows a bar or a space, a word of the context a comma.
 */
export function placeSearchText(names: Iterable<string>, context: Iterable<string> = []): string {
  const forms = [...new Set([...names].map(normalizeText))].filter(Boolean);
  const words = new Set([...context].flatMap((text) => normalizeText(text).split(' ')).filter(Boolean));
  return `|${forms.join('|')}|${[...words].map((word) => `,${word}`).join('')}`;
}

/** The name in a language, else its own. */
export function nameIn(named: { name: string; names: Partial<Labels> }, language: Language): string {
  return named.names[language] ?? named.name;
}
