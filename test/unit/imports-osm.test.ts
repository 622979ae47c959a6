import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contains, joinRings, pointInPolygon } from '../../api/features/imports/formats/geometry.ts';
import { osm } from '../../api/features/imports/formats/osm.ts';
import { compareWithOsmium } from '../../api/features/imports/osmium.ts';
import { blob, readAll, syntheticExtract, temporaryFiles } from '../support/reading.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const write = temporaryFiles();
const shop = { shop: 'second_hand', name: 'Synthetic shop' };

/** A building in the shape of a U, open to the north: the middle of its box lies outside. */
const bent: [number, number][] = [
  [0, 0],
  [3, 0],
  [3, 3],
  [2, 3],
  [2, 1],
  [1, 1],
  [1, 3],
  [0, 3],
  [0, 0],
];
const nodes = bent
  .slice(0, -1)
  .map(([x, y], position) => ({ id: position + 1, lon: 7 + x / 1000, lat: 45 + y / 1000 }));
const outline = [1, 2, 3, 4, 5, 6, 7, 8, 1];
const rings = [nodes.map(({ lon, lat }): [number, number] => [lon, lat])];

describe('a synthetic extract', () => {
  test('gives nodes as they are, closed ways and multipolygons by a point inside, open ways by one on them', async () => {
    const file = write(
      'all.osm.pbf',
      syntheticExtract({
        nodes: [
          ...nodes,
          { id: 99, lon: -0.1234567, lat: 51.5, tags: shop },
          { id: 100, lon: 1, lat: 1, tags: { highway: 'stop' } },
        ],
        ways: [
          { id: 1, nodeIds: outline, tags: shop },
          { id: 2, nodeIds: [1, 2, 3], tags: shop },
          { id: 3, nodeIds: outline.slice(0, 5) },
          { id: 4, nodeIds: outline.slice(4) },
        ],
        relations: [
          {
            id: 1,
            tags: { ...shop, type: 'multipolygon' },
            members: [
              { type: 'way', id: 3, role: 'outer' },
              { type: 'way', id: 4, role: 'outer' },
            ],
          },
        ],
      }),
    );
    const { records, error } = await readAll(osm, { file });
    expect(error).toBeUndefined();
    expect(records.map(({ recordId }) => recordId)).toEqual(['node/99', 'way/1', 'way/2', 'relation/1']);
    const [node, closed, open, area] = records;
    expect(node).toMatchObject({
      point: { lon: -0.1234567, lat: 51.5 },
      tags: shop,
      url: 'https://www.openstreetmap.org/node/99',
      fetchedAt: new Date(1_700_000_000_000),
    });
    expect(closed?.point && contains(rings, closed.point)).toBe(true);
    expect(open?.point).toEqual({ lon: nodes[1]?.lon, lat: nodes[1]?.lat });
    expect(area?.point && contains(rings, area.point)).toBe(true);
  });

  test('names what has no position in it', async () => {
    const file = write(
      'partial.osm.pbf',
      syntheticExtract({
        nodes,
        ways: [{ id: 1, nodeIds: [501, 502], tags: shop }],
        relations: [
          { id: 1, tags: { ...shop, type: 'multipolygon' }, members: [{ type: 'way', id: 77, role: 'outer' }] },
          { id: 2, tags: { ...shop, type: 'site' }, members: [{ type: 'node', id: 1, role: '' }] },
        ],
      }),
    );
    const { records, rejections } = await readAll(osm, { file });
    expect(records).toEqual([]);
    expect(rejections.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'way/1: none of its nodes is in this file',
      'relation/1: outline not whole in this file (0 of 1 members)',
      'relation/2: a relation of type site, which has no area',
    ]);
  });

  test('that ends too early says at which byte, and gives what came before', async () => {
    const whole = syntheticExtract({
      nodes: [{ id: 9, lon: 7, lat: 45, tags: shop }],
      ways: [{ id: 1, nodeIds: [9, 9], tags: shop }],
    });
    const { records, error } = await readAll(osm, { file: write('cut.osm.pbf', whole.subarray(0, -5)) });
    expect(records.map(({ recordId }) => recordId)).toEqual(['node/9']);
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/from byte \d+ of \d+ on: the file ends inside a block/),
    });
  });

  test('with a damaged block says at which byte', async () => {
    const whole = Buffer.from(syntheticExtract({ nodes: [{ id: 9, lon: 7, lat: 45, tags: shop }] }));
    whole.fill(0xff, 80, 100);
    const { error } = await readAll(osm, { file: write('damaged.osm.pbf', whole) });
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/cannot be read from byte \d+ of \d+ on/),
    });
  });

  test('with a block that unpacks to more than the format allows is refused', async () => {
    const bomb = Buffer.concat([syntheticExtract({}), blob('OSMData', new Uint8Array(33 * 1024 * 1024))]);
    const { error } = await readAll(osm, { file: write('bomb.osm.pbf', bomb) });
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/from byte \d+ .* larger than 33554432/),
    });
  });

  test.each([
    ['a text', Buffer.from('<?xml version="1.0"?><osm/>'), /this is no OSM PBF file/],
    ['nothing', Buffer.alloc(0), /is empty/],
  ])('%s is no extract', async (_, content, message) => {
    const { error } = await readAll(osm, { file: write('other.pbf', content) });
    expect(error).toMatchObject({ name: 'OperatorError', message: expect.stringMatching(message) });
  });

  test('a missing file is named', async () => {
    const { error } = await readAll(osm, { file: '/nowhere/at/all.osm.pbf' });
    expect(error).toMatchObject({ name: 'OperatorError', message: '/nowhere/at/all.osm.pbf does not exist.' });
  });
});

