import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { tellCommand } from '../../api/features/tell/cli.ts';
import { type Answer, testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const now = new Date('2026-06-15T12:00:00Z');
const { app, ask, database } = await testApp({ now });
const globalId = (type: string, id: number | undefined) => Buffer.from(`${type}:${id}`).toString('base64');
const location = { lon: 7.68, lat: 45.07 };
const [shop = 0, winner = 0, draft = 0] = await insertListings(database, [
  { location, name: 'Synthetic shop' },
  { location, name: 'Synthetic winner' },
  { location, name: 'Synthetic draft', status: 'DRAFT' },
]);
const [merged = 0] = await insertListings(database, [{ location, status: 'MERGED', mergedIntoId: winner }]);

const reportMutation = 'mutation ($input: ReportInput!) { reportListing(input: $input) { receivedAt } }';
const needMutation = 'mutation ($input: NeedInput!) { tellNeed(input: $input) { receivedAt } }';

let clients = 0;
/** Each call comes from an address of its own, unless one is given: the limit is an address's. */
async function tell(query: string, input: object, address = `10.1.${clients >> 8}.${clients++ & 255}`) {
  const payload = { query, variables: { input } };
  const response = await app.inject({ method: 'POST', url: '/graphql', remoteAddress: address, payload });
  return response.json<Answer<Record<string, { receivedAt: string }>>>();
}
const report = (input: object, address?: string) =>
  tell(reportMutation, { listing: globalId('Listing', shop), problem: 'CLOSED', ...input }, address);
const need = (input: object, address?: string) => tell(needMutation, { at: location, ...input }, address);

async function printed(name: 'reports' | 'needs', ...args: string[]) {
  const lines: string[] = [];
  await tellCommand({ database, print: (line) => lines.push(line) }, name, ['list', ...args]);
  return lines.map((line) => JSON.parse(line));
}

const code = ({ errors }: Answer<unknown>) => [errors?.[0]?.extensions.code, errors?.[0]?.extensions.argument];

describe('a report', () => {
  it('is kept with its words for the operator, and opens one review however often it comes', async () => {
    const { data, errors } = await report({ words: ' Shut since May.\n\n\nAll gone. ', email: 'a@synthetic.example' });
    expect(errors).toBeUndefined();
    expect(data.reportListing?.receivedAt).toBe(now.toISOString());
    await report({ problem: 'MOVED', language: 'it' });
    const [second, first] = await printed('reports', '--limit', '2');
    expect(first).toMatchObject({
      name: 'Synthetic shop',
      problem: 'CLOSED',
      words: 'Shut since May.\nAll gone.',
      email: 'a@synthetic.example',
      language: 'en',
      open: true,
    });
    expect(second).toMatchObject({ problem: 'MOVED', words: null, email: null, language: 'it' });
    const reviews = await database.query<{ detail: object }>(
      sql`select detail from review where kind = 'REPORT' and listing_id = ${shop} and resolved_at is null`,
    );
    expect(reviews).toEqual([{ detail: { problems: ['CLOSED', 'MOVED'] } }]);
  });

  it('opens a review again that was settled', async () => {
    await report({ problem: 'CLOSED' });
    await database.query(sql`update review set resolved_at = now() where listing_id = ${shop}`);
    await report({ problem: 'WRONG_HOURS' });
    const reviews = await database.query(
      sql`select detail, resolved_at from review where kind = 'REPORT' and listing_id = ${shop}`,
    );
    expect(reviews).toEqual([{ detail: { problems: ['WRONG_HOURS'] }, resolved_at: null }]);
  });

  it('of a merged listing is about the one that took it in', async () => {
    await report({ listing: globalId('Listing', merged) });
    expect((await printed('reports', '--limit', '1'))[0]).toMatchObject({ name: 'Synthetic winner' });
  });

  it('needs a public listing', async () => {
    for (const id of [draft, 99_999_999]) {
      expect(code(await report({ listing: globalId('Listing', id) }))).toEqual(['BAD_USER_INPUT', 'input.listing']);
    }
    expect(code(await report({ listing: 'nothing' }))[0]).toBe('BAD_USER_INPUT');
    expect(code(await report({ listing: globalId('Organization', shop) }))[0]).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['words', 'x'.repeat(2001)],
    ['email', `${'x'.repeat(250)}@synthetic.example`],
    ['email', 'not an address'],
    ['email', '<script>@synthetic.example'],
  ])('is refused for its %s, which the error names', async (field, text) => {
    expect(code(await report({ [field]: text }))).toEqual(['BAD_USER_INPUT', `input.${field}`]);
  });

  it('keeps hostile text as text, without control characters', async () => {
    const words = `<script>alert(1)</script>'; drop table report; --\u0000\u0007\u202E {{7*7}} \u001b[31mred`;
    expect((await report({ words })).errors).toBeUndefined();
    expect((await printed('reports', '--limit', '1'))[0].words).toBe(
      "<script>alert(1)</script>'; drop table report; -- {{7*7}} [31mred",
    );
    const blank = await report({ words: '\u0000\u200b ', email: '' });
    expect(blank.errors).toBeUndefined();
    expect((await printed('reports', '--limit', '1'))[0]).toMatchObject({ words: null, email: null });
  });
});

describe('a need', () => {
  it('is kept with what was looked for and about where', async () => {
    const { errors } = await need({
      lookedFor: '  una macchina\tda cucire ',
      actions: ['BORROW', 'BORROW'],
      objects: ['toaster'],
      categories: ['repair-cafe', 'repair'],
      at: { lon: 7.686856, lat: 45.070339 },
      radiusMeters: 2000,
      placeName: 'Torino',
      words: 'For a school',
      email: 'a@synthetic.example',
      language: 'it',
    });
    expect(errors).toBeUndefined();
    expect((await printed('needs'))[0]).toMatchObject({
      lookedFor: 'una macchina da cucire',
      actions: ['BORROW'],
      objects: ['toaster'],
      categories: ['repair-cafe', 'repair'],
      lon: 7.687,
      lat: 45.07,
      radiusMeters: 2000,
      placeName: 'Torino',
      words: 'For a school',
      email: 'a@synthetic.example',
      language: 'it',
    });
  });

  it.each([
    ['lookedFor', {}],
    ['lookedFor', { lookedFor: ' \u0007 ' }],
    ['lookedFor', { lookedFor: 'x'.repeat(201) }],
    ['placeName', { lookedFor: 'x', placeName: 'x'.repeat(201) }],
    ['words', { words: 'x'.repeat(2001) }],
    ['email', { lookedFor: 'x', email: 'x' }],
    ['objects', { objects: ['no-such-thing'] }],
    ['objects', { objects: Array.from({ length: 21 }, (_, number) => `thing-${number}`) }],
    ['categories', { categories: ['no-such-kind'] }],
    ['radiusMeters', { lookedFor: 'x', radiusMeters: 0 }],
    ['radiusMeters', { lookedFor: 'x', radiusMeters: 200_001 }],
    ['at.lat', { lookedFor: 'x', at: { lon: 0, lat: 91 } }],
    ['at.lon', { lookedFor: 'x', at: { lon: 181, lat: 0 } }],
  ])('is refused for its %s, which the error names', async (field, input) => {
    expect(code(await need(input))).toEqual(['BAD_USER_INPUT', `input.${field}`]);
  });
});

it('takes ten an hour from one address, reports and needs together, refused ones not counted', async () => {
  for (let told = 0; told < 5; told++) {
    expect((await report({}, '192.0.2.7')).errors).toBeUndefined();
    expect((await need({}, '192.0.2.7')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await need({ lookedFor: 'x' }, '192.0.2.7')).errors).toBeUndefined();
  }
  const { errors } = await need({ lookedFor: 'x' }, '192.0.2.7');
  expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 3600 });
  expect(errors?.[0]?.message).toBe('Too many in a short time. Try again in 60 minutes.');
  expect((await report({}, '192.0.2.8')).errors).toBeUndefined();
});

