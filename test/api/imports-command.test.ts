import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import sql from 'sql-template-tag';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importCommand } from '../../api/features/imports/cli.ts';
import { testDatabase } from '../support/database.ts';
import { dumpTables, emptyListings } from '../support/imports.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'ricircolo-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => emptyListings(database));

/** Runs `ricircolo import …`; answers what it wrote, and the message of the error it ended with. */
async function run(...args: string[]): Promise<{ report: string; error: string | undefined }> {
  const output = new PassThrough({ encoding: 'utf8' });
  const error = await importCommand(
    {
      open: async () => ({ ...database, close: async () => {} }), // the test keeps its database
      now: () => new Date('2026-11-01T10:00:00Z'),
      baseUrl: 'http://127.0.0.1:4000',
      sharedData,
      output,
      notices: new PassThrough(),
    },
    args,
  ).then(
    () => undefined,
    (failure: Error) => failure.message,
  );
  return { report: output.read() ?? '', error };
}

/** The figures of a report: { read: 12, created: 10 … }. */
function figures(report: string): Record<string, number> {
  return Object.fromEntries(
    [...report.matchAll(/^ +(\d+) {2}([a-z -]+)/gm)].map(([, number, label]) => [label?.trim(), Number(number)]),
  );
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const feature = (id: string, lon: number, lat: number, properties: object) =>
  JSON.stringify({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [lon, lat] }, properties });

async function slugs(): Promise<string[]> {
  return (await database.query<{ slug: string }>(sql`select slug from listing order by id`)).map(({ slug }) => slug);
}

describe('the import command', () => {
  test('imports a file, once', async () => {
    const file = write(
      'synthetic-town.geojsonl',
      [
        feature('a', 9, 44, { shop: 'second_hand', name: 'Synthetic A' }),
        feature('b', 9.01, 44, { amenity: 'library', name: 'Synthetic B' }),
        feature('c', 9.02, 44, { shop: 'bakery' }),
      ].join('\n'),
    );
    const options = ['--source', 'synthetic', '--licence', 'CC-BY-4.0', '--attribution', 'Nobody'];
    const first = await run('geojson', file, ...options);
    expect(first.error).toBeUndefined();
    expect(figures(first.report)).toEqual({ read: 3, created: 2, updated: 0, unchanged: 0, 'not circular': 1 });
    expect(first.report).toMatch(/^synthetic \/ synthetic-town\n/);
    const before = await dumpTables(database);
    expect(figures((await run('geojson', file, ...options)).report)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await dumpTables(database)).toEqual(before);
    expect(await database.query(sql`select slug, licence, attribution, open from source`)).toEqual([
      { slug: 'synthetic', licence: 'CC-BY-4.0', attribution: 'Nobody', open: true },
    ]);
  });

  test('writes what it refuses to a file that can be corrected and imported', async () => {
    const file = write(
      'synthetic-rejects.geojsonl',
      [
        feature('a', 9, 44, { shop: 'second_hand', name: 'Synthetic A' }),
        feature('b', 0, 0, { amenity: 'library', name: 'Synthetic B', phone: '+39 010 1' }),
        feature('c', 44, 144, { amenity: 'library', name: 'Synthetic C' }),
      ].join('\n'),
    );
    const rejects = join(folder, 'rejects.geojsonl');
    const { report } = await run('geojson', file, '--source', 'synthetic', '--rejects', rejects);
    expect(figures(report)).toMatchObject({ created: 1, rejected: 2 });
    expect(readFileSync(rejects, 'utf8')).toMatch(/"reason":"line 2: .*0\/0/);
    writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('[0,0]', '[9.1,44]').replace('[44,144]', '[9.2,44]'));
    expect(figures((await run('geojson', rejects, '--source', 'synthetic')).report)).toMatchObject({ created: 2 });
    expect(await slugs()).toEqual(['synthetic-a', 'synthetic-b', 'synthetic-c']);
    // Corrected at the source too, they are the same records.
    writeFileSync(file, readFileSync(file, 'utf8').replace('[0,0]', '[9.1,44]').replace('[44,144]', '[9.2,44]'));
    const whole = await run('geojson', file, '--source', 'synthetic');
    expect(figures(whole.report)).toMatchObject({ read: 3, created: 0 });
    expect(await slugs()).toHaveLength(3);
  });

  test.each([
    [['csv'], /Which file\?/],
    [['kml', 'x.kml'], /There is no format "kml"/],
    [['osm', '/nowhere.osm.pbf'], /\/nowhere\.osm\.pbf cannot be read: ENOENT/],
    [['osm', 'a.pbf', 'b.pbf'], /"b\.pbf" is a second one/],
    [['osm', 'a.pbf', '--dri-run'], /--dri-run[\s\S]*Usage:/],
  ])('called as %j says what is wrong', async (args, message) => {
    expect((await run(...args)).error).toMatch(message);
  });
});

describe.skipIf(!requirements.sharedData.met)('real files', () => {
  const files: [format: string, file: string, ...options: string[]][] = [
    ['osm', 'osm/helsinki.osm.pbf'],
    ['osm', 'osm/london.osm.pbf'],
    ['osm', 'osm/malta.osm.pbf'],
    ['osm', 'osm/lauf.osm.pbf'],
    ['osm', 'osm/monaco.osm.pbf'],
    ['osm', 'osm/andorra.osm.pbf'],
    ['osm', 'osm/stockholm.osm.pbf'],
    ['geojson', 'geojson/firenze-pois.geojson', '--source', 'osm'],
    ['overpass', 'json/overpass-2.json.gz'],
    ['csv', 'csv/london-repairers.csv', '--mapping', 'test/support/mappings/london-repairers.json'],
    ['geojson', 'json/nantes-2020.json', '--mapping', 'test/support/mappings/nantes.json'],
  ];

  test.each(files)(
    '%s %s is imported, every record accounted for, and a second time nothing changes',
    async (format, file, ...options) => {
      const first = await run(format, join(sharedData, file), ...options);
      expect(first.error).toBeUndefined();
      const { read, created, rejected = 0, 'not circular': skipped = 0 } = figures(first.report);
      expect(created).toBeGreaterThan(0);
      expect(read).toBe((created ?? 0) + rejected + skipped);
      expect(await slugs()).toHaveLength(created ?? 0);
      const again = await run(format, join(sharedData, file), ...options);
      expect(figures(again.report)).toMatchObject({ read, created: 0, updated: 0, unchanged: created });
    },
  );

  test('that are cut short lose nothing that was there', async () => {
    const file = join(folder, 'london.osm.pbf');
    copyFileSync(join(sharedData, 'osm/london.osm.pbf'), file);
    chmodSync(file, 0o600);
    await run('osm', file);
    const before = await dumpTables(database);
    truncateSync(file, Math.floor(statSync(file).size * 0.9));
    const { report, error } = await run('osm', file);
    expect(error).toMatch(/london\.osm\.pbf .*byte/);
    expect(figures(report)).toMatchObject({ created: 0, updated: 0 });
    expect(await dumpTables(database)).toEqual(before);
  });
});
