/**
 * For developers: makes prisma/seed/ from the openly licensed extracts of ../shared/data (SHARED_DATA), through the same
 * drivers as an import. E-mail addresses are left out, for they may be a person's; so are recycling points without a name
 * and drinking water.
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { PlaceRecord } from './batches.ts';
import { geojson } from './formats/geojson.ts';
import { osm } from './formats/osm.ts';
import type { Driver } from './model.ts';
import { type SeedRow, seedFolder } from './seed.ts';
import { readPlaces } from './service.ts';
import { openStreetMap, publicReports, type SourceDescription } from './sources.ts';

interface Town {
  name: string;
  driver: Driver;
  file: string;
  /**
   * The date of the data: the extract's replication timestamp; for Helsinki and Lauf, which have none, that of the last
   * object; for Firenze that of the tiles whose feature ids the file carries (name of basemap/firenze.pmtiles).
   */
  date: string;
}

const towns: Town[] = [
  { name: 'andorra', driver: osm, file: 'osm/andorra.osm.pbf', date: '2021-10-28T20:21:09Z' },
  { name: 'firenze', driver: geojson, file: 'geojson/firenze-pois.geojson', date: '2023-01-18T07:49:39Z' },
  { name: 'helsinki', driver: osm, file: 'osm/helsinki.osm.pbf', date: '2019-04-21T13:06:55Z' },
  { name: 'lauf', driver: osm, file: 'osm/lauf.osm.pbf', date: '2020-01-15T16:36:23Z' },
  { name: 'london', driver: osm, file: 'osm/london.osm.pbf', date: '2020-07-20T10:31:02Z' },
  { name: 'malta', driver: osm, file: 'osm/malta.osm.pbf', date: '2016-11-09T20:28:02Z' },
  { name: 'monaco', driver: osm, file: 'osm/monaco.osm.pbf', date: '2021-04-21T20:21:46Z' },
  { name: 'stockholm', driver: osm, file: 'osm/stockholm.osm.pbf', date: '2020-07-20T10:35:03Z' },
];

/** Writes every seed file anew; returns how many rows each has. */
export async function makeSeed(sharedData: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const town of towns) {
    const rows: SeedRow[] = [];
    for await (const item of readPlaces(town.driver, { file: join(sharedData, town.file) })) {
      if ('place' in item && isWanted(item.place)) rows.push(rowOf(item.place, town));
    }
    counts[town.name] = await write(town.name, rows);
  }
  counts.torino = await write('torino', await torinoRows(sharedData));
  return counts;
}

function isWanted({ fields }: PlaceRecord): boolean {
  const category = fields.categories[0];
  return category !== 'drinking-water' && (category !== 'recycling-point' || fields.name !== undefined);
}

function rowOf({ recordId, url, fields, payload }: PlaceRecord, town: Town): SeedRow {
  const { email: _mayBePersonal, ...facts } = fields;
  const [lon, lat] = [fields.location.lon, fields.location.lat].map((degrees) => Number(degrees.toFixed(7)));
  if (lon === undefined || lat === undefined) throw new Error('a position has two coordinates');
  // The tiles' feature ids are not OSM ids, and must not pass for some.
  const id = town.driver === osm ? recordId : `tile-feature/${recordId}`;
  const tags = Object.fromEntries(Object.entries(payload).filter(([key]) => !key.includes('email')));
  return seedRow(openStreetMap, id, url, town.date, { ...facts, location: { ...facts.location, lon, lat } }, tags);
}

function seedRow(
  source: SourceDescription,
  recordId: string,
  url: string | undefined,
  fetchedAt: string,
  fields: SeedRow['fields'],
  payload: SeedRow['payload'] = {},
): SeedRow {
  const { slug, licence = '', attribution = '' } = source;
  return { source: slug, recordId, url, licence, attribution, fetchedAt, fields, payload };
}

