import tzLookup from '@photostructure/tz-lookup';
import type { Queryable } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { normalizeText } from '../../platform/text.ts';
import type { Place, Point, Region, Town } from './model.ts';
import { countryCodeOf } from './names.ts';
import { checkPoint } from './policy.ts';
import { findPlaces, nearestPlace, type PlaceQuery, resemblingPlaces, townAround } from './search-store.ts';
import { regionsByCode, regionsOf, regionsOfLevel } from './store.ts';
import { townOfOtherName, townOfSlug } from './town-store.ts';

export { readLand } from './basemap.ts';
export { countryName } from './names.ts';
export { largestTownsAt, largestTownsWithin, townNear, townsAfter, townsAround } from './town-store.ts';

const longestText = 200;
const mostWords = 8;
/** Metres from a house number at which a point is still that address, and from a street's middle. */
const addressReachMeters = 50;
const streetReachMeters = 200;
const townReachMeters = 50_000;

export interface PlaceSearch {
  /** What a person typed: the last word may be unfinished. "via parma torino", "Springfield, IT", "Торино". */
  text: string;
  /** Nearer places come first among equals, and `distanceMeters` is answered. */
  near?: Point | undefined;
  /** 1 to 50. */
  limit: number;
}

/**
 * Places that a text names, the best first: by how well the name matches, population and nearness. Each word has to be
 * the beginning of a word of the name or of its context; a country's name or code at the end narrows the search. Where
 * nothing matches, the kind of street or a house number that nobody listed is left out, and then typing errors are
 * forgiven.
 * Empty for a text without letters or digits. Throws InvalidInput for a text above 200 characters.
 */
export async function searchPlaces(queryable: Queryable, { text, near, limit }: PlaceSearch): Promise<Place[]> {
  if (text.length > longestText) throw new InvalidInput('text', `is longer than ${longestText} characters`);
  const words = normalizeText(text).split(' ').filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  for (const reading of readings(text, words)) {
    const places = await findPlaces(queryable, { ...reading, near, limit });
    if (places.length > 0) return places;
  }
  const named = words.filter((word) => !startsWithDigit(word));
  // Three letters are too short to tell an error from another word.
  return named.join('').length > 3 ? resemblingPlaces(queryable, { words: named, near, limit }) : [];
}

type Reading = Pick<PlaceQuery, 'words' | 'country'>;

/** The ways to read a text, the most literal first; only what differs. */
function readings(text: string, words: readonly string[]): Reading[] {
  const inCountry = countryAtEnd(text, words);
  const literal: Reading[] = [...(inCountry ? [inCountry] : []), { words }];
  const last = inCountry ?? { words };
  const withoutKind = last.words.filter((word, index) => index > 0 || !kindsOfStreet.has(word));
  const withoutNumber = last.words.filter((word) => !startsWithDigit(word));
  return [
    ...literal,
    ...[withoutKind, withoutNumber]
      .filter((some) => some.length > 0 && some.length < last.words.length)
      .map((some) => ({ words: some, country: last.country })),
  ];
}

const startsWithDigit = (word: string) => /^\d/.test(word);
/** A person who looks for "via Roma" may mean Corso Roma. */
const kindsOfStreet = new Set(
  'via viale corso piazza piazzale largo strada vicolo rue avenue boulevard place calle avenida plaza'.split(' '),
);

/** A country's name in any language after at least one other word, or its code after a comma. */
function countryAtEnd(text: string, words: readonly string[]): Reading | undefined {
  const comma = text.lastIndexOf(',');
  if (comma >= 0) {
    const code = countryCodeOf(normalizeText(text.slice(comma + 1)), { abbreviated: true });
    const rest = normalizeText(text.slice(0, comma)).split(' ').filter(Boolean);
    if (code && rest.length > 0) return { words: rest, country: code };
  }
  for (let start = 1; start < words.length; start++) {
    const code = countryCodeOf(words.slice(start).join(' '), { abbreviated: false });
    if (code) return { words: words.slice(0, start), country: code };
  }
  return undefined;
}

/**
 * The place at a point: the nearest house number up to 50 m away, else the nearest street up to 200 m (measured to the
 * one point that stands for it), else the town, up to 50 km. Null where nothing is known. `distanceMeters` tells how far.
 */
export async function reverseGeocode(queryable: Queryable, at: Point): Promise<Place | null> {
  checkPoint(at, 'at');
  return (
    (await nearestPlace(queryable, 'ADDRESS', at, addressReachMeters)) ??
    (await nearestPlace(queryable, 'STREET', at, streetReachMeters)) ??
    (await townAround(queryable, at, townReachMeters)) ??
    null
  );
}

/** IANA name of the time zone at a point, also at sea. Throws InvalidInput for a point out of range. */
export function timezoneAt(at: Point): string {
  checkPoint(at, 'at');
  return tzLookup(at.lat, at.lon);
}

interface RegionsAsked {
  /** Before all else. */
  codes?: readonly string[] | null | undefined;
  parent?: string | null | undefined;
  level?: number | null | undefined;
}

/** Regions by name: of a parent (of a level below it, if one is named), else of a level, else the countries. */
export async function findRegions(queryable: Queryable, { codes, parent, level }: RegionsAsked): Promise<Region[]> {
  if (codes && codes.length > 100) throw new InvalidInput('codes', 'at most 100.');
  if (codes) return regionsByCode(queryable, codes);
  if (level !== null && level !== undefined && !(level >= 0 && level <= 3)) {
    throw new InvalidInput('level', 'is not between 0 and 3');
  }
  if (!parent) return regionsOfLevel(queryable, level ?? 0);
  const children = await regionsOf(queryable, [parent]);
  return level === null || level === undefined ? children : children.filter((region) => region.level === level);
}

export async function isRegion(queryable: Queryable, code: string): Promise<boolean> {
  return (await regionsByCode(queryable, [code])).length > 0;
}

/**
 * The town that an address names: by its slug, or by another of its names ("florence"), in which case the answer's slug
 * differs from the one asked for.
 */
export async function findTown(queryable: Queryable, country: string, slug: string): Promise<Town | null> {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 100) return null;
  return (
    (await townOfSlug(queryable, code, slug)) ??
    (await townOfOtherName(queryable, code, slug.replaceAll('-', ' '))) ??
    null
  );
}
