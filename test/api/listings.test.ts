import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { coalesceListings } from '../../api/features/listings/coalesce.ts';
import { createListings } from '../../api/features/listings/create.ts';
import type { ListingFields } from '../../api/features/listings/model.ts';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const now = new Date('2026-06-15T12:00:00Z');
const { ask, database } = await testApp({ now });
const globalId = (type: string, id: number | undefined) => Buffer.from(`${type}:${id}`).toString('base64');

await database.query(sql`insert into source (slug, kind, name, licence, attribution, rank, open) values
  ('osm', 'OSM', 'OpenStreetMap', 'ODbL-1.0', '© OpenStreetMap contributors', 50, true),
  ('moderator', 'MODERATOR', 'Moderators', 'CC0-1.0', null, 0, true)`);

const first: ListingFields = {
  name: 'Officina sintetica',
  categories: ['bicycle-workshop'],
  location: { lon: 7.68, lat: 45.07 },
  timezone: 'Europe/Rome',
  address: { street: 'Via Sintetica', houseNumber: '1', postcode: '10100', city: 'Torino', country: 'IT' },
  openingHours: 'Mo-Fr 09:00-18:00',
  website: 'https://synthetic.example',
  social: { mastodon: 'https://social.example/@synthetic' },
  description: { it: 'Biciclette', en: 'Bicycles' },
  wheelchair: 'LIMITED',
  languages: ['it'],
  payment: ['CASH', 'CARDS'],
  photosPage: 'https://commons.wikimedia.org/wiki/Category:Synthetic',
  verifiedAt: '2025-01-15T00:00:00Z',
};
const [id = 0] = await say('osm', 'node/1', first, '2026-01-01T00:00:00Z');
await say('moderator', 'edit/1', { name: 'Ciclofficina sintetica' }, '2026-03-01T00:00:00Z', id);

/** Writes what a source says of a listing, a new one where no id is given, as an import or an edit does. */
async function say(source: string, recordId: string, fields: Partial<ListingFields>, at: string, listingId?: number) {
  return database.transaction(async (transaction) => {
    const date = new Date(at);
    const { name = '', categories = [], location = { lon: 0, lat: 0 } } = fields;
    const ids = listingId
      ? [listingId]
      : await createListings(transaction, [{ slugBase: 'officina-sintetica', name, categories, location }], date);
    await transaction.query(sql`insert into source_record (source_slug, record_id, listing_id, dataset, fetched_at, fields)
      values (${source}, ${recordId}, ${ids[0]}, 'test', ${date}, ${JSON.stringify(fields)}::jsonb)`);
    const actorRole = source === 'osm' ? 'IMPORT' : 'MODERATOR';
    await coalesceListings(transaction, ids, { actorRole, sourceSlug: source, at: date });
    return ids;
  });
}