it('counts a network of IPv6 as one address', async () => {
  for (let told = 0; told < 10; told++) await report({}, `2001:db8:1:2::${told + 1}`);
  expect(code(await report({}, '2001:db8:1:2:3:4:5:6'))[0]).toBe('RATE_LIMITED');
  expect((await report({}, '2001:db8:1:3::1')).errors).toBeUndefined();
});

it('shows nobody what was told: no type of the API reads it', async () => {
  const { data } = await ask(`{ __schema { queryType { fields { name } } types { name kind fields { name } } } }`);
  const types: { name: string; kind: string; fields: { name: string }[] | null }[] = data.__schema.types;
  const withEmail = types.filter(({ fields }) => fields?.some(({ name }) => name === 'email')).map(({ name }) => name);
  // Contact and ListingContent are the place's; the others tell people their own address, and owners those of their
  // organisation's members.
  expect(withEmail.sort()).toEqual([
    'Contact',
    'ListingContent',
    'OrganizationInvitation',
    'OrganizationMember',
    'Viewer',
  ]);
  expect(types.map(({ name }) => name)).not.toContain('Report');
  expect(types.map(({ name }) => name)).not.toContain('Need');
});

it('the command refuses what it does not know, with its usage', async () => {
  await expect(printed('needs', '--limit', 'none')).rejects.toThrow(/Usage: npm run cli -- needs list/);
  await expect(printed('reports', '--colour')).rejects.toThrow(/Usage: npm run cli -- reports list/);
});
