import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { geojson, pointOf } from '../../api/features/imports/formats/geojson.ts';
import { parseMapping, readMapping } from '../../api/features/imports/mapping/model.ts';
import { readAll, temporaryFiles } from '../support/reading.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const write = temporaryFiles();

/** A synthetic shop at 7/45. */
const feature = (
  id: string | number | undefined,
  properties: object = {},
  geometry: unknown = { type: 'Point', coordinates: [7, 45] },
) => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  geometry,
  properties: { shop: 'second_hand', name: 'Synthetic shop', ...properties },
});
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', name: 'synthetic', features });
const read = (name: string, content: string | Uint8Array) => readAll(geojson, { file: write(name, content) });

describe('what is read', () => {
  const features = [feature(1), feature('b'), feature(undefined, { '@id': 'way/12' }), feature(undefined)];
  const ids = ['1', 'b', 'way/12'];

  test.each([
    ['a collection', 'a.geojson', collection(...features), 'feature 4'],
    [
      'a collection over many lines',
      'a2.geojson',
      JSON.stringify(JSON.parse(collection(...features)), null, 2),
      'feature 4',
    ],
    ['a collection packed with gzip', 'a.geojson.gz', gzipSync(collection(...features)), 'feature 4'],
    ['a collection with a byte-order mark', 'b.geojson', `\ufeff${collection(...features)}`, 'feature 4'],
    ['a sequence by lines', 'c.geojsonl', `${features.map((one) => JSON.stringify(one)).join('\n')}\n`, 'line 4'],
    [
      'a sequence by RFC 8142',
      'd.geojsons',
      features.map((one) => `\u001e${JSON.stringify(one, null, 1)}\n`).join(''),
      'feature 4',
    ],
    ['an array of features', 'e.json', JSON.stringify(features), 'feature 4'],
  ])('%s', async (_, name, content, last) => {
    const { records, places, error } = await read(name, content);
    expect(error).toBeUndefined();
    expect(records.map(({ recordId }) => recordId)).toEqual([...ids, last]);
    expect(places.map(({ fields }) => fields.location)).toEqual(Array(4).fill({ lon: 7, lat: 45 }));
  });

  test('a single feature, and an empty collection', async () => {
    expect((await read('single.geojson', JSON.stringify(feature(5)))).records.map(({ recordId }) => recordId)).toEqual([
      '5',
    ]);
    const empty = await read('none.geojson', collection());
    expect([empty.records, empty.error]).toEqual([[], undefined]);
  });

  test('an element of OpenStreetMap keeps its address there', async () => {
    const { records } = await read('osm.geojson', collection(feature(undefined, { '@id': 'node/7' })));
    expect(records[0]?.url).toBe('https://www.openstreetmap.org/node/7');
  });

  test('records are cut apart wherever the chunks of the file end', async () => {
    const many = Array.from({ length: 3000 }, (_, number) =>
      feature(number, { note: `"quoted" \\ {[,]} ${'é'.repeat(number % 97)}` }),
    );
    const { records, error } = await read('many.geojson', collection(...many));
    expect(error).toBeUndefined();
    expect(records.map(({ tags }) => tags.note)).toEqual(
      many.map(({ properties }) => 'note' in properties && properties.note),
    );
  });

  test.each<[object, object | undefined]>([
    [
      { type: 'Point', coordinates: [7, 45, 200] },
      { lon: 7, lat: 45 },
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      },
      { lon: 2, lat: 2 },
    ],
    [
      { type: 'MultiPoint', coordinates: [[1, 1]] },
      { lon: 1, lat: 1 },
    ],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [3, 4] }] },
      { lon: 3, lat: 4 },
    ],
    [{ type: 'Polygon', coordinates: [] }, undefined],
    [{ type: 'Point', coordinates: ['7', '45'] }, undefined],
    [{ type: 'Blob', coordinates: [7, 45] }, undefined],
  ])('the point of %j is %j', (geometry, point) => {
    expect(pointOf(geometry)).toEqual(point);
  });

  test('the largest polygon of several gives the point', () => {
    const square = (at: number, size: number) => [
      [
        [at, at],
        [at + size, at],
        [at + size, at + size],
        [at, at + size],
        [at, at],
      ],
    ];
    const point = pointOf({ type: 'MultiPolygon', coordinates: [square(0, 0.1), square(10, 1)] });
    expect(point?.lon).toBeGreaterThan(10);
    expect(point?.lon).toBeLessThan(11);
  });

  test('lists and inner objects become text', async () => {
    const { records } = await read(
      'inner.geojson',
      collection(feature(1, { contact: { phone: '123' }, cuisine: ['a', 'b'], level: 2, none: null })),
    );
    expect(records[0]?.tags).toMatchObject({ 'contact:phone': '123', cuisine: 'a;b', level: '2' });
    expect(records[0]?.tags).not.toHaveProperty('none');
  });
});

