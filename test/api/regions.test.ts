import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { regionsCommand } from '../../api/features/regions/cli.ts';
import { loadRegions, writeRegions } from '../../api/features/regions/load.ts';
import type { RegionRow } from '../../api/features/regions/model.ts';
import { testApp } from '../support/app.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const { ask, database } = await testApp();
beforeAll(async () => {
  await loadRegions(database);
}, 60_000);

/** The codes of the regions that contain a point, from the country down. */
async function around(lon: number, lat: number): Promise<string[]> {
  const rows = await database.query<{ code: string }>(sql`
    select code from region where st_covers(boundary, st_point(${lon}::float8, ${lat}::float8)::geography) order by level`);
  return rows.map(({ code }) => code);
}

const square = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
];
const synthetic = (row: Partial<RegionRow>): RegionRow => ({
  code: 'TEST',
  level: 2,
  parent: null,
  name: 'Synthetic',
  names: {},
  country: 'IT',
  population: null,
  boundary: { type: 'MultiPolygon', coordinates: [square(-60, 0, 1)] },
  source: 'test',
  licence: 'CC0-1.0',
  ...row,
});

describe('the first load', () => {
  test('brings the countries of Europe, the regions and the provinces of Italy, once', async () => {
    expect(await loadRegions(database)).toBe(0);
    const rows = await database.query(
      sql`select level, count(*) from region where source <> 'test' group by level order by level`,
    );
    expect(rows).toEqual([
      { level: 0, count: 50 },
      { level: 1, count: 20 },
      { level: 2, count: 107 },
    ]);
  });

  test.each([
    ['Torino', 7.68, 45.07, ['IT', 'ITC1', 'IT-ISTAT-P001']],
    ['Firenze', 11.25, 43.77, ['IT', 'ITI1', 'IT-ISTAT-P048']],
    ['Cagliari', 9.12, 39.23, ['IT', 'ITG2', 'IT-ISTAT-P092']],
    ['Helsinki', 24.94, 60.18, ['FI']],
    ['London', -0.12, 51.5, ['GB']],
    ['Simferopol', 34.1, 44.95, ['UA']],
    ['Kyrenia', 33.32, 35.3, ['CY']],
    ['the Atlantic', -40, 40, []],
  ])('puts %s where it is', async (_, lon, lat, codes) => {
    expect(await around(lon, lat)).toEqual(codes);
  });

  test('draws regions as the union of their provinces, none overlapping another', async () => {
    const [row] = await database.query<{ overlap: number; valid: boolean }>(sql`
      select coalesce(max(st_area(st_intersection(a.boundary::geometry, b.boundary::geometry))), 0) as overlap,
        bool_and(st_isvalid(a.boundary::geometry)) as valid
      from region a join region b on a.code < b.code and a.level = 1 and b.level = 1
        and st_intersects(a.boundary::geometry, b.boundary::geometry)`);
    expect(row?.valid).toBe(true);
    expect(row?.overlap).toBeLessThan(1e-3);
  });
});

