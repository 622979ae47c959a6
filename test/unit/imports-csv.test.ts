import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv } from '../../api/features/imports/formats/csv.ts';
import { parseMapping, readMapping } from '../../api/features/imports/mapping/model.ts';
import { taxonomy } from '../../api/features/taxonomy/data.ts';
import { readAll, temporaryFiles } from '../support/reading.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const write = temporaryFiles();
const base = {
  id: ['nr'],
  position: { lon: 'x', lat: 'y' },
  tags: { name: 'name' },
  categories: { otherwise: 'second-hand-shop' },
};
const read = (content: string | Uint8Array, mapping: object = {}) =>
  readAll(csv, { file: write('table.csv', content), mapping: parseMapping({ ...base, ...mapping }, 'test') });

describe('what is read', () => {
  test('rows, with quotes, commas and line breaks in them', async () => {
    const { places, records, error } = await read(
      'nr,name,x,y\n1,"Synthetic, ""shop""\nno. 1",7.5,45.25\n2,Other, 8 ,46\n',
    );
    expect(error).toBeUndefined();
    expect(places.map(({ fields }) => [fields.name, fields.location])).toEqual([
      ['Synthetic, "shop" no. 1', { lon: 7.5, lat: 45.25 }],
      ['Other', { lon: 8, lat: 46 }],
    ]);
    expect(records.map(({ recordId, where }) => [recordId, where])).toEqual([
      ['1', 'line 3'],
      ['2', 'line 4'],
    ]);
  });

  test('decimal commas and semicolons', async () => {
    const { places } = await read('nr;name;x;y\n1;Synthetic shop;7,5;45,25\n', { delimiter: ';', decimalComma: true });
    expect(places[0]?.fields.location).toEqual({ lon: 7.5, lat: 45.25 });
  });

  test.each([
    ['"51.5, -0.1"', { order: 'lat,lon' }, {}],
    ['"-0.1 51.5"', { order: 'lon,lat' }, {}],
    ['"51,5; -0,1"', { order: 'lat,lon' }, { decimalComma: true }],
    ['51.5|-0.1', { order: 'lat,lon', separator: '|' }, {}],
  ])('a position in one column: %s', async (text, position, more) => {
    const { places } = await read(`nr,name,at\n1,Synthetic shop,${text}\n`, {
      position: { column: 'at', ...position },
      ...more,
    });
    expect(places[0]?.fields.location).toEqual({ lon: -0.1, lat: 51.5 });
  });

  test.each<[BufferEncoding | 'windows-1252', string, Buffer]>([
    ['utf8', 'utf-8', Buffer.from('\ufeffnr,name,x,y\n1,Caffè €,7,45\n')],
    ['utf16le', 'utf-16le', Buffer.from('\ufeffnr,name,x,y\n1,Caffè €,7,45\n', 'utf16le')],
    ['windows-1252', 'windows-1252', Buffer.from('nr,name,x,y\n1,Caff\xe8 \x80,7,45\n', 'latin1')],
  ])('the encoding %s', async (_, encoding, content) => {
    const { places, error } = await read(content, { encoding });
    expect(error).toBeUndefined();
    expect(places[0]?.fields.name).toBe('Caffè €');
  });

  test('tables give categories and the objects of offers, and what they lack is told', async () => {
    const { places, skipped } = await read(
      'nr,name,x,y,kind,things\n1,A,7,45,Tailor|Café,"Toaster, Phone (iPhone, Pixel), Spoon"\n2,B,7,45,Café,\n',
      {
        categories: { column: 'kind', separator: '|', table: { tailor: 'tailor' } },
        offers: [
          {
            action: 'REPAIR',
            column: 'things',
            table: { TOASTER: 'toaster', phone: 'mobile-phone' },
            priceKind: 'PAID',
          },
        ],
      },
    );
    expect(places).toMatchObject([
      {
        fields: {
          categories: ['tailor'],
          offers: [{ action: 'REPAIR', objects: ['toaster', 'mobile-phone'], priceKind: 'PAID' }],
        },
        warnings: ['kind: "Café" is not in the table of categories', 'things: not in the table of objects: Spoon'],
      },
    ]);
    expect(skipped).toEqual(['no category for it in the mapping file']);
  });

  test('columns may bear the names of OpenStreetMap tags', async () => {
    const { places } = await read('nr,nom,x,y,shop,second_hand\n1,Synthetic shop,7,45,books,yes\n', {
      tags: { nom: 'name' },
      osmTags: true,
      categories: undefined,
      constants: { 'addr:country': 'FR' },
    });
    expect(places[0]?.fields).toMatchObject({
      name: 'Synthetic shop',
      categories: ['second-hand-books'],
      address: { country: 'FR' },
    });
  });

  test('values are replaced before they are read', async () => {
    const { places } = await read('nr,name,x,y,mail\n1,A,7,45,No\n', {
      tags: { name: 'name', mail: 'email' },
      replace: { mail: { no: '' } },
    });
    expect(places[0]).toMatchObject({ warnings: [], fields: { name: 'A' } });
  });
});

