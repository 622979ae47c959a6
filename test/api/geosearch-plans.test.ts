import sql, { type Sql } from 'sql-template-tag';
import { beforeAll, expect, it } from 'vitest';
import type { SearchInput } from '../../api/features/geosearch/model.ts';
import { countFound, openSearch, readSearchPage } from '../../api/features/geosearch/service.ts';
import { suggest } from '../../api/features/geosearch/suggest.ts';
import type { Database } from '../../api/platform/database.ts';
import { testApp } from '../support/app.ts';
import { strewListings } from '../support/listings.ts';

const { ask, database, services } = await testApp();
const context = { taxonomy: services.taxonomy, now: new Date() };

beforeAll(() => strewListings(database, 20_000), 120_000);

/** A database that explains the statements whose name is `name` instead of running them. */
function explaining(name: string, plans: string[]): Database {
  const query = async (statement: Sql) => {
    if (!statement.text.includes(`/* ${name} */`)) return database.query(statement);
    const rows = await database.query<{ 'QUERY PLAN': string }>(sql`explain ${statement}`);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    return [];
  };
  // The rows are none, whatever the statement would have selected.
  const explain = query as Database['query'];
  return { ...database, query: explain, transaction: (work) => work({ query: explain }) };
}

async function planOf(name: string, input: SearchInput): Promise<string> {
  const plans: string[] = [];
  const search = await openSearch({ ...context, database: explaining(name, plans) }, input);
  await readSearchPage(search, new Set(['name', 'offers']));
  if (name === 'geosearch.count') await countFound(search);
  expect(plans).toHaveLength(1);
  return plans[0] ?? '';
}

it.each<[search: string, index: string, input: SearchInput]>([
  ['geosearch.near', 'listing_position_index', { near: { lon: 11.25, lat: 43.77 } }],
  [
    'geosearch.near',
    'listing_position_index',
    { near: { lon: 11.25, lat: 43.77, radiusMeters: 200_000 }, where: { categories: ['repair'], actions: ['REPAIR'] } },
  ],
  ['geosearch.page', 'listing_search_text_index', { where: { text: 'sinttico 1f0e3dad' } }],
  ['geosearch.page', 'listing_name_sort_id_index', {}],
  ['geosearch.page', 'listing_name_sort_id_index', { last: 5 }],
  ['geosearch.page', 'listing_updated_at_id_index', { orderBy: 'UPDATED' }],
  ['geosearch.count', 'listing_point_index', { within: { bbox: { west: 11, south: 43, east: 11.2, north: 43.2 } } }],
  ['geosearch.count', 'listing_point_index', { within: { bbox: { west: 16.9, south: 43, east: 7.1, north: 43.2 } } }],
  [
    'geosearch.count',
    'listing_point_index',
    {
      within: {
        polygon: {
          type: 'Polygon',
          coordinates: [
            [
              [11, 43],
              [11.2, 43],
              [11.2, 43.2],
              [11, 43],
            ],
          ],
        },
      },
    },
  ],
])('%s reads %s %#', async (name, index, input) => {
  expect(await planOf(name, input)).toContain(index);
});

it('the nearest of a whole region are read outward from the point, and no more of them', async () => {
  const plan = await planOf('geosearch.near', { near: { lon: 11.25, lat: 43.77, radiusMeters: 200_000 } });
  expect(plan).toMatch(/Index Scan using listing_position_index.*Order By: \("?position"? <->/s);
});

it('a later page of names begins where the one before ended, in the index', async () => {
  const first = await readSearchPage(await openSearch({ ...context, database }, { first: 5 }), new Set());
  const plan = await planOf('geosearch.page', { after: first.pageInfo.endCursor });
  expect(plan).toMatch(/Index Cond: \(ROW\(name_sort, id\) >/);
});

it.each([
  ['of', 'geosearch.suggestBeginning', 'listing_name_sort_id_index'],
  ['sintetico 1f0e3d', 'geosearch.suggestLike', 'listing_search_text_index'],
])('suggestions for "%s" read their index', async (text, name, index) => {
  const plans: string[] = [];
  const explained = { ...context, database: explaining(name, plans) };
  await suggest(explained, { text, language: 'it', listingFields: new Set() });
  expect(plans.join()).toContain(index);
});

it('the nearest twenty with category, position, distance and offers take one statement', async () => {
  const statements = await statementsOf(`{
    listings(near: { lon: 11.25, lat: 43.77, radiusMeters: 50000 }) {
      edges { distanceMeters node { name category { slug } location { lon lat } offers { action { code } } } }
    } }`);
  expect(statements).toEqual(['geosearch.near']);
});

it('relations of a page take one statement each, however long the page', async () => {
  const statements = await statementsOf(`{
    listings(near: { lon: 11.25, lat: 43.77, radiusMeters: 100000 }, first: 50) {
      nodes { sources { recordId } provenance { field } revisions(first: 2) { nodes { at } } }
    } }`);
  expect(statements.sort()).toEqual([
    'geosearch.near',
    'listings.provenance',
    'listings.revisions',
    'listings.sourceRecords',
  ]);
});

/** Names of the statements that a query takes. */
async function statementsOf(query: string): Promise<string[]> {
  const statements: string[] = [];
  const { query: original } = services.database;
  services.database.query = (statement) => {
    statements.push(/\/\* ([\w.]+) \*\//.exec(statement.text)?.[1] ?? statement.text);
    return original(statement);
  };
  try {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).length).toBeGreaterThan(1000);
  } finally {
    services.database.query = original;
  }
  return statements;
}