describe('hostile input', () => {
  const good = (id: number) => JSON.stringify(feature(id));

  test('a malformed feature is refused by its number and byte, and the others are read', async () => {
    const { records, rejections } = await read(
      'bad.geojson',
      `{"features": [${good(1)}, {"type": "Feature", oops}, 7, ${good(2)}]}`,
    );
    expect(records.map(({ recordId }) => recordId)).toEqual(['1', '2']);
    expect(rejections.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      expect.stringMatching(/^feature 2 \(byte \d+\): not valid JSON$/),
      'feature 3: not an object',
    ]);
  });

  test('a malformed line is refused by its number, and the others are read', async () => {
    const { records, rejections } = await read('bad.ndjson', `${good(1)}\n{"type":\n\n${good(2)}\n`);
    expect(records.map(({ recordId }) => recordId)).toEqual(['1', '2']);
    expect(rejections).toEqual([{ where: expect.stringMatching(/^line 2 /), reason: 'not valid JSON' }]);
  });

  test('a key given twice is told, and the last one counts', async () => {
    const { records } = await read(
      'twice.geojson',
      '{"features":[{"type":"Feature","id":1,"geometry":null,"properties":{"name":"a","na\\u006de":"b"}}]}',
    );
    expect(records[0]?.tags.name).toBe('b');
    expect(records[0]?.warnings).toEqual(['the key "name" is given twice; the last one counts']);
  });

  test('a name of 10 MB and a feature beyond 16 MB are refused, and the others are read', async () => {
    const long = [feature(2, { name: 'x'.repeat(10_000_000) }), feature(3, { name: 'x'.repeat(17_000_000) })];
    const { places, rejected, rejections } = await read('long.geojson', collection(feature(1), ...long, feature(4)));
    expect(places.map(({ recordId }) => recordId)).toEqual(['1', '4']);
    expect(rejected).toEqual(['name of 10000000 characters (at most 200)']);
    expect(rejections).toEqual([{ where: expect.stringMatching(/^feature 3 /), reason: 'longer than 16777216 bytes' }]);
  });

  test('a feature in another encoding is refused, and the others are read', async () => {
    const latin = Buffer.from(JSON.stringify(feature(2, { name: 'Caffè' })), 'latin1');
    const { places, rejections } = await read(
      'latin.geojson',
      Buffer.concat([Buffer.from(`[${good(1)},`), latin, Buffer.from(`,${good(3)}]`)]),
    );
    expect(places.map(({ recordId }) => recordId)).toEqual(['1', '3']);
    expect(rejections.map(({ reason }) => reason)).toEqual(['not valid UTF-8']);
  });

  test('a file that was cut says so, and gives what came before', async () => {
    const { records, error } = await read('cut.geojson', collection(feature(1), feature(2), feature(3)).slice(0, -40));
    expect(records.map(({ recordId }) => recordId)).toEqual(['1', '2']);
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/ends at byte \d+ in the middle of record 3: it is truncated/),
    });
  });

  test('gzip that was cut says so', async () => {
    const whole = gzipSync(
      collection(...Array.from({ length: 2000 }, (_, id) => feature(id, { note: String(Math.sin(id)) }))),
    );
    const { error } = await read('cut.geojson.gz', whole.subarray(0, whole.length - 100));
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/is broken gzip after byte \d+ of \d+/),
    });
  });

  test('a gzip bomb is refused before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('['), Buffer.alloc(200_000_000, ' ')]));
    const { error } = await read('bomb.geojson.gz', bomb);
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/refused as a decompression bomb/),
    });
  });

  test.each([
    ['HTML', '<html></html>', /is not JSON: it begins with "<html>/],
    ['UTF-16', Buffer.from(collection(feature(1)), 'utf16le'), /UTF-16/],
    ['nothing', '', /is empty/],
    ['other JSON', '{"a": [1]}', /has no array named "features"/],
    ['brackets that do not match', '{"features": []}}', /a bracket too many at byte 16/],
  ])('%s is no GeoJSON', async (_, content, message) => {
    const { error } = await read('other.geojson', content);
    expect(error).toMatchObject({ name: 'OperatorError', message: expect.stringMatching(message) });
  });

  test('keys of JavaScript objects are only texts', async () => {
    const { records } = await read(
      'proto.geojson',
      '[{"type":"Feature","geometry":null,"properties":{"__proto__":{"polluted":"yes"},"constructor":"x"}}]',
    );
    expect(records[0]?.tags).toEqual({ '__proto__:polluted': 'yes', constructor: 'x' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a mapping file', () => {
  test('reads properties in other words', async () => {
    const mapping = parseMapping(
      {
        id: ['nr'],
        tags: { nome: 'name', sito: 'website' },
        categories: { column: 'tipo', table: { Usato: 'second-hand-shop' } },
      },
      'test',
    );
    const file = write(
      'words.geojson',
      collection(
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [7, 45] },
          properties: { nr: 3, nome: 'Synthetic shop', tipo: 'usato ', sito: 'example.org' },
        },
        { type: 'Feature', geometry: { type: 'Point', coordinates: [7, 45] }, properties: { nr: 4, tipo: 'bar' } },
      ),
    );
    const { places, skipped } = await readAll(geojson, { file, mapping });
    expect(places).toEqual([
      {
        recordId: '3',
        warnings: [],
        fields: {
          categories: ['second-hand-shop'],
          location: { lon: 7, lat: 45 },
          name: 'Synthetic shop',
          website: 'https://example.org/',
        },
      },
    ]);
    expect(skipped).toEqual(['no category for it in the mapping file']);
  });
});

describe.skipIf(!requirements.sharedData.met)('real files', () => {
  test('Firenze: every point is a place', async () => {
    const { records, places, error } = await readAll(geojson, {
      file: join(sharedData, 'geojson/firenze-pois.geojson'),
    });
    expect(error).toBeUndefined();
    expect([records.length, places.length]).toEqual([1172, 1172]);
    const count = (category: string) => places.filter(({ fields }) => fields.categories[0] === category).length;
    expect(['recycling-point', 'library', 'bicycle-sharing', 'bicycle-repair', 'antiques'].map(count)).toEqual([
      667, 284, 164, 24, 21,
    ]);
  });

  test('Nantes: an array of objects with keys given twice', async () => {
    const mapping = await readMapping(join(import.meta.dirname, '../support/mappings/nantes.json'));
    const { records, places, skipped, rejected, error } = await readAll(geojson, {
      file: join(sharedData, 'json/nantes-2020.json'),
      mapping,
    });
    expect(error).toBeUndefined();
    expect(records.length).toBe(356);
    expect(places.length + skipped.length + rejected.length).toBe(356);
    expect(places.length).toBe(310);
    expect(records.filter(({ warnings }) => warnings).length).toBe(12);
    expect(records[0]).toMatchObject({ recordId: 'way/270901433', tags: { nom: 'Trocantons Belligné' } });
  });
});