async function write(name: string, rows: SeedRow[]): Promise<number> {
  const file = createWriteStream(join(seedFolder, `${name}.jsonl`));
  for (const row of rows.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))) file.write(`${JSON.stringify(row)}\n`);
  file.end();
  await finished(file);
  return rows.length;
}

/**
 * Places of Torino that Torino Social Impact's pages name (read 2026-11-22). Their positions are approximate: a point of
 * the street they give.
 */
async function torinoRows(sharedData: string): Promise<SeedRow[]> {
  const streets = await readStreets(join(sharedData, 'gazetteer/torino-streets.geojson'));
  const readOn = '2026-11-22T00:00:00Z';
  const garden = nearest(streets('Lungo Dora Firenze'), streets('Via Parma'));
  const viaArbe = middle(streets('Via Arbe'));
  const gardenUrl = 'https://www.torinosocialimpact.it/ecosistema/qubi-garden-unarea-verde-sul-lungo-dora/';
  const tricicloUrl = 'https://www.torinosocialimpact.it/ecosistema/triciclo-scs/';
  return [
    seedRow(publicReports, 'qubi-garden', gardenUrl, readOn, {
      name: 'Qubì Garden',
      categories: ['community-garden', 'community-space'],
      location: { ...garden, approximate: true },
      address: { street: 'Lungo Dora Firenze', city: 'Torino', country: 'IT' },
      description: {
        it: 'Giardino sul Lungo Dora di fronte a via Parma 75, curato dall’associazione Qubì: per incontrarsi e imparare stili di vita sostenibili.',
        en: 'Green space on the Lungo Dora opposite Via Parma 75, kept by the association Qubì: for meeting and for learning about sustainable lives.',
      },
    }),
    seedRow(publicReports, 'triciclo-centro-del-riuso', tricicloUrl, readOn, {
      name: 'Centro del Riuso Triciclo',
      categories: ['reuse-centre'],
      location: { ...viaArbe, approximate: true },
      address: { street: 'Via Arbe', houseNumber: '12', city: 'Torino', country: 'IT' },
      description: {
        it: 'Centro del riuso della cooperativa sociale Triciclo.',
        en: 'Reuse centre of the social cooperative Triciclo.',
      },
    }),
    seedRow(publicReports, 'triciclo-ciclofficina', tricicloUrl, readOn, {
      name: 'Ciclofficina Triciclo',
      categories: ['bicycle-workshop'],
      location: { ...viaArbe, approximate: true },
      address: { street: 'Via Arbe', city: 'Torino', country: 'IT' },
      description: {
        it: 'Officina di biciclette della cooperativa sociale Triciclo.',
        en: 'Bicycle workshop of the social cooperative Triciclo.',
      },
    }),
  ];
}

type Position = { lon: number; lat: number };

/** All vertices of a street, by its name. */
async function readStreets(path: string): Promise<(name: string) => Position[]> {
  // A file of ../shared/data whose form is known: lines and multi-lines with a name.
  const collection: { features: { properties: { name: string }; geometry: { coordinates: unknown[] } }[] } = JSON.parse(
    await readFile(path, 'utf8'),
  );
  return (name) => {
    const street = collection.features.find(({ properties }) => properties.name === name);
    const numbers = (street?.geometry.coordinates ?? []).flat(3);
    return Array.from({ length: numbers.length / 2 }, (_, i) => ({
      lon: Number(numbers[2 * i]),
      lat: Number(numbers[2 * i + 1]),
    }));
  };
}

function nearest(of: Position[], to: Position[]): Position {
  const distance = (a: Position) =>
    Math.min(...to.map((b) => Math.hypot((a.lon - b.lon) * Math.SQRT1_2, a.lat - b.lat)));
  return of.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function middle(positions: Position[]): Position {
  const mean = (key: keyof Position) => positions.reduce((sum, position) => sum + position[key], 0) / positions.length;
  const centre = { lon: mean('lon'), lat: mean('lat') };
  return nearest(positions, [centre]);
}
