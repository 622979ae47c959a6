import sql from 'sql-template-tag';
import { beforeAll, expect, it, vi } from 'vitest';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';
import { insertOrganization } from '../support/organizations.ts';
import { type Browser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { app, database } = test;
const person = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

let owner: Browser;
let listing = '';
let address = 0;

beforeAll(async () => {
  owner = await signInByMail(test, 'viewed@synthetic.example');
  const { id } = (await owner.ask('{ viewer { id } }')).data.viewer;
  const organizationId = await insertOrganization(database, [[id, 'OWNER']]);
  const [row] = await insertListings(database, [
    { slug: 'viewed', location: { lon: 1, lat: 1 }, organizationId },
    { slug: 'draft', location: { lon: 1, lat: 1 }, organizationId, status: 'DRAFT' },
  ]);
  listing = Buffer.from(`Listing:${row}`).toString('base64');
});

async function views(): Promise<number> {
  const { data } = await owner.ask('query ($id: ID!) { listing(id: $id) { viewsThisMonth } }', { id: listing });
  return data.listing.viewsThisMonth;
}

/** From another address each time. */
async function look(
  options: { url?: string; method?: 'GET' | 'POST' | 'HEAD'; headers?: Record<string, string> } = {},
) {
  address += 1;
  const { url = '/listings/viewed', method = 'GET', headers = {} } = options;
  const remoteAddress = `198.51.100.${address % 250}`;
  return app.inject({ method, url, remoteAddress, headers: { 'user-agent': person, ...headers } });
}
/** The next look that counts shows that none of those before it did. */
async function expectNoneCounted(before: number) {
  await look();
  await vi.waitFor(async () => expect(await views()).toBe(before + 1));
}

it('a page that is opened and a place that the application opens count, each once', async () => {
  expect(await views()).toBe(0);
  expect((await look()).statusCode).toBe(200);
  const told = await look({ method: 'POST', url: '/api/views?listing=viewed' });
  expect([told.statusCode, told.body, told.headers['set-cookie']]).toEqual([204, '', undefined]);
  await vi.waitFor(async () => expect(await views()).toBe(2));
});

it('robots, pages loaded in advance, other sites and what is not public do not count', async () => {
  const before = await views();
  for (const agent of [
    '',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0)',
    'facebookexternalhit/1.1',
    'curl/8.5.0',
    'python-requests/2.32',
    'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0',
  ]) {
    await look({ headers: { 'user-agent': agent } });
    await look({ method: 'POST', url: '/api/views?listing=viewed', headers: { 'user-agent': agent } });
  }
  await look({ headers: { 'sec-purpose': 'prefetch;prerender' } });
  await look({ method: 'HEAD' });
  await look({ url: '/listings/viewed/' });
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  await look({ method: 'POST', url: '/api/views?listing=viewed', headers: elsewhere });
  for (const slug of ['draft', 'nothing', '', 'x'.repeat(300), '%00', 'viewed&listing=viewed']) {
    expect((await look({ method: 'POST', url: `/api/views?listing=${slug}` })).statusCode).toBe(204);
  }
  await expectNoneCounted(before);
  expect(await database.query(sql`select count(*) from listing_views`)).toEqual([{ count: 1 }]);
});

it('one address adds so much and no more', async () => {
  const before = await views();
  for (let index = 0; index < 125; index += 1) {
    await app.inject({ url: '/api/views?listing=viewed', method: 'POST', headers: { 'user-agent': person } });
  }
  await expectNoneCounted(before + 120);
});

it('nothing of who looked is kept: a number a day, from this month on', async () => {
  const columns = await database.query<{ name: string }>(sql`select column_name as name
    from information_schema.columns where table_name = 'listing_views' order by 1`);
  expect(columns.map(({ name }) => name)).toEqual(['count', 'day', 'listing_id']);
  const before = await views();
  await database.query(sql`insert into listing_views (listing_id, day, count)
    select id, (date_trunc('month', now() at time zone 'UTC') - interval '1 day')::date, 1000
    from listing where slug = 'viewed'`);
  expect(await views()).toBe(before);
});
