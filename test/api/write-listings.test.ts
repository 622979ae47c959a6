import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { userCommand } from '../../api/features/accounts/cli.ts';
import { testApp } from '../support/app.ts';
import { insertOrganization, organizationId } from '../support/organizations.ts';
import { type Browser, openBrowser, proveSecondFactor, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;

let anna: Browser;
let olga: Browser;
let moderator: Browser;
let visitor: Browser;
let organization = '';

const place = {
  name: ' Ciclofficina  sintetica ',
  categories: ['bicycle-workshop'],
  location: { lon: 0.5, lat: 0.2 },
  address: { street: 'Via Sintetica', houseNumber: '1', city: 'Prova', country: 'it' },
  offers: [{ action: 'REPAIR_YOURSELF', objects: ['bicycle'], priceKind: 'DONATION' }],
  openingHours: 'Mo-Fr 10:00-18:00',
  phone: '+39 011 5550100',
  website: 'ciclo.synthetic.example',
  languages: ['it', 'EN'],
  wheelchair: 'LIMITED',
  description: [{ language: 'it', text: 'Prima riga\n\n\nseconda riga' }],
};

const failures = `... on ValidationError { field message problems { field message code } } ... on NotAllowed { message }`;
const shown =
  'id slug name status content { revision phone website timezone openingHours description { language text } }';

// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
type Result = any;

async function mutate(browser: Browser, query: string, variables: object): Promise<Result> {
  const { data, errors } = await browser.ask(query, { ...variables });
  expect(errors).toBeUndefined();
  return data.result;
}

const create = (browser: Browser, input: object, more: object = {}) =>
  mutate(
    browser,
    `mutation ($input: ListingInput!, $submit: Boolean, $distinct: Boolean, $key: String) {
      result: createListing(input: $input, submit: $submit, distinct: $distinct, idempotencyKey: $key) { __typename ${failures}
        ... on ListingCreated { listing { ${shown} } }
        ... on PossibleDuplicate { duplicates { listing { name } distanceMeters reasons } } } }`,
    { input, ...more },
  );
const edit = (browser: Browser, listing: string, revision: string, input: object) =>
  mutate(
    browser,
    `mutation ($listing: ID!, $revision: ID!, $input: ListingInput!) {
      result: editListing(listing: $listing, revision: $revision, input: $input) { __typename ${failures}
        ... on NotFound { message } ... on ListingEdited { published listing { ${shown} } }
        ... on StaleRevision { base { phone } current { revision phone } changes { field actorRole } } } }`,
    { listing, revision, input },
  );
const simple = (browser: Browser, mutation: string, listing: string, more = '') =>
  mutate(
    browser,
    `mutation ($listing: ID!) { result: ${mutation}(listing: $listing${more}) { __typename ${failures}
      ... on NotFound { message } } }`,
    { listing },
  );
const seen = async (browser: Browser, id: string) =>
  (
    await browser.ask(
      `query ($id: ID!) { listing(id: $id) { ${shown} missing revisions { nodes { kind actorRole changedFields } } viewerCan {
    edit suggest submit publish withdraw discard changeStatus move revert claim moderate } } }`,
      { id },
    )
  ).data.listing;

/** Makes a place public as a moderator's decision would. */
const publish = (id: string) =>
  database.query(sql`update listing set status = 'PUBLISHED'
    where id = ${Number(Buffer.from(id, 'base64').toString().split(':')[1])}`);

beforeAll(async () => {
  visitor = openBrowser(test);
  [anna, olga, moderator] = await Promise.all([
    signInByMail(test, 'anna@synthetic.example', 'Anna'),
    signInByMail(test, 'olga@synthetic.example', 'Olga'),
    signInByMail(test, 'moderator@synthetic.example'),
  ]);
  await database.query(sql`insert into region (code, level, name, country, boundary, source, licence) values
    ('XX-1', 1, 'Synthetic', 'XX', st_geogfromtext('multipolygon(((0 0, 1 0, 1 1, 0 0)))'), 'test', 'CC0-1.0')`);
  await userCommand({ database, now: () => new Date(), print: () => {} }, [
    'grant',
    'moderator@synthetic.example',
    'moderator',
    '--region',
    'XX-1',
  ]);
  await proveSecondFactor(moderator);
  const { id } = (await olga.ask('{ viewer { id } }')).data.viewer;
  organization = organizationId(await insertOrganization(database, [[id, 'EDITOR']]));
}, 120_000);

describe('registering a place', () => {
  it('keeps a draft that its author alone sees, cleaned, and nothing more for the same key', async () => {
    const first = await create(anna, place, { key: 'one' });
    expect(first).toMatchObject({
      __typename: 'ListingCreated',
      listing: {
        name: 'Ciclofficina sintetica',
        status: 'DRAFT',
        content: {
          website: 'https://ciclo.synthetic.example/',
          openingHours: 'Mo-Fr 10:00-18:00',
          description: [{ language: 'it', text: 'Prima riga\nseconda riga' }],
        },
      },
    });
    expect(await create(anna, place, { key: 'one' })).toEqual(first);
    const { id } = first.listing;
    expect(await seen(anna, id)).toMatchObject({
      viewerCan: { edit: true, submit: true, publish: false, discard: true },
    });
    for (const browser of [visitor, olga, moderator]) expect(await seen(browser, id)).toBeNull();
    expect((await edit(olga, id, first.listing.content.revision, { phone: '+39 011 5550101' })).__typename).toBe(
      'NotFound',
    );
    const mine = await anna.ask('{ myListings(list: DRAFTS) { id missing } }');
    expect(mine.data.myListings).toEqual([{ id, missing: [] }]);
    expect((await visitor.ask('{ myListings { id } }')).data.myListings).toBeNull();
  });

  it('hands it in under its name, takes it back, and deletes it', async () => {
    const { listing } = await create(
      anna,
      { ...place, name: 'Altra sintetica', phone: null, website: null },
      { submit: true },
    );
    expect(listing).toMatchObject({ status: 'PENDING', slug: 'altra-sintetica-prova' });
    expect(await seen(moderator, listing.id)).toMatchObject({ viewerCan: { moderate: true, edit: true } });
    expect(await seen(visitor, listing.id)).toBeNull();
    expect((await simple(anna, 'withdrawListing', listing.id)).__typename).toBe('ListingWithdrawn');
    expect((await simple(anna, 'discardListing', listing.id)).__typename).toBe('ListingDiscarded');
    expect(await seen(anna, listing.id)).toBeNull();
  });

  it('names every value that cannot be taken', async () => {
    const result = await create(anna, {
      name: 'x'.repeat(121),
      categories: ['no-such-kind'],
      location: { lon: 181, lat: 0 },
      openingHours: 'Mo 10:00',
      website: 'javascript:alert(1)',
      email: 'nobody',
      phone: 'call me',
      timezone: 'Mars/Olympus',
      offers: [{ action: 'REPAIR', objects: ['no-such-thing'], amountMin: 5, amountMax: 1, currency: 'XXY' }],
      languages: ['not a language'],
      social: [{ network: '<b>', url: 'ftp://synthetic.example' }],
    });
    expect(result.problems.map(({ field, code }: Result) => `${field} ${code}`).sort()).toEqual([
      'input.categories.0 UNKNOWN',
      'input.email INVALID',
      'input.languages.0 UNKNOWN',
      'input.location.lon INVALID',
      'input.name TOO_LONG',
      'input.offers.0.amountMax INVALID',
      'input.offers.0.currency INVALID',
      'input.offers.0.objects.0 UNKNOWN',
      'input.openingHours INVALID',
      'input.phone INVALID',
      'input.social.0.network INVALID',
      'input.social.0.url INVALID',
      'input.timezone UNKNOWN',
      'input.website INVALID',
    ]);
    const empty = await create(anna, {});
    expect(empty.problems.map(({ field, code }: Result) => `${field} ${code}`)).toEqual([
      'input.name REQUIRED',
      'input.categories REQUIRED',
      'input.location REQUIRED',
    ]);
  });

  it('asks first where it may be listed already', async () => {
    const { listing } = await create(anna, { ...place, name: 'Emporio sintetico' }, { submit: true, distinct: true });
    await publish(listing.id);
    const again = {
      ...place,
      name: 'Emporio sintetico 2',
      location: { lon: 0.501, lat: 0.2 },
      website: 'http://www.ciclo.synthetic.example',
    };
    expect(await create(olga, again, { submit: true })).toEqual({
      __typename: 'PossibleDuplicate',
      duplicates: [
        {
          listing: { name: 'Emporio sintetico' },
          distanceMeters: 111,
          reasons: ['SIMILAR_NAME', 'SAME_PHONE', 'SAME_WEBSITE'],
        },
      ],
    });
    const { data } = await visitor.ask(
      `{ possibleDuplicates(at: { lon: 0.5, lat: 0.2 }, name: "EMPORIO Sintético") { reasons } }`,
    );
    expect(data.possibleDuplicates).toEqual([{ reasons: ['SIMILAR_NAME'] }]);
    expect(await create(olga, again, { submit: true, distinct: true })).toMatchObject({
      listing: { status: 'PENDING' },
    });
  });

  it('is for an organisation only by its members', async () => {
    expect(await create(anna, { ...place, organization })).toMatchObject({
      problems: [{ field: 'input.organization', code: 'NOT_ALLOWED' }],
    });
    expect(await create(olga, { ...place, organization })).toMatchObject({ __typename: 'ListingCreated' });
  });
});

describe('editing', () => {
  let id = '';
  let revision = '';

  it('by who runs the place shows at once, with its history', async () => {
    const { listing } = await create(
      olga,
      { ...place, name: 'Bottega sintetica', organization },
      { submit: true, distinct: true },
    );
    await publish(listing.id);
    id = listing.id;
    revision = listing.content.revision;
    const result = await edit(olga, id, revision, { ...place, name: 'Bottega sintetica', phone: '+39 011 5550102' });
    expect(result).toMatchObject({ published: true, listing: { content: { phone: '+39 011 5550102' } } });
    const listed = await seen(visitor, id);
    expect(listed.revisions.nodes[0]).toEqual({
      kind: 'UPDATED',
      actorRole: 'OWNER',
      changedFields: ['phone', 'verifiedAt'],
    });
    expect(listed.viewerCan).toMatchObject({ edit: false, suggest: false, claim: false, changeStatus: [] });
    const reviews = await database.query(sql`select kind from review join listing on listing.id = listing_id
      where name = 'Bottega sintetica' and resolved_at is null order by kind`);
    expect(reviews).toEqual([{ kind: 'NEW_LISTING' }, { kind: 'PUBLISHED_EDIT' }]);
  });

  it('by whoever else is a suggestion that changes nothing', async () => {
    const before = await seen(visitor, id);
    expect(before).toMatchObject({ status: 'PUBLISHED' });
    expect(await edit(anna, id, before.content.revision, { phone: null })).toMatchObject({ published: false });
    expect(await seen(visitor, id)).toEqual(before);
  });

  it('of other fields is merged, of the same field answered with both states', async () => {
    const stale = await edit(moderator, id, revision, { phone: '+39 011 5550199' });
    expect(stale).toMatchObject({
      __typename: 'StaleRevision',
      base: { phone: '+39 011 5550100' },
      current: { phone: '+39 011 5550102' },
      changes: [{ field: 'phone', actorRole: 'OWNER' }],
    });
    const merged = await edit(moderator, id, revision, {
      ...place,
      name: 'Bottega sintetica',
      openingHours: 'Sa 10:00-12:00',
    });
    expect(merged.listing.content).toMatchObject({ phone: '+39 011 5550102', openingHours: 'Sa 10:00-12:00' });
    const both = await Promise.all(
      ['+39 011 5550103', '+39 011 5550104'].map((phone) => edit(olga, id, merged.listing.content.revision, { phone })),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['ListingEdited', 'StaleRevision']);
  });

  it('empties a field for good, and is undone by going back to a revision', async () => {
    const { content } = await seen(olga, id);
    await edit(olga, id, content.revision, { website: null, description: [] });
    expect((await seen(visitor, id)).content).toMatchObject({ website: null, description: [] });
    expect((await simple(anna, 'revertListing', id, `, revision: "${content.revision}"`)).__typename).toBe(
      'NotAllowed',
    );
    expect((await simple(olga, 'revertListing', id, `, revision: "${content.revision}"`)).__typename).toBe(
      'ListingReverted',
    );
    const after = await seen(visitor, id);
    expect(after.content).toEqual({ ...content, revision: after.content.revision });
    expect(after.revisions.nodes[0].kind).toBe('REVERTED');

    // What was said from a change on is told to those who may bring it back, and to nobody else.
    const history = async (browser: Browser) =>
      (
        await browser.ask(
          'query ($id: ID!) { listing(id: $id) { revisions(first: 2) { nodes { content { website } } } } }',
          { id },
        )
      ).data.listing.revisions.nodes;
    expect(await history(olga)).toEqual([{ content: { website: content.website } }, { content: { website: null } }]);
    for (const browser of [anna, visitor])
      expect(await history(browser)).toEqual([{ content: null }, { content: null }]);
  });

  it('closes a place for now, for good, and opens it again', async () => {
    const change = (browser: Browser, how: string) => simple(browser, 'changeListingStatus', id, `, change: ${how}`);
    await change(anna, 'CLOSE');
    expect((await seen(visitor, id)).status).toBe('PUBLISHED');
    await change(olga, 'CLOSE_TEMPORARILY');
    expect((await seen(visitor, id)).status).toBe('TEMPORARILY_CLOSED');
    await change(olga, 'CLOSE');
    expect(await seen(visitor, id)).toBeNull();
    expect((await change(anna, 'REOPEN')).__typename).toBe('NotFound');
    await change(olga, 'REOPEN');
    expect((await seen(visitor, id)).revisions.nodes[0].kind).toBe('STATUS_CHANGED');
  });

  it('moves it', async () => {
    await simple(
      olga,
      'moveListing',
      id,
      ', location: { lon: 0.6, lat: 0.2 }, address: { street: "Via Nuova", city: "Prova" }',
    );
    const { data } = await visitor.ask(
      'query ($id: ID!) { listing(id: $id) { location { lon } address { formatted } } }',
      { id },
    );
    expect(data.listing).toEqual({ location: { lon: 0.6 }, address: { formatted: 'Via Nuova, Prova' } });
  });
});

describe('whoever deletes the account', () => {
  it('takes drafts along; what was handed in stays, without a name, and all of it is handed out before', async () => {
    const email = 'gone@synthetic.example';
    const gone = await signInByMail(test, email);
    const draft = await create(gone, { ...place, name: 'Bozza sintetica' });
    const pending = await create(gone, { ...place, name: 'Consegnato sintetico' }, { submit: true, distinct: true });
    const data = await gone.request('GET', '/api/account/export');
    expect(JSON.stringify(data.body)).toContain('Bozza sintetica');
    await database.query(sql`delete from person where email = ${email}`);
    const rows = await database.query(sql`select name, author_id from listing
      where name in ('Bozza sintetica', 'Consegnato sintetico')`);
    expect([draft.__typename, pending.__typename, rows]).toEqual([
      'ListingCreated',
      'ListingCreated',
      [{ name: 'Consegnato sintetico', author_id: null }],
    ]);
  });
});
