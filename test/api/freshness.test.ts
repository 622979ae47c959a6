import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { askKeepers } from '../../api/features/freshness/service.ts';
import { testApp } from '../support/app.ts';
import { insertListings, insertSpokenListing } from '../support/listings.ts';
import { insertOrganization } from '../support/organizations.ts';
import { type Browser, lettersTo, letterTo, openBrowser, signInByMail } from '../support/people.ts';

const dayMs = 86_400_000;
const test = await testApp({ mail: true });
const { database, services } = test;
/** The same instance when the links have expired. */
const later = await testApp({ database, now: new Date(Date.now() + 61 * dayMs) });
const visitor = openBrowser(test);

let owner: Browser;
let ownerId = '';
const email = 'asked@synthetic.example';
const asking = { database, mailer: services.mailer, links: services.freshnessLinks, baseUrl: services.baseUrl };

beforeAll(async () => {
  owner = await signInByMail(test, email);
  ownerId = (await owner.ask('{ viewer { id } }')).data.viewer.id;
});

/** A place that nobody has checked for more than a year, of an organisation of its own. */
async function oldPlace(name: string) {
  const organizationId = await insertOrganization(database, [[ownerId, 'OWNER']]);
  const { id } = await insertSpokenListing(database, { name, location: { lon: 30, lat: 30 }, organizationId });
  await database.query(sql`update listing set created_at = now() - interval '13 months' where id = ${id}`);
  return { id, organizationId, globalId: Buffer.from(`Listing:${id}`).toString('base64') };
}

