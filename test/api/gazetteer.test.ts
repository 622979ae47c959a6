import { join } from 'node:path';
import sql, { type Sql } from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { gazetteerCommand } from '../../api/features/regions/cli.ts';
import { loadGazetteer, loadRegions } from '../../api/features/regions/load.ts';
import { findPlaces, nearestPlace, resemblingPlaces, townAround } from '../../api/features/regions/search-store.ts';
import { reverseGeocode, searchPlaces } from '../../api/features/regions/service.ts';
import type { Queryable } from '../../api/platform/database.ts';
import { testApp } from '../support/app.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const { app, ask, database } = await testApp();
beforeAll(async () => {
  await loadRegions(database);
  await loadGazetteer(database);
}, 120_000);

const first = async (text: string, near?: { lon: number; lat: number }) =>
  (await searchPlaces(database, { text, near, limit: 5 }))[0];
const torino = { lon: 7.68, lat: 45.07 };

test('the gazetteer is loaded once', async () => {
  expect(await loadGazetteer(database)).toBe(0);
});

describe('a search', () => {
  test.each(['Torino', 'torino', 'Turin', 'Turín', 'Turijn', 'Торино', 'TORIN', 'tor', 'toorino', '10121'])(
    'for %s finds Torino',
    async (text) => {
      expect(await first(text)).toMatchObject({ kind: 'TOWN', name: 'Torino', country: 'IT', context: 'Piemonte' });
    },
  );

  test.each([
    ['Хелзинки', 'Helsinki'],
    ['helsinky', 'Helsinki'],
    ['saragozza', 'Zaragoza'],
    ['Malines', 'Mechelen'],
    ['Niza', 'Nice'],
    ['Marsiglia', 'Marseille'],
    ['Lahtis', 'Lahti'],
    ['Ostrava', 'Ostrava'],
    ['Варна', 'Varna'],
    ['Benátky', 'Venezia'],
    ['Търговище', 'Targovishte'],
    ['firenz', 'Firenze'],
    ['Roma italia', 'Roma'],
    ['Paris, FR', 'Paris'],
    ['Praag', 'Praha'],
  ])('for %s finds %s', async (text, name) => {
    expect((await first(text))?.name).toBe(name);
  });

  test('prefers the larger of two towns of a name, and the nearer where it is near', async () => {
    expect(await first('Valencia')).toMatchObject({ country: 'ES' });
    expect(await first('Vienne')).toMatchObject({ name: 'Wien', distanceMeters: null });
    expect(await first('Vienne', { lon: 4.87, lat: 45.52 })).toMatchObject({ name: 'Vienne', country: 'FR' });
  });

  test('finds countries and regions in any language', async () => {
    expect(await first('Итал')).toMatchObject({ kind: 'COUNTRY', country: 'IT' });
    expect(await first('Piedmont')).toMatchObject({ kind: 'REGION', name: 'Piemonte' });
  });

  test('keeps to the country that is named', async () => {
    const places = await searchPlaces(database, { text: 'San, IT', limit: 20 });
    expect(new Set(places.map(({ country }) => country))).toEqual(new Set(['IT']));
  });

  test('answers a single letter with large towns', async () => {
    const places = await searchPlaces(database, { text: 't', limit: 10 });
    expect(places).toHaveLength(10);
    expect(places.every(({ kind, population }) => kind !== 'TOWN' || population >= 100_000)).toBe(true);
  });

  test.each(['', '   ', '!?', 'xyzzyqqq'])('for "%s" finds nothing', async (text) => {
    expect(await searchPlaces(database, { text, limit: 5 })).toEqual([]);
  });

  test('takes signs of regular expressions and patterns for what they are', async () => {
    expect(await searchPlaces(database, { text: "tor(ino|%_\\ [' --", limit: 5 })).toEqual(expect.any(Array));
  });
});

describe('the place at a point', () => {
  test.each([
    [torino, 'Torino'],
    [{ lon: 7.65, lat: 45.04 }, 'Torino'],
    [{ lon: 7.822, lat: 45.012 }, 'Chieri'],
    [{ lon: 24.94, lat: 60.17 }, 'Helsinki'],
    [{ lon: 14.42, lat: 50.08 }, 'Praha'],
  ])('%o is %s', async (at, name) => {
    expect(await reverseGeocode(database, at)).toMatchObject({
      kind: 'TOWN',
      name,
      distanceMeters: expect.any(Number),
    });
  });

  test('is nothing in the middle of the ocean', async () => {
    expect(await reverseGeocode(database, { lon: -40, lat: 40 })).toBeNull();
  });

  test('is refused outside the world', async () => {
    await expect(reverseGeocode(database, { lon: 181, lat: 0 })).rejects.toThrow('at.lon');
    await expect(reverseGeocode(database, { lon: 0, lat: Number.NaN })).rejects.toThrow('at.lat');
  });
});

describe('the clock at a point', () => {
  const clock = 'query ($at: PointInput!) { timezone(at: $at) }';

  test.each([
    [torino, 'Europe/Rome'],
    [{ lon: 24.94, lat: 60.17 }, 'Europe/Helsinki'],
    [{ lon: -40, lat: 40 }, 'Etc/GMT+3'],
  ])('at %j is that of %s', async (at, timezone) => {
    expect((await ask(clock, { at })).data).toEqual({ timezone });
  });

  test('is refused outside the world', async () => {
    const { errors } = await ask(clock, { at: { lon: 0, lat: 91 } });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'at.lat' } });
  });
});

