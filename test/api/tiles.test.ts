import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import sql, { type Sql } from 'sql-template-tag';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { extent } from '../../api/features/tiles/model.ts';
import { readCells, readPlaces, readPyramid } from '../../api/features/tiles/store.ts';
import { testApp } from '../support/app.ts';
import { insertListings, strewListings, type TestListing } from '../support/listings.ts';
import { requirements } from '../support/requirements.ts';

const noon = new Date('2026-11-21T12:00:00Z');
const { app, database, services, ask } = await testApp({ now: noon });

interface Tile {
  status: number;
  places: VectorTileFeature[];
  clusters: VectorTileFeature[];
}

async function tile(z: number, x: number, y: number, query = ''): Promise<Tile> {
  const response = await app.inject(`/tiles/listings/${z}/${x}/${y}.mvt${query}`);
  const { layers } = new VectorTile(new PbfReader(response.rawPayload));
  const features = (name: string) => {
    const layer = layers[name];
    return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : [];
  };
  return { status: response.statusCode, places: features('listings'), clusters: features('clusters') };
}

const clustered = (clusters: VectorTileFeature[]) =>
  clusters.reduce((sum, { properties }) => sum + Number(properties.count), 0);
const total = ({ places, clusters }: Tile) => clustered(clusters) + places.length;

/** Web Mercator as everybody computes it, apart from the code under test. */
function tileOf(z: number, { lon, lat }: { lon: number; lat: number }) {
  const side = 2 ** z;
  const radians = (Math.max(-85.0511287, Math.min(85.0511287, lat)) * Math.PI) / 180;
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side);
  return { z, x: Math.min(side - 1, Math.floor(((lon + 180) / 360) * side)), y: Math.min(side - 1, y) };
}

/** Every tile of a zoom that can hold one of the points. */
function tilesOf(z: number, points: readonly { lon: number; lat: number }[]) {
  const tiles = points.map((point) => tileOf(z, point));
  return [...new Map(tiles.map((address) => [`${address.z}/${address.x}/${address.y}`, address])).values()];
}

/** A number from -1 to 1 that looks random and is the same on every run. */
const fraction = (n: number) => (Math.sin(n * 12.9898) * 43758.5453) % 1;

const categories = [
  'library',
  'recycling-point',
  'repair-cafe',
  'drinking-water',
  'give-box',
  'charity-shop',
  'library',
];
/** Three crowded towns, places strewn over the world, and every edge there is. */
const awkward = [
  { lon: 0, lat: 0 },
  { lon: 180, lat: 12 },
  { lon: -180, lat: -12 },
  { lon: 30, lat: 90 },
  { lon: -30, lat: -90 },
  { lon: 90, lat: 66.51326044311186 },
  { lon: -90, lat: 0 },
  { lon: 45, lat: 0 },
  { lon: 11.25, lat: 40.97989806962013 },
];
const towns = [
  { lon: 7.68, lat: 45.07 },
  { lon: -0.0005, lat: 51.48 },
  { lon: 24.94, lat: 60.17 },
];
const locations = [
  ...awkward,
  ...towns.flatMap(({ lon, lat }, town) =>
    Array.from({ length: 60 }, (_, n) => ({
      lon: lon + 0.04 * fraction(n + 100 * town) ** 3,
      lat: lat + 0.03 * fraction(n * 7 + 100 * town) ** 3,
    })),
  ),
  ...Array.from({ length: 40 }, (_, n) => ({ lon: 180 * fraction(n), lat: 80 * fraction(n * 3) })),
  ...Array.from({ length: 4 }, () => ({ lon: 7.68, lat: 45.07 })), // one house
];
const listings: TestListing[] = locations.map((location, n) => ({
  location,
  name: `Synthetic place ${n}`,
  categories: n % 5 === 0 ? [categories[n % 7] ?? '', 'toy-library'] : [categories[n % 7] ?? ''],
  status: n % 17 === 0 ? 'DRAFT' : n % 11 === 0 ? 'TEMPORARILY_CLOSED' : 'PUBLISHED',
  wheelchair: n % 3 === 0 ? 'YES' : 'UNKNOWN',
}));

beforeAll(async () => {
  await insertListings(database, listings);
});