/** Asks, and returns the links of the newest letter by their answers. */
async function links(): Promise<Record<string, URL>> {
  const before = lettersTo(test, email).length;
  await askKeepers(asking, new Date());
  const { raw } = await letterTo(test, email, before + 1);
  const found = raw.replaceAll('=3D', '=').matchAll(/http:\/\/127\.0\.0\.1:4000\/still-right[^\s"<]+/g);
  return Object.fromEntries(
    [...found].map(([link]) => {
      const url = new URL(link.replaceAll('&amp;', '&'));
      return [url.searchParams.get('answer') ?? '', url];
    }),
  );
}

async function answer(link: URL | undefined, given: string, { ask } = test) {
  const { data, errors } = await ask(
    `mutation ($token: String!, $answer: FreshnessAnswer!) { answerFreshness(token: $token, answer: $answer) {
      __typename ... on FreshnessAnswered { listing { name } } ... on ValidationError { field } } }`,
    { token: link?.hash.slice(1), answer: given },
  );
  expect(errors).toBeUndefined();
  return data.answerFreshness;
}

async function read(globalId: string) {
  const { data } = await owner.ask('query ($id: ID!) { listing(id: $id) { freshness verifiedAt status } }', {
    id: globalId,
  });
  return data.listing;
}

describe('those who run a place', () => {
  it('are asked once a year by a letter with three answers; opening a link changes nothing', async () => {
    const place = await oldPlace('Officina <b>sintetica</b>');
    const answers = await links();
    expect(Object.keys(answers).sort()).toEqual(['CHANGED', 'CLOSED', 'STILL_TRUE']);
    const token = answers.STILL_TRUE?.hash.slice(1);
    const { data } = await visitor.ask('query ($token: String!) { freshnessQuestion(token: $token) { name } }', {
      token,
    });
    expect(data.freshnessQuestion).toEqual({ name: 'Officina <b>sintetica</b>' });
    for (const link of Object.values(answers)) {
      const { status } = await visitor.request('GET', `${link.pathname}${link.search}`);
      expect(status).toBe(200);
    }
    expect(await read(place.globalId)).toMatchObject({ freshness: 'UNKNOWN', status: 'PUBLISHED' });

    expect(await askKeepers(asking, new Date())).toBe(0);
    expect(await answer(answers.STILL_TRUE, 'STILL_TRUE')).toMatchObject({ __typename: 'FreshnessAnswered' });
    expect(await read(place.globalId)).toMatchObject({ freshness: 'FRESH', status: 'PUBLISHED' });
    const revisions = await database.query(
      sql`select actor_role from revision where listing_id = ${place.id} order by id`,
    );
    expect(revisions.at(-1)).toEqual({ actor_role: 'OWNER' });
    expect(await askKeepers(asking, new Date(Date.now() + 300 * dayMs))).toBe(0);
    const letters = lettersTo(test, email).length;
    expect(await askKeepers(asking, new Date(Date.now() + 400 * dayMs))).toBe(1);
    await letterTo(test, email, letters + 1);
  });

  it('close a place that is no more, with one click and a button', async () => {
    const place = await oldPlace('Chiusa');
    const answers = await links();
    expect(await answer(answers.CLOSED, 'CLOSED')).toEqual({
      __typename: 'FreshnessAnswered',
      listing: { name: 'Chiusa' },
    });
    expect(await read(place.globalId)).toMatchObject({ status: 'CLOSED' });
    expect(await answer(answers.STILL_TRUE, 'STILL_TRUE')).toEqual({ __typename: 'NotFound' });
  });

  it('answer in time, with the link as it was sent, and while they run the place', async () => {
    const place = await oldPlace('Vecchia');
    const { STILL_TRUE: link } = await links();
    const altered = new URL(link ?? '');
    altered.hash = `${altered.hash.slice(1, -4)}AAAA`;
    for (const token of [altered, new URL('#', altered), new URL(`#${'x'.repeat(10_000)}`, altered)]) {
      expect(await answer(token, 'CLOSED')).toEqual({ __typename: 'ValidationError', field: 'token' });
    }
    expect(await answer(link, 'CLOSED', later)).toEqual({ __typename: 'ValidationError', field: 'token' });
    await database.query(sql`delete from organization_member where organization_id = ${place.organizationId}`);
    expect(await answer(link, 'CLOSED')).toEqual({ __typename: 'NotFound' });
    expect(await read(place.globalId)).toMatchObject({ freshness: 'UNKNOWN', status: 'PUBLISHED' });
  });
});

describe('the worklist', () => {
  const near = { lon: 60, lat: 60, radiusMeters: 2000 };
  async function worklist({ ask } = test, asked: object = near, first = 30) {
    const { data, errors } = await ask(
      `query ($near: NearInput!, $first: Int!) { worklist(near: $near, first: $first) {
        reasons distanceMeters websiteGoneSince listing { name } } }`,
      { near: asked, first },
    );
    return { items: data?.worklist, argument: errors?.[0]?.extensions.argument };
  }
  const monthsAgo = (months: number) => new Date(Date.now() - months * 30.6 * dayMs);

  it('names what needs a look, the gravest first, then the nearest', async () => {
    const at = (metersNorth: number) => ({ lon: 60, lat: 60 + metersNorth / 111_000 });
    const ids = await insertListings(database, [
      { name: 'never', location: at(100) },
      { name: 'fresh', location: at(100), verifiedAt: monthsAgo(1) },
      { name: 'ageing', location: at(300), verifiedAt: monthsAgo(14) },
      { name: 'stale far', location: at(900), verifiedAt: monthsAgo(30) },
      { name: 'stale near', location: at(200), verifiedAt: monthsAgo(26) },
      { name: 'gone', location: at(1000), verifiedAt: monthsAgo(2) },
      { name: 'outside', location: at(5000) },
      { name: 'draft', location: at(10), status: 'DRAFT' },
      { name: 'silent', location: at(500), verifiedAt: monthsAgo(13) },
    ]);
    await database.query(sql`update listing set website = 'https://synthetic.example/' where id = ${ids[5]}`);
    await database.query(sql`insert into website_check (listing_id, website, host, failures, failing_since, next_at)
      values (${ids[5]}, 'https://synthetic.example/', 'synthetic.example', 3, '2026-10-01Z', now())`);
    await database.query(sql`insert into freshness_question (listing_id, asked_at) values (${ids[8]}, now())`);
    const { items } = await worklist();
    expect(
      items.map(({ listing: { name }, reasons }: { listing: { name: string }; reasons: string[] }) => [
        name,
        ...reasons,
      ]),
    ).toEqual([
      ['gone', 'WEBSITE_GONE'],
      ['stale near', 'STALE'],
      ['stale far', 'STALE'],
      ['ageing', 'AGEING'],
      ['silent', 'AGEING'],
      ['never', 'NEVER_CHECKED'],
    ]);
    expect(items[0].websiteGoneSince).toBe('2026-10-01T00:00:00.000Z');
    expect(Math.abs(items[1].distanceMeters - 200)).toBeLessThan(5);
    const afterwards = (await worklist(later)).items;
    expect(afterwards[1]).toMatchObject({ listing: { name: 'silent' }, reasons: ['NO_ANSWER', 'AGEING'] });
    expect((await worklist(test, near, 2)).items).toHaveLength(2);
  });

  it('says what is wrong with a question', async () => {
    expect(await worklist(test, { ...near, lat: 91 })).toMatchObject({ argument: 'near.lat' });
    expect(await worklist(test, { ...near, radiusMeters: 30_000 })).toMatchObject({ argument: 'near.radiusMeters' });
    expect(await worklist(test, near, 101)).toMatchObject({ argument: 'first' });
  });
});