describe.skipIf(!requirements.sharedData.met)('with the streets of Torino and the addresses of Alessandria', () => {
  beforeAll(async () => {
    const dependencies = { database, print: () => {} };
    const of = (file: string, city: string) => [
      'import',
      join(sharedData, 'gazetteer', file),
      '--city',
      city,
      '--country',
      'it',
      '--source',
      `test-${city}`,
      '--licence',
      'ODbL-1.0',
    ];
    expect(await gazetteerCommand(dependencies, of('torino-streets.geojson', 'Torino'))).toBe(2545);
    expect(
      await gazetteerCommand(dependencies, [
        ...of('alessandria-addresses.csv', 'Alessandria'),
        '--street-columns',
        'DUG,DUF',
        '--number-columns',
        'Civico,Esponente',
        '--postcode-column',
        'CAP',
      ]),
    ).toBe(26_890);
  }, 120_000);

  test.each(['via parma torino', 'Via Parma, Torino', 'Torino via Parma', 'via parma 75, torino', 'parma via torino'])(
    '"%s" is the street',
    async (text) => {
      expect(await first(text)).toMatchObject({ kind: 'STREET', name: 'Via Parma', context: 'Torino' });
    },
  );

  test.each(['corso roma 12 alessandria', 'via roma 12 alessandria', 'Corso Roma, 12, 15121 Alessandria'])(
    '"%s" is the house number',
    async (text) => {
      expect(await first(text)).toMatchObject({ kind: 'ADDRESS', name: 'Corso Roma 12', postcodes: ['15121'] });
    },
  );

  test('a town comes before the streets that bear its name', async () => {
    expect(await first('parma', torino)).toMatchObject({ kind: 'TOWN' });
  });

  test('a point is at a house number, else in a street, else in a town', async () => {
    expect(await reverseGeocode(database, { lon: 8.61354, lat: 44.91323 })).toMatchObject({
      kind: 'ADDRESS',
      name: 'Corso Roma 12',
    });
    expect(await reverseGeocode(database, torino)).toMatchObject({ kind: 'STREET', context: 'Torino' });
    expect(await reverseGeocode(database, { lon: 8.75, lat: 44.83 })).toMatchObject({ kind: 'TOWN' });
  });

  test('searches stand on the text index, points on their own', async () => {
    expect(await indexesOf((on) => findPlaces(on, { words: ['via', 'parma'], limit: 5 }))).toEqual([
      'place_search_text_index',
    ]);
    expect(await indexesOf((on) => findPlaces(on, { words: ['roma'], near: torino, limit: 5 }))).toEqual([
      'place_search_text_index',
    ]);
    expect(await indexesOf((on) => resemblingPlaces(on, { words: ['toorino'], limit: 5 }))).toEqual([
      'place_search_text_index',
    ]);
    expect(await indexesOf((on) => nearestPlace(on, 'ADDRESS', torino, 50))).toEqual(['place_position_index']);
    expect(await indexesOf((on) => townAround(on, torino, 50_000))).toEqual(['place_town_position_index']);
  });
});

/** Names of the indexes in the plan of the one statement that `find` runs. */
async function indexesOf(find: (on: Queryable) => Promise<unknown>): Promise<string[]> {
  const statements: Sql[] = [];
  await find({
    query: async (statement) => {
      statements.push(statement);
      return [];
    },
  });
  const plans = await database.query<{ 'QUERY PLAN': string }>(sql`explain ${statements[0] ?? sql``}`);
  return plans.flatMap((line) => /(?:using|Index Scan on) (\w+_index)/.exec(line['QUERY PLAN'])?.[1] ?? []);
}

describe('over GraphQL', () => {
  test('a point has a place', async () => {
    const { data } = await ask(
      '{ reverseGeocode(at: {lon: 24.94, lat: 60.17}) { kind name(language: bg) country location { lon lat } distanceMeters } }',
    );
    expect(data.reverseGeocode).toMatchObject({ kind: 'TOWN', name: 'Хелзинки', country: 'FI' });
  });

  test('a point outside the world is bad input', async () => {
    const { errors } = await ask('{ reverseGeocode(at: {lon: 200, lat: 0}) { name } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'at.lon' });
  });
});

describe('the embedded basemap', () => {
  test('names towns in the language asked for, the largest first', async () => {
    const response = await app.inject('/basemap/places.geojson?language=cs');
    const towns: { name: string; rank: number }[] = response
      .json()
      .features.map(({ properties }: { properties: unknown }) => properties);
    expect(towns.length).toBeGreaterThan(5000);
    expect(towns.find(({ name }) => name === 'Řím')?.rank).toBe(1);
    const places = ['Řím', 'Turín', 'Chieri'].map((wanted) => towns.findIndex(({ name }) => name === wanted));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('is sent once: the second request gets 304', async () => {
    const { headers } = await app.inject('/basemap/countries.geojson?language=it');
    expect(headers['content-type']).toContain('application/geo+json');
    const again = await app.inject({
      url: '/basemap/countries.geojson?language=it',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('refuses an unknown language and an unknown file', async () => {
    expect((await app.inject('/basemap/places.geojson?language=xx')).statusCode).toBe(400);
    expect((await app.inject('/basemap/rivers.geojson')).statusCode).toBe(404);
  });
});
