import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type AddressColumns, readAddresses } from '../../api/features/regions/formats/addresses.ts';
import { readBoundaries } from '../../api/features/regions/formats/boundaries.ts';
import { readStreets } from '../../api/features/regions/formats/streets.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const folder = mkdtempSync(join(tmpdir(), 'ricircolo-regions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Synthetic content in a file of its own. */
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
/** Everything that a reader yields. */
async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};

describe('boundaries', () => {
  const mapping = {
    level: 2,
    country: 'IT',
    codeProperty: 'code',
    nameProperty: 'name',
    codePrefix: 'TEST-P',
    parentProperty: 'region',
    parentPrefix: 'TEST-R',
    source: 'test',
    licence: 'CC0-1.0',
  } as const;

  test('of GeoJSON become regions', async () => {
    const path = file(
      'one.geojson',
      collection({ type: 'Feature', properties: { code: 7, name: 'Synthetic', region: '01' }, geometry: square }),
    );
    expect(await readBoundaries(path, mapping)).toEqual([
      expect.objectContaining({
        code: 'TEST-P7',
        parent: 'TEST-R01',
        name: 'Synthetic',
        level: 2,
        boundary: { type: 'MultiPolygon', coordinates: [square.coordinates] },
      }),
    ]);
  });

  test('without the named property are refused with the names that there are', async () => {
    const path = file(
      'lacking.geojson',
      collection({ type: 'Feature', properties: { id: 7, name: 'Synthetic' }, geometry: square }),
    );
    await expect(readBoundaries(path, mapping)).rejects.toThrow(
      `Feature 1 of ${path} has no property "code"; it has: id, name.`,
    );
  });

  test('that are points are refused', async () => {
    const path = file(
      'points.geojson',
      collection({
        type: 'Feature',
        properties: { code: 1, name: 'x', region: '1' },
        geometry: { type: 'Point', coordinates: [0, 0] },
      }),
    );
    await expect(readBoundaries(path, mapping)).rejects.toThrow('is no polygon but Point');
  });

  test('in a truncated file are refused in one sentence', async () => {
    await expect(readBoundaries(file('cut.geojson', '{"type":"FeatureColl'), mapping)).rejects.toThrow(
      'cannot be read as JSON',
    );
  });

  test.skipIf(!requirements.sharedData.met)(
    'of TopoJSON become regions: the 312 municipalities around Torino',
    async () => {
      const regions = await readBoundaries(join(sharedData, 'regions/torino-metro-municipalities.topo.json'), {
        ...mapping,
        level: 3,
        codeProperty: 'com_istat_code',
        parentProperty: 'prov_istat_code',
      });
      expect(regions).toHaveLength(312);
      expect(regions.find(({ code }) => code === 'TEST-P001272')?.name).toBe('Torino');
    },
  );
});

const town = { source: 'test', licence: 'CC0-1.0', city: 'Testville', country: 'IT' };

test('a street stands at a point on its line, and nameless lines are left out', async () => {
  const path = file(
    'streets.geojson',
    collection(
      {
        type: 'Feature',
        properties: { name: 'Via Sintetica' },
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [7, 45],
              [7.1, 45],
            ],
            [
              [7.2, 45.1],
              [7.3, 45.2],
              [7.4, 45.3],
            ],
          ],
        },
      },
      {
        type: 'Feature',
        properties: { name: '11' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [7, 45],
            [7.1, 45],
          ],
        },
      },
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: [
            [7, 45],
            [7.1, 45],
          ],
        },
      },
    ),
  );
  const streets = await all(readStreets(path, town, 'name'));
  expect(streets).toEqual([
    expect.objectContaining({
      kind: 'STREET',
      name: 'Via Sintetica',
      context: 'Testville',
      lon: 7.3,
      lat: 45.2,
      searchText: '|via sintetica|,testville',
    }),
  ]);
});

describe('addresses', () => {
  const columns: AddressColumns = {
    street: ['type', 'street'],
    number: ['number', 'suffix'],
    postcode: 'postcode',
    lon: 'X',
    lat: 'Y',
  };
  const header = 'X,Y,type,street,number,suffix,postcode\n';

  test('are read with suffix and postcode, and their street once', async () => {
    const path = file(
      'addresses.csv',
      `${header}8.1,44.9,Via,Sintetica,70,A,15100\n8.2,44.9,Via,Sintetica,72,,15100\n,,Via,Sintetica,74,,15100\n`,
    );
    expect(await all(readAddresses(path, town, columns))).toEqual([
      expect.objectContaining({
        kind: 'ADDRESS',
        name: 'Via Sintetica 70/A',
        searchText: '|via sintetica 70 a|via sintetica 70a|,testville,15100',
      }),
      expect.objectContaining({ kind: 'ADDRESS', name: 'Via Sintetica 72', lon: 8.2 }),
      expect.objectContaining({ kind: 'STREET', name: 'Via Sintetica', postcodes: [] }),
    ]);
  });

  test('of a file without a column are refused with the columns that there are', async () => {
    const path = file('columns.csv', 'X,Y,street,number\n1,2,a,3\n');
    await expect(all(readAddresses(path, town, columns))).rejects.toThrow(
      'has no column type, suffix, postcode; it has: X, Y, street, number.',
    );
  });
});