describe('geometry', () => {
  test('rings join whatever the direction of their parts, and open ones are left out', () => {
    expect(
      joinRings([
        [1, 2, 3],
        [5, 4, 3],
        [5, 1],
      ]),
    ).toEqual([[5, 1, 2, 3, 4, 5]]);
    expect(
      joinRings([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual([]);
  });

  test('a point is never in a hole', () => {
    const square = (size: number): [number, number][] => [
      [-size, -size],
      [size, -size],
      [size, size],
      [-size, size],
      [-size, -size],
    ];
    const withHole = [square(1), square(0.5)];
    const point = pointInPolygon(withHole);
    expect(point && contains(withHole, point)).toBe(true);
  });

  test('an area of nothing still has a point', () => {
    expect(
      pointInPolygon([
        [
          [7, 45],
          [7, 45],
          [7, 45],
          [7, 45],
        ],
      ]),
    ).toEqual({ lon: 7, lat: 45 });
  });
});

describe.skipIf(!requirements.sharedData.met)('real extracts', () => {
  /** Elements read, and listings among them. */
  const counts = {
    andorra: [69, 69],
    helsinki: [126, 125],
    lauf: [33, 33],
    london: [82, 82],
    malta: [65, 65],
    monaco: [44, 44],
    stockholm: [7, 5],
  };

  test.each(Object.entries(counts))('%s gives its circular places', async (town, [read, listings]) => {
    const file = join(sharedData, 'osm', `${town}.osm.pbf`);
    let share = 0;
    const { records, places, rejections, error } = await readAll(osm, {
      file,
      onProgress: ({ bytesRead, totalBytes }) => {
        share = bytesRead / (totalBytes ?? Number.NaN);
      },
    });
    expect(error).toBeUndefined();
    expect(rejections).toEqual([]);
    expect([records.length, places.length]).toEqual([read, listings]);
    expect(share).toBe(1);
  });

  test('an extract that was cut gives what came before, and the byte', async () => {
    const whole = readFileSync(join(sharedData, 'osm', 'london.osm.pbf'));
    const { records, error } = await readAll(osm, { file: write('london-cut.osm.pbf', whole.subarray(0, 700_000)) });
    expect(records.length).toBe(72);
    expect(error?.message).toMatch(
      /from byte 650821 of 700000 on: the file ends inside a block that needs 98549 more bytes/,
    );
  });

  test.skipIf(!requirements.osmium.met).each(Object.keys(counts))(
    '%s differs from osmium for known reasons only',
    async (town) => {
      const [one] = await compareWithOsmium([join(sharedData, 'osm', `${town}.osm.pbf`)]);
      const sum = (tally: Record<string, number> = {}) =>
        Object.values(tally).reduce((total, count) => total + count, 0);
      expect(one?.osmium).toBeGreaterThan(0);
      expect(one?.unexplained).toBe(0);
      expect((one?.osmium ?? 0) - sum(one?.onlyOsmium) + sum(one?.onlyOurs)).toBe(one?.read);
      expect(sum(one?.mapped) + sum(one?.skipped) + sum(one?.rejected)).toBe(one?.read);
    },
    30_000,
  );
});