describe('a listing', () => {
  it('shows all of itself', async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { listing(id: $id) {
        id slug name description(language: it) category { slug } categories { slug } serviceKind
        location { lon lat } locationApproximate openState openingHoursNote byAppointment languages wheelchair labels payment photosPage
        address { street houseNumber postcode city country formatted } region { code }
        descriptionLanguage(language: fi) accessNotesLanguage
        openingHours { osm timezone } accessNotes status verifiedAt freshness createdAt updatedAt organization { name }
        contact { phone email website social { network url } }
        offers { action { code } objects { slug } priceKind inferred }
        sources { recordId source { slug licence } fetchedAt vanishedAt }
        provenance { field source { source { slug } } }
        revisions { nodes { at kind actorRole changedFields source { slug } } }
      } }`,
      { id: globalId('Listing', id) },
    );
    expect(errors).toBeUndefined();
    const { offers, provenance, ...listing } = data.listing;
    expect(listing).toEqual({
      id: globalId('Listing', id),
      slug: 'officina-sintetica',
      name: 'Ciclofficina sintetica',
      description: 'Biciclette',
      descriptionLanguage: 'en', // there is no Finnish
      accessNotesLanguage: null,
      category: { slug: 'bicycle-workshop' },
      categories: [{ slug: 'bicycle-workshop' }],
      serviceKind: 'PLACE',
      location: { lon: 7.68, lat: 45.07 },
      locationApproximate: false,
      openState: 'UNKNOWN', // its hours await their expansion
      openingHoursNote: null,
      byAppointment: null,
      languages: ['it'],
      wheelchair: 'LIMITED',
      labels: [],
      payment: ['CASH', 'CARDS'],
      photosPage: 'https://commons.wikimedia.org/wiki/Category:Synthetic',
      address: {
        street: 'Via Sintetica',
        houseNumber: '1',
        postcode: '10100',
        city: 'Torino',
        country: 'IT',
        formatted: 'Via Sintetica 1, 10100 Torino',
      },
      region: null,
      openingHours: { osm: 'Mo-Fr 09:00-18:00', timezone: 'Europe/Rome' },
      accessNotes: null,
      status: 'PUBLISHED',
      verifiedAt: '2025-01-15T00:00:00.000Z',
      freshness: 'AGEING',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-03-01T00:00:00.000Z',
      organization: null,
      contact: {
        phone: null,
        email: null,
        website: 'https://synthetic.example',
        social: [{ network: 'mastodon', url: 'https://social.example/@synthetic' }],
      },
      sources: [
        {
          recordId: 'edit/1',
          source: { slug: 'moderator', licence: 'CC0-1.0' },
          fetchedAt: '2026-03-01T00:00:00.000Z',
          vanishedAt: null,
        },
        {
          recordId: 'node/1',
          source: { slug: 'osm', licence: 'ODbL-1.0' },
          fetchedAt: '2026-01-01T00:00:00.000Z',
          vanishedAt: null,
        },
      ],
      revisions: {
        nodes: [
          {
            at: '2026-03-01T00:00:00.000Z',
            kind: 'UPDATED',
            actorRole: 'MODERATOR',
            changedFields: ['name', 'sources'],
            source: { slug: 'moderator' },
          },
          expect.objectContaining({ at: '2026-01-01T00:00:00.000Z', kind: 'CREATED', source: { slug: 'osm' } }),
        ],
      },
    });
    expect(offers.length).toBeGreaterThan(0);
    expect(offers[0].inferred).toBe(true);
    const saidBy = new Map(
      provenance.map((row: { field: string; source: { source: { slug: string } } }) => [
        row.field,
        row.source.source.slug,
      ]),
    );
    expect([saidBy.get('name'), saidBy.get('openingHours')]).toEqual(['moderator', 'osm']);
  });

  it('says the same through every door', async () => {
    const fields = '{ __typename id slug name status wheelchair offers { action { code } } location { lon } }';
    const { data, errors } = await ask(
      `query ($id: ID!) { byId: listing(id: $id) ${fields} bySlug: listing(slug: "officina-sintetica") ${fields}
        node(id: $id) { ... on Listing ${fields} } nodes(ids: [$id, $id]) { ... on Listing ${fields} }
        listings(where: { text: "ciclofficina sintetica" }) { nodes ${fields} edges { node ${fields} } } }`,
      { id: globalId('Listing', id) },
    );
    expect(errors).toBeUndefined();
    expect(data.bySlug).toEqual(data.byId);
    expect(data.node).toEqual(data.byId);
    expect(data.nodes).toEqual([data.byId, data.byId]);
    expect(data.listings).toEqual({ nodes: [data.byId], edges: [{ node: data.byId }] });
  });

  it('is null where it is not public, and its winner where it was merged', async () => {
    const location = { lon: 0, lat: 0 };
    const [winner] = await insertListings(database, [{ location, slug: 'winner' }]);
    const [middle] = await insertListings(database, [
      { location, slug: 'middle', status: 'MERGED', ...(winner ? { mergedIntoId: winner } : {}) },
    ]);
    await insertListings(database, [
      { location, slug: 'merged', status: 'MERGED', ...(middle ? { mergedIntoId: middle } : {}) },
      { location, slug: 'draft', status: 'DRAFT' },
      { location, slug: 'closed', status: 'CLOSED' },
    ]);
    const slugOf = async (slug: string) =>
      (await ask('query ($slug: String) { listing(slug: $slug) { slug } }', { slug })).data.listing?.slug;
    expect(await slugOf('merged')).toBe('winner');
    expect(await slugOf('draft')).toBeUndefined();
    expect(await slugOf('closed')).toBeUndefined();
    expect(await slugOf('nobody')).toBeUndefined();
    const { data } = await ask('query ($id: ID!) { node(id: $id) { ... on Listing { slug } } }', {
      id: globalId('Listing', middle),
    });
    expect(data.node.slug).toBe('winner');
  });

  it('says of a place that has closed for good what it was and where, and of no other', async () => {
    const [closed = 0] = await insertListings(database, [
      { location: { lon: 7, lat: 45 }, slug: 'shut', name: 'Shut', status: 'CLOSED' },
    ]);
    await insertListings(database, [
      { location: { lon: 7, lat: 45 }, slug: 'also-shut', status: 'MERGED', mergedIntoId: closed },
      { location: { lon: 7, lat: 45 }, slug: 'put-away', status: 'ARCHIVED' },
    ]);
    const closedOf = async (slug: string) =>
      (
        await ask(
          'query ($slug: String!) { closedListing(slug: $slug) { name category { slug } location { lon lat } closedAt } }',
          { slug },
        )
      ).data.closedListing;
    expect(await closedOf('shut')).toEqual({
      name: 'Shut',
      category: { slug: 'second-hand-shop' },
      location: { lon: 7, lat: 45 },
      closedAt: '2026-01-01T00:00:00.000Z',
    });
    expect((await closedOf('also-shut')).name).toBe('Shut');
    for (const slug of ['officina-sintetica', 'put-away', 'nobody', '\0']) expect(await closedOf(slug)).toBeNull();
  });

  it('is asked for by either id or slug', async () => {
    for (const query of ['{ listing { id } }', '{ listing(id: "TGlzdGluZzox", slug: "a") { id } }']) {
      expect((await ask(query)).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' });
    }
  });

  it('has a history that is read in pages, either way', async () => {
    const page = async (args: string) =>
      (
        await ask(`{ listing(slug: "officina-sintetica") { revisions(${args}) {
          nodes { kind } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`)
      ).data.listing.revisions;
    const newest = await page('first: 1');
    expect(newest).toMatchObject({ nodes: [{ kind: 'UPDATED' }], pageInfo: { hasNextPage: true } });
    expect(await page(`first: 1, after: "${newest.pageInfo.endCursor}"`)).toMatchObject({
      nodes: [{ kind: 'CREATED' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(await page('last: 1')).toMatchObject({ nodes: [{ kind: 'CREATED' }], pageInfo: { hasPreviousPage: true } });
    const { errors } = await ask('{ listing(slug: "officina-sintetica") { revisions(after: "x") { nodes { at } } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

describe('asOf', () => {
  const at = async (asOf: string, where: object = {}) => {
    const { data, errors } = await ask(
      `query ($asOf: DateTime, $where: ListingFilter) { listings(asOf: $asOf, near: { lon: 7.68, lat: 45.07 }, where: $where) {
        totalCount facets { actions { count } }
        nodes { name slug category { slug } address { formatted } openingHours { osm } offers { inferred } updatedAt } } }`,
      { asOf, where },
    );
    expect(errors).toBeUndefined();
    return data.listings;
  };

  it('shows a listing as it was', async () => {
    const { nodes, totalCount, facets } = await at('2026-02-01T00:00:00Z');
    expect(totalCount).toBe(1);
    expect(facets.actions.length).toBeGreaterThan(0);
    expect(nodes).toMatchObject([
      {
        name: 'Officina sintetica',
        slug: 'officina-sintetica',
        category: { slug: 'bicycle-workshop' },
        address: { formatted: 'Via Sintetica 1, 10100 Torino' },
        openingHours: { osm: 'Mo-Fr 09:00-18:00' },
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
    ]);
    expect(nodes[0].offers.length).toBeGreaterThan(0);
  });

  it('filters by what was said then', async () => {
    const where = { text: 'ciclofficina sintetica torino' };
    expect((await at('2026-03-01T00:00:00Z', where)).nodes).toHaveLength(1);
    expect((await at('2026-02-01T00:00:00Z', { actions: ['REPAIR_YOURSELF'] })).nodes).toHaveLength(1);
    expect((await at('2026-02-01T00:00:00Z', { wheelchair: ['YES'] })).nodes).toHaveLength(0);
  });

  it('is empty before the beginning, and the present in the future', async () => {
    expect((await at('2025-12-31T23:59:59Z')).totalCount).toBe(0);
    expect((await at('2999-01-01T00:00:00Z')).nodes).toMatchObject([{ name: 'Ciclofficina sintetica' }]);
  });
});

describe('a global id', () => {
  it.each([
    'Listing:0',
    'Listing:99999999999',
    'Listing:x',
    'Organization:7',
    'Organization:x',
    'SourceRecord:99',
    'Revision:x',
  ])('%s of nothing is null', async (text) => {
    const id = Buffer.from(text).toString('base64');
    const { data, errors } = await ask('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null, nodes: [null] });
  });

  it.each(['', 'garbage', ...['Nothing:1', 'Point:1', 'Query:1'].map((text) => Buffer.from(text).toString('base64'))])(
    '%j is none: BAD_USER_INPUT',
    async (id) => {
      const { errors } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' });
    },
  );

  it('finds source records and revisions of public listings again', async () => {
    const { data } = await ask(
      '{ listing(slug: "officina-sintetica") { sources { id recordId } revisions { nodes { id kind } } } }',
    );
    const [record] = data.listing.sources;
    const [revision] = data.listing.revisions.nodes;
    const found = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on SourceRecord { recordId } ... on Revision { kind } } }',
      { ids: [record.id, revision.id] },
    );
    expect(found.data.nodes).toEqual([record, revision]);
  });
});

it('names its sources', async () => {
  const { data } = await ask('{ sources { slug kind licence } }');
  expect(data.sources).toEqual([
    { slug: 'moderator', kind: 'MODERATOR', licence: 'CC0-1.0' },
    { slug: 'osm', kind: 'OSM', licence: 'ODbL-1.0' },
  ]);
});