const zooms = [0, 4, 9, 11, 12, 14, 16];
const filters: [where: object, query: string][] = [
  [{}, ''],
  [{ categories: ['share'] }, '?categories=share'],
  [{ categories: ['drinking-water', 'repair'] }, '?categories=drinking-water&categories=repair'],
  [{ text: 'synthetic', wheelchair: ['YES'] }, '?text=synthetic&wheelchair=YES'],
  [{ openNow: true, includeUnknownHours: true }, '?openNow=true&includeUnknownHours=true'],
  [
    { openAt: '2026-11-22T10:00:00Z', includeUnknownHours: true },
    '?openAt=2026-11-22T10:00:00Z&includeUnknownHours=true',
  ],
  [{ categories: ['library'], wheelchair: ['YES'] }, '?categories=library&wheelchair=YES'],
];

describe('what tiles show adds up', () => {
  test.each(filters)('to the totalCount of GraphQL at every zoom, for %j', async (where, query) => {
    const world = { bbox: { west: -180, south: -90, east: 180, north: 90 } };
    const answer = await ask(
      'query ($where: ListingFilter, $world: AreaInput) { listings(where: $where, within: $world) { totalCount } }',
      { where, world },
    );
    const expected = answer.data.listings.totalCount;
    expect(expected).toBeGreaterThan(0);
    for (const z of zooms) {
      const tiles = await Promise.all(tilesOf(z, locations).map(({ x, y }) => tile(z, x, y, query)));
      expect([z, tiles.reduce((sum, one) => sum + total(one), 0)]).toEqual([z, expected]);
      const ids = tiles.flatMap(({ places }) => places.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('in each tile to the listings that lie in it', async () => {
    for (const z of [3, 9, 13]) {
      for (const { x, y } of tilesOf(z, locations)) {
        const expected = listings.filter(({ location, status, categories = [] }) => {
          const at = tileOf(z, location);
          return at.x === x && at.y === y && status !== 'DRAFT' && categories.join() !== 'drinking-water';
        });
        expect([z, x, y, total(await tile(z, x, y))]).toEqual([z, x, y, expected.length]);
      }
    }
  });

  test('group by group within a cluster', async () => {
    const { clusters } = await tile(0, 0, 0);
    expect(clusters.length).toBeGreaterThan(0);
    for (const { properties } of clusters) {
      const groups = services.taxonomy.groups.map(({ slug }) => Number(properties[slug] ?? 0));
      expect(groups.reduce((a, b) => a + b, 0)).toBe(properties.count);
      expect(Object.values(properties)).not.toContain(0);
    }
  });

  test('the same from the counts kept ready as from the listings themselves', async () => {
    const groups = services.taxonomy.groups.map(({ slug }) => ({
      slug,
      categories: services.taxonomy.categories.filter(({ group }) => group === slug).map((category) => category.slug),
    }));
    for (const condition of [sql`true`, sql`l.category = 'library'`, sql`l.categories && '{toy-library,give-box}'`]) {
      for (const z of [0, 5, 8, 11]) {
        for (const { x, y } of tilesOf(z, locations)) {
          const query = { address: { z, x, y }, condition, groups, minorCategories: [], now: noon };
          const [ready, counted] = await Promise.all([readPyramid(database, query), readCells(database, query)]);
          const bare = ({ clusters }: typeof ready) => clusters.map(({ expansionZoom: _, ...cluster }) => cluster);
          expect(ready.places).toEqual(counted.places);
          expect(bare(ready)).toEqual(bare(counted));
        }
      }
    }
  });
});

describe('a single place', () => {
  const torino = { lon: 7.6, lat: 44.9 };
  const zone = {
    osm: 'Sa 10:00-14:00',
    timezone: 'Europe/Rome',
    expanded: [new Date('2026-11-20Z'), new Date('2026-12-20Z')] as [Date, Date],
  };
  const open: [Date, Date][] = [[new Date('2026-11-21T09:00:00Z'), new Date('2026-11-21T13:00:00Z')]];
  let id: number;
  beforeAll(async () => {
    const spread = (n: number) => ({ lon: torino.lon + n * 0.0005, lat: torino.lat });
    const ids = await insertListings(database, [
      {
        location: spread(0),
        slug: 'test-open',
        name: 'Oggettoteca sintetica',
        categories: ['library-of-things'],
        schedule: { ...zone, open },
      },
      {
        location: spread(1),
        slug: 'test-closed',
        schedule: {
          ...zone,
          osm: 'Su 10:00-14:00',
          open: [[new Date('2026-11-22T09:00:00Z'), new Date('2026-11-22T13:00:00Z')]],
        },
      },
      { location: spread(2), slug: 'test-unknown' },
      { location: spread(3), slug: 'test-paused', status: 'TEMPORARILY_CLOSED', schedule: { ...zone, open } },
    ]);
    id = ids[0] ?? 0;
  });
  const around = (z: number, query = '') => tile(z, tileOf(z, torino).x, tileOf(z, torino).y, query);

  test('says what it is, and where', async () => {
    const { z, x, y } = tileOf(16, torino);
    const place = (await tile(z, x, y)).places.find(({ properties }) => properties.slug === 'test-open');
    expect(place?.id).toBe(id);
    expect(place?.properties).toEqual({
      gid: Buffer.from(`Listing:${id}`).toString('base64'),
      slug: 'test-open',
      name: 'Oggettoteca sintetica',
      category: 'library-of-things',
      group: 'share',
      rank: 1,
      state: 'open',
    });
    const geometry = place?.toGeoJSON(x, y, z).geometry;
    if (geometry?.type !== 'Point') throw new Error('not a point');
    expect(geometry.coordinates[0]).toBeCloseTo(torino.lon, 5);
    expect(geometry.coordinates[1]).toBeCloseTo(torino.lat, 5);
  });

  test('is open, closed or unknown at the time of the request', async () => {
    const { z } = tileOf(15, torino);
    const { places } = await around(z);
    const states = Object.fromEntries(places.map(({ properties }) => [properties.slug, properties.state]));
    expect(states).toEqual({
      'test-open': 'open',
      'test-closed': 'closed',
      'test-unknown': 'unknown',
      'test-paused': 'closed',
    });
  });

  test('is drawn as it is at the hour that was asked about', async () => {
    const sunday = '?openAt=2026-11-22T10:00:00Z&includeUnknownHours=true';
    const { places } = await around(tileOf(15, torino).z, sunday);
    const states = places.map(({ properties }) => [properties.slug, properties.state]);
    expect(Object.fromEntries(states)).toEqual({ 'test-closed': 'open', 'test-unknown': 'unknown' });
  });

  test('leaves the tiles when it is rejected', async () => {
    const before = total(await around(9));
    await database.query(sql`update listing set status = 'REJECTED' where slug = 'test-paused'`);
    expect(total(await around(9))).toBe(before - 1);
    expect((await around(16)).places.map(({ properties }) => properties.slug)).not.toContain('test-paused');
  });

  test('of the lowest rank stands alone from zoom 14, and is counted before', async () => {
    const spot = { lon: 100, lat: 20 };
    const crowd = (category: string) => Array.from({ length: 5 }, () => ({ location: spot, categories: [category] }));
    await insertListings(database, [...crowd('recycling-point'), ...crowd('repair-cafe')]);
    const at = (z: number) => tile(z, tileOf(z, spot).x, tileOf(z, spot).y);
    const near = await at(14);
    expect(near.places.map(({ properties }) => properties.category)).toEqual(Array(5).fill('recycling-point'));
    expect(near.clusters.map(({ properties }) => [properties.count, properties.repair])).toEqual([[5, 5]]);
    const far = await at(13);
    expect(far.places).toEqual([]);
    expect(far.clusters.map(({ properties }) => [properties.count, properties.repair, properties.recycle])).toEqual([
      [10, 5, 5],
    ]);
  });
});

test('a cluster says how far in it falls apart, and where it is', async () => {
  const [west, east] = [
    { lon: -100, lat: -40 },
    { lon: -99.9, lat: -40 },
  ];
  await insertListings(
    database,
    [west, west, east].map((location) => ({ location })),
  );
  const { x, y } = tileOf(4, west);
  const [cluster] = (await tile(4, x, y)).clusters;
  expect(cluster?.properties.count).toBe(3);
  const geometry = cluster?.toGeoJSON(x, y, 4).geometry;
  if (geometry?.type !== 'Point') throw new Error('not a point');
  const unit = 360 / 2 ** 4 / extent; // degrees: what a tile of zoom 4 can tell apart
  expect(Math.abs((geometry.coordinates[0] ?? 0) - -99.9667)).toBeLessThan(unit);
  expect(Math.abs((geometry.coordinates[1] ?? 0) - -40)).toBeLessThan(unit);
  const zoom = Number(cluster?.properties.expansionZoom);
  const parts = async (z: number) => {
    const tiles = await Promise.all(tilesOf(z, [west, east]).map((at) => tile(z, at.x, at.y)));
    return tiles.reduce((sum, { places, clusters }) => sum + places.length + clusters.length, 0);
  };
  expect([await parts(zoom - 1), await parts(zoom)]).toEqual([1, 2]);
});

describe('over HTTP', () => {
  const here = tileOf(12, towns[0] ?? awkward[0] ?? { lon: 0, lat: 0 });
  const url = `/tiles/listings/12/${here.x}/${here.y}.mvt`;

  test('a tile may be kept, shared and asked again without being sent twice', async () => {
    const first = await app.inject(url);
    expect(first.statusCode).toBe(200);
    expect(first.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    expect(first.headers['cache-control']).toBe('public, max-age=30, stale-while-revalidate=300');
    expect(first.headers['access-control-allow-origin']).toBe('*');
    const { etag } = first.headers;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await app.inject({ url, headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect((await app.inject({ url, headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });

  test('a tile of more than a kilobyte is compressed for whoever takes that, under a tag of its own', async () => {
    const plain = await app.inject(url);
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
  });

  test('an empty tile has no content', async () => {
    const { statusCode, rawPayload } = await app.inject('/tiles/listings/10/3/900.mvt');
    expect([statusCode, rawPayload.length]).toEqual([204, 0]);
  });

  test.each(['17/0/0', '3/8/0', '3/0/8', '99/0/0'])('there is no tile %s', async (address) => {
    expect((await app.inject(`/tiles/listings/${address}.mvt`)).statusCode).toBe(404);
  });

  test.each([
    ['a/0/0.mvt', 'z'],
    ['0/-1/0.mvt', 'x'],
    ['3/1/1.5.mvt', 'y'],
    ['3/1/1.png', 'y'],
    ['1e0/0/0.mvt', 'z'],
    ['0/0/.mvt', 'y'],
    ['0/0/0.mvt?colour=green', 'colour'],
    ['0/0/0.mvt?openNow=perhaps', 'openNow'],
    ['0/0/0.mvt?actions=SING', 'actions'],
    ['0/0/0.mvt?categories=no-such-thing', 'categories'],
    ['0/0/0.mvt?objects=no-such-thing', 'objects'],
    ['0/0/0.mvt?organization=no-such-id', 'organization'],
  ])('%s is refused, and %s named', async (path, parameter) => {
    const response = await app.inject(`/tiles/listings/${path}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().parameter).toBe(parameter);
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  // The embedded engine has one backend: nobody holds a lock that another would wait for.
  if (inject('template').engine === 'server') {
    test('a tile that takes too long is given up, to be asked again later', { timeout: 20_000 }, async () => {
      await database.transaction(async (transaction) => {
        await transaction.query(sql`lock table listing in access exclusive mode`);
        const response = await app.inject(url);
        expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '10']);
      });
    });
  }
});

describe('TileJSON', () => {
  test('describes the tiles, their layers and where they begin', async () => {
    const response = await app.inject('/tiles/listings.json?categories=repair,library&openNow=true');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    const description = response.json();
    expect(description).toMatchObject({ tilejson: '3.0.0', minzoom: 0, maxzoom: 16, scheme: 'xyz' });
    expect(description.tiles[0]).toMatch(
      /^http.+\/tiles\/listings\/\{z\}\/\{x\}\/\{y\}\.mvt\?categories=repair%2Clibrary&openNow=true$/,
    );
    const [west, south, east, north] = description.bounds;
    expect([west, east]).toEqual([-180, 180]);
    expect(south).toBeLessThan(north);
    for (const layer of description.vector_layers) {
      const seen = (await tile(4, 8, 5))[layer.id === 'clusters' ? 'clusters' : 'places'];
      const names = seen.flatMap(({ properties }) => Object.keys(properties));
      expect(Object.keys(layer.fields)).toEqual(expect.arrayContaining(names));
    }
  });

  test('names the sources whose licence lets everybody use them, and no others', async () => {
    await database.query(sql`insert into source (slug, kind, name, url, licence, attribution, rank, open) values
      ('test-open', 'OSM', 'Synthetic open', 'https://example.org/open', 'ODbL-1.0', '© Synthetic contributors', 50, true),
      ('test-closed', 'CSV', 'Synthetic closed', null, null, '© Nobody', 60, false),
      ('test-unused', 'CSV', 'Synthetic unused', null, 'CC0-1.0', '© Unused', 60, true)`);
    await database.query(sql`insert into source_record (source_slug, record_id, listing_id, dataset, fetched_at, fields)
      select slug, '1', (select min(id) from listing), 'test', now(), '{}' from source where slug in ('test-open', 'test-closed')`);
    const { attribution } = (await app.inject('/tiles/listings.json')).json();
    expect(attribution).toBe('<a href="https://example.org/open">© Synthetic contributors</a>');
  });

  test('refuses a filter that no tile would take', async () => {
    const response = await app.inject('/tiles/listings.json?categories=no-such-thing');
    expect([response.statusCode, response.json().parameter]).toEqual([400, 'categories']);
  });
});

test.skipIf(!requirements.gdal.met && process.env.CI !== 'true')('GDAL reads a tile', async () => {
  const { z, x, y } = tileOf(12, { lon: 7.68, lat: 45.07 });
  const response = await app.inject(`/tiles/listings/${z}/${x}/${y}.mvt`);
  const folder = mkdtempSync(join(tmpdir(), 'ricircolo-tile-'));
  const file = join(folder, `${y}.mvt`);
  writeFileSync(file, response.rawPayload);
  const report = execFileSync('ogrinfo', ['-al', `MVT:${file}`], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const { places, clusters } = await tile(z, x, y);
  const counts = [...report.matchAll(/Layer name: (\w+)[\s\S]*?Feature Count: (\d+)/g)].map(([, name, count]) => [
    name,
    Number(count),
  ]);
  expect(Object.fromEntries(counts)).toEqual({ listings: places.length, clusters: clusters.length });
});

describe('among twenty thousand places', () => {
  beforeAll(async () => {
    await strewListings(database, 20_000);
    await database.query(sql`analyze tile_cell`);
  });
  const groups = [{ slug: 'repair', categories: ['repair-cafe', 'repair-shop'] }];

  /** The plan of the one statement that reading a tile takes. */
  async function planOf(read: typeof readCells, z: number): Promise<string> {
    const plans: string[] = [];
    const explaining = {
      async query<Row extends object>(statement: Sql): Promise<Row[]> {
        const rows = await database.query<{ 'QUERY PLAN': string }>(sql`explain ${statement}`);
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
        return [];
      },
    };
    const address = tileOf(z, { lon: 12, lat: 43.5 });
    await read(explaining, {
      address,
      condition: sql`l.category <> 'drinking-water'`,
      groups,
      minorCategories: ['recycling-point'],
      now: noon,
    });
    expect(plans).toHaveLength(1);
    return plans[0] ?? '';
  }

  test.each([3, 8, 11])('zoom %i reads the counts kept ready by their key, and single places by theirs', async (z) => {
    const plan = await planOf(readPyramid, z);
    expect(plan).toMatch(/tile_cell_pkey/);
    expect(plan).toMatch(/listing_pkey/);
    expect(plan).not.toMatch(/Seq Scan on (listing|tile_cell)/);
  });

  test.each([12, 14])('zoom %i counts the listings that the index on their point finds', async (z) => {
    const plan = await planOf(readCells, z);
    expect(plan).toMatch(/listing_point_index/);
    expect(plan).not.toMatch(/Seq Scan on listing/);
  });

  test.each([15, 16])('zoom %i reads the listings that the index on their point finds', async (z) => {
    const plan = await planOf(readPlaces, z);
    expect(plan).toMatch(/listing_point_index/);
    expect(plan).not.toMatch(/Seq Scan on listing/);
  });

  test('discs and singles lie in their tile', async () => {
    for (const z of [4, 7, 10]) {
      const { x, y } = tileOf(z, { lon: 12, lat: 43.5 });
      const { clusters, places } = await tile(z, x, y);
      for (const feature of [...clusters, ...places]) {
        const point = feature.loadGeometry()[0]?.[0];
        expect(Math.min(point?.x ?? -1, point?.y ?? -1)).toBeGreaterThanOrEqual(0);
        expect(Math.max(point?.x ?? extent, point?.y ?? extent)).toBeLessThan(extent);
      }
    }
  });
});