describe('an import', () => {
  test('repairs a boundary that crosses itself', async () => {
    const bow = [
      [
        [-50, 0],
        [-49, 1],
        [-49, 0],
        [-50, 1],
        [-50, 0],
      ],
    ];
    expect(
      await writeRegions(database, [
        synthetic({ code: 'TEST-BOW', boundary: { type: 'MultiPolygon', coordinates: [bow] } }),
      ]),
    ).toEqual([]);
    expect(await around(-49.9, 0.5)).toEqual(['TEST-BOW']);
    expect(await around(-49.5, 0.9)).toEqual([]);
  });

  test('leaves out what encloses no area, and says so', async () => {
    const line = [
      [
        [-50, 0],
        [-49, 1],
        [-50, 0],
        [-50, 0],
      ],
    ];
    expect(
      await writeRegions(database, [
        synthetic({ code: 'TEST-LINE', boundary: { type: 'MultiPolygon', coordinates: [line] } }),
      ]),
    ).toEqual(['TEST-LINE']);
  });

  test('of the same code brings the row up to date', async () => {
    await writeRegions(database, [synthetic({ code: 'TEST-TWICE' })]);
    await writeRegions(database, [synthetic({ code: 'TEST-TWICE', name: 'Renamed', parent: 'IT' })]);
    const rows = await database.query(sql`select name, parent_code from region where code = 'TEST-TWICE'`);
    expect(rows).toEqual([{ name: 'Renamed', parent_code: 'IT' }]);
  });

  test('explains what is missing', async () => {
    await expect(regionsCommand({ database, print: () => {} }, ['import', 'x.geojson'])).rejects.toThrow(
      '--level is missing.',
    );
    await expect(regionsCommand({ database, print: () => {} }, ['import', 'x', '--colour', 'red'])).rejects.toThrow(
      '--colour',
    );
  });

  test.skipIf(!requirements.sharedData.met)('takes the municipalities of metropolitan Torino', async () => {
    const lines: string[] = [];
    const imported = await regionsCommand({ database, print: (line) => lines.push(line) }, [
      'import',
      join(sharedData, 'regions/torino-metro-municipalities.topo.json'),
      '--level',
      '3',
      '--country',
      'IT',
      '--code-property',
      'com_istat_code',
      '--code-prefix',
      'IT-ISTAT-M',
      '--parent-property',
      'prov_istat_code',
      '--parent-prefix',
      'IT-ISTAT-P',
      '--name-property',
      'name',
      '--source',
      'test',
      '--licence',
      'CC-BY-4.0',
    ]);
    expect(imported).toBe(312);
    expect(await around(7.68, 45.07)).toEqual(['IT', 'ITC1', 'IT-ISTAT-P001', 'IT-ISTAT-M001272']);
  });
});

describe('over GraphQL', () => {
  test('a region has names, parents, children and a boundary', async () => {
    const { data, errors } = await ask(`{ region(code: "ITC1") {
      code level name(language: en) country population areaKm2 parent { name(language: it) } children { name } boundary bbox { west south east north } } }`);
    expect(errors).toBeUndefined();
    expect(data.region).toMatchObject({
      code: 'ITC1',
      level: 1,
      name: 'Piedmont',
      country: 'IT',
      parent: { name: 'Italia' },
    });
    expect(data.region.children.map(({ name }: { name: string }) => name)).toEqual([
      'Alessandria',
      'Asti',
      'Biella',
      'Cuneo',
      'Novara',
      'Torino',
      'Verbano-Cusio-Ossola',
      'Vercelli',
    ]);
    expect(data.region.boundary.type).toBe('MultiPolygon');
    expect(data.region.areaKm2).toBeCloseTo(25_392, -3);
    expect(data.region.bbox.west).toBeCloseTo(6.63, 1);
  });

  test('regions are listed by level or by parent; the countries where neither is said', async () => {
    const { data } = await ask(
      '{ countries: regions { level } regions(parent: "IT", level: 1) { code } provinces: regions(level: 2) { code country } }',
    );
    expect(new Set(data.countries.map(({ level }: { level: number }) => level))).toEqual(new Set([0]));
    expect(data.regions).toHaveLength(20);
    expect(data.provinces.filter(({ code }: { code: string }) => code.startsWith('IT-ISTAT')).length).toBe(107);
  });

  test('a region is a node, and an unknown code is null', async () => {
    const { data } = await ask('{ region(code: "FI") { id } none: region(code: "XX") { id } }');
    expect(data.none).toBeNull();
    const again = await ask('query ($id: ID!) { node(id: $id) { ... on Region { code } } }', { id: data.region.id });
    expect(again.data.node).toEqual({ code: 'FI' });
  });

  test('a level that does not exist is bad input', async () => {
    const { errors } = await ask('{ regions(level: 9) { code } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'level' });
  });
});