describe('hostile input', () => {
  test('a row with other columns is refused by its line, and the others are read', async () => {
    const { places, rejections } = await read('nr,name,x,y\n1,A,7,45\n2,B,7\n3,C,7,45\n');
    expect(places.map(({ recordId }) => recordId)).toEqual(['1', '3']);
    expect(rejections).toEqual([{ where: 'line 3', reason: '3 columns, not as many as the first line has' }]);
  });

  test('a file that is cut within a quoted text says at which line', async () => {
    const { places, error } = await read('nr,name,x,y\n1,A,7,45\n2,"B,7,45\n3,C,7,45\n');
    expect(places.map(({ recordId }) => recordId)).toEqual(['1']);
    expect(error?.message).toMatch(/cannot be read after line 2: a quotation mark is never closed/);
  });

  test('a row beyond 16 MB ends the reading at its line, because what follows may be its inside', async () => {
    const { places, rejections, error } = await read(
      `nr,name,x,y\n1,A,7,45\n2,"${'x'.repeat(17_000_000)}",7,45\n3,C,7,45\n`,
    );
    expect([places.map(({ recordId }) => recordId), rejections]).toEqual([['1'], []]);
    expect(error?.message).toMatch(/cannot be read after line 2: a row longer than 16777216 characters/);
  }, 20_000);

  test('a quotation mark inside a text is part of it', async () => {
    const { places } = await read('nr,name,x,y\n1,The "old" shop,7,45\n');
    expect(places[0]?.fields.name).toBe('The "old" shop');
  });

  test('an empty file is told from a table without rows', async () => {
    expect((await read('')).error?.message).toMatch(/is empty/);
    expect((await read('nr,name,x,y\n')).error).toBeUndefined();
  });

  test('another encoding than was said is told by its line', async () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${row},${row === 40 ? 'Caff\xe8' : 'A'},7,45`);
    const { error } = await read(Buffer.from(`nr,name,x,y\n${rows.join('\n')}\n`, 'latin1'));
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/is not utf-8 in or just after line 42; say "encoding"/),
    });
  });

  test('UTF-16 that was not said is told', async () => {
    const { error } = await read(Buffer.from('nr,name,x,y\n1,A,7,45\n', 'utf16le'));
    expect(error).toMatchObject({ name: 'OperatorError', message: expect.stringMatching(/utf-16le/) });
  });

  test.each([
    ['0/0', '0,0', 'position 0/0'],
    ['swapped', '45,107', 'latitude 107 is out of range: longitude and latitude look swapped'],
    ['no number', 'east,north', 'the position is not a pair of numbers'],
    ['none', ',', 'no position'],
  ])('a position that is %s is refused', async (_, position, reason) => {
    const { rejected } = await read(`nr,name,x,y\n1,A,${position}\n`);
    expect(rejected).toEqual([reason]);
  });

  test('a name of 10 MB is refused, and the others are read', async () => {
    const { places, rejected } = await read(`nr,name,x,y\n1,${'x'.repeat(10_000_000)},7,45\n2,B,7,45\n`);
    expect(rejected).toEqual(['name of 10000000 characters (at most 200)']);
    expect(places.map(({ recordId }) => recordId)).toEqual(['2']);
  }, 20_000);

  test.each([
    ['a column that the mapping file names is missing', 'nr;name;x;y\n', /has no column "nr".*1 columns parted by ","/],
    ['a column stands twice', 'nr,name,name,x,y\n', /two columns named "name"/],
  ])('%s', async (_, content, message) => {
    const { error } = await read(content);
    expect(error).toMatchObject({ name: 'OperatorError', message: expect.stringMatching(message) });
  });

  test('without a mapping file a table cannot be read', async () => {
    const { error } = await readAll(csv, { file: write('bare.csv', 'a,b\n') });
    expect(error?.message).toMatch(/needs a mapping file/);
  });
});

describe.skipIf(!requirements.sharedData.met)('real files', () => {
  test('London: 152 repair shops with what they repair', async () => {
    const mapping = await readMapping(join(import.meta.dirname, '../support/mappings/london-repairers.json'));
    const { places, error, rejections } = await readAll(csv, {
      file: join(sharedData, 'csv/london-repairers.csv'),
      mapping,
    });
    expect(error).toBeUndefined();
    expect(rejections).toEqual([]);
    expect(places.length).toBe(152);
    expect(new Set(places.map(({ recordId }) => recordId)).size).toBe(152);
    const known = new Set(taxonomy.objectTypes.map(({ slug }) => slug));
    const objects = places.flatMap(({ fields }) => fields.offers?.flatMap((offer) => offer.objects) ?? []);
    expect(objects.filter((slug) => !known.has(slug))).toEqual([]);
    expect(places.filter(({ fields }) => fields.offers?.[0]?.objects.includes('laptop')).length).toBeGreaterThan(60);
  });
});

describe('a mapping file', () => {
  test('names the key that is wrong', () => {
    expect(() => parseMapping({ delimeter: ';' }, 'm.json')).toThrow(/m\.json is wrong/);
    expect(() => parseMapping({ position: { lon: 'x' } }, 'm.json')).toThrow(/m\.json is wrong at "position"/);
    expect(() => parseMapping({ offers: [{ action: 'EAT' }] }, 'm.json')).toThrow(/at "offers.0.action"/);
  });

  test('that is missing is named', async () => {
    await expect(readMapping('/nowhere/m.json')).rejects.toThrow(
      'The mapping file /nowhere/m.json cannot be read: ENOENT.',
    );
  });

  test('the mapping file of the manual is one', () => {
    const manual = readFileSync(join(import.meta.dirname, '../../docs/import.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';
    expect(parseMapping(JSON.parse(example), 'docs/import.md').position).toEqual({ lon: 'east', lat: 'north' });
  });
});
