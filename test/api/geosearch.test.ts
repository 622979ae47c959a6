import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchInput } from '../../api/features/geosearch/model.ts';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const now = new Date('2026-03-02T10:00:00Z');
const { ask, database } = await testApp({ now });

const [organization] = await database.prisma.organization.createManyAndReturn({
  data: [{ slug: 'synthetic', name: 'Synthetic association' }],
});
const torino = { lon: 7.68, lat: 45.07 };
await insertListings(database, [
  {
    name: 'Sintetico riparazioni',
    location: torino,
    categories: ['electronics-repair'],
    street: 'Via Più',
    city: 'Torino',
    offers: [
      { action: 'REPAIR', objects: ['toaster'], priceKind: 'PAID' },
      { action: 'TAKE', objects: ['book'], priceKind: 'FREE' },
    ],
    ...(organization ? { organizationId: organization.id } : {}),
  },
  { name: 'Il Tostapane', location: { lon: 7.69, lat: 45.07 }, categories: ['library'], city: 'Torino' },
  { name: 'Fontana sintetica', location: { lon: 7.7, lat: 45.07 }, categories: ['drinking-water'] },
  { name: 'Kirjasto synteettinen', location: { lon: 24.94, lat: 60.17 }, categories: ['library'], city: 'Helsinki' },
  { name: 'Chiuso per ora', location: torino, status: 'TEMPORARILY_CLOSED', categories: ['makerspace'] },
  { name: 'Da rivedere', location: torino, status: 'PENDING' },
]);

/** Names that a search finds, in its order. */
async function namesOf(search: SearchInput): Promise<string[]> {
  const { data, errors } = await ask(
    `query ($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder) {
      listings(near: $near, within: $within, where: $where, orderBy: $orderBy) { nodes { name } } }`,
    { ...search },
  );
  expect(errors).toBeUndefined();
  return data.listings.nodes.map(({ name }: { name: string }) => name);
}

describe('text', () => {
  it.each(['tostapane', 'toaster', 'grille-pain', 'leivänpaahdin', 'toastr', 'тостер'])(
    '"%s" finds who repairs toasters',
    async (text) => expect(await namesOf({ where: { text } })).toContain('Sintetico riparazioni'),
  );

  it('finds a shop that bears the name of a thing, before those who deal with it', async () =>
    expect(await namesOf({ where: { text: 'Il tostapane' } })).toEqual(['Il Tostapane', 'Sintetico riparazioni']));

  it('reads action, thing and town in one', async () =>
    expect(await namesOf({ where: { text: 'riparare un tostapane a Torino' } })).toEqual(['Sintetico riparazioni']));

  it('asks every word of the rest to match', async () =>
    expect(await namesOf({ where: { text: 'riparare tostapane Helsinki' } })).toEqual([]));

  it('forgives accents and typing errors in names and streets', async () => {
    expect(await namesOf({ where: { text: 'sintetco riparazini' } })).toEqual(['Sintetico riparazioni']);
    expect(await namesOf({ where: { text: 'via piu' } })).toEqual(['Sintetico riparazioni']);
    expect(await namesOf({ where: { text: 'kirjásto synteett' } })).toEqual(['Kirjasto synteettinen']);
  });

  it('finds categories by their labels in any language', async () => {
    const libraries = ['Il Tostapane', 'Kirjasto synteettinen'];
    expect(await namesOf({ where: { text: 'biblioteca' }, orderBy: 'NAME' })).toEqual(libraries);
    expect(await namesOf({ where: { text: 'knihovna' }, orderBy: 'NAME' })).toEqual(libraries);
  });

  it('finds a category that is off by default when it is named', async () =>
    expect(await namesOf({ where: { text: 'fontanella' } })).toEqual(['Fontana sintetica']));

  it.each(['', '   ', '?!', '\u0000'])('%j restricts nothing', async (text) =>
    expect(await namesOf({ where: { text } })).toEqual(await namesOf({})),
  );
});

describe('filters', () => {
  it('leaves out what is not public, and categories that are off by default', async () =>
    expect(await namesOf({})).toEqual([
      'Chiuso per ora',
      'Il Tostapane',
      'Kirjasto synteettinen',
      'Sintetico riparazioni',
    ]));

  it('shows a category that is off by default where it is asked for, and not for its group', async () => {
    expect(await namesOf({ where: { categories: ['drinking-water'] } })).toEqual(['Fontana sintetica']);
    expect(await namesOf({ where: { categories: ['refill'] } })).toEqual([]);
  });

  it('a group stands for its categories', async () =>
    expect(await namesOf({ where: { categories: ['repair'] } })).toEqual(['Sintetico riparazioni']));

  it('action, thing and price are about one and the same offer', async () => {
    expect(await namesOf({ where: { actions: ['REPAIR'], objects: ['toaster'], free: false } })).toHaveLength(1);
    expect(await namesOf({ where: { actions: ['TAKE'], objects: ['book'], free: true } })).toHaveLength(1);
    expect(await namesOf({ where: { actions: ['REPAIR'], objects: ['book'] } })).toEqual([]);
    expect(await namesOf({ where: { actions: ['REPAIR'], free: true } })).toEqual([]);
  });

  it('a broader thing finds offers on a narrower one', async () =>
    expect(await namesOf({ where: { objects: ['small-appliances'] } })).toEqual(['Sintetico riparazioni']));

  it('finds the places of an organisation by its global id', async () => {
    const { data } = await ask('{ listings(where: { text: "sintetico" }) { nodes { organization { id name } } } }');
    expect(data.listings.nodes[0].organization.name).toBe('Synthetic association');
    const { id } = data.listings.nodes[0].organization;
    expect(await namesOf({ where: { organization: id } })).toEqual(['Sintetico riparazioni']);
  });

  it('what is closed for now is closed whatever its hours', async () =>
    expect(await namesOf({ where: { openNow: false } })).toEqual(['Chiuso per ora']));
});

describe('areas', () => {
  const ring = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];

  it('a polygon holds what lies in it and on its edge, and not what lies in its hole', async () => {
    const coordinates = [ring(7.68, 45, 7.8, 45.1)];
    expect(await namesOf({ within: { polygon: { type: 'Polygon', coordinates } } })).toEqual([
      'Chiuso per ora',
      'Il Tostapane',
      'Sintetico riparazioni',
    ]);
    const withHole = [...coordinates, ring(7.685, 45.06, 7.75, 45.08)];
    expect(await namesOf({ within: { polygon: { type: 'Polygon', coordinates: withHole } } })).toEqual([
      'Chiuso per ora',
      'Sintetico riparazioni',
    ]);
  });

  it('a multipolygon holds what lies in any of its parts', async () =>
    expect(
      await namesOf({
        within: {
          polygon: { type: 'MultiPolygon', coordinates: [[ring(24, 60, 25, 61)], [ring(7.689, 45, 7.691, 45.1)]] },
        },
      }),
    ).toEqual(['Il Tostapane', 'Kirjasto synteettinen']));

  it('says what is nearest where an area holds nothing', async () => {
    const nearest = async (within: object) =>
      (
        await ask('query ($within: AreaInput) { listings(within: $within) { nearestOutside { node { name } } } }', {
          within,
        })
      ).data.listings.nearestOutside?.node.name;
    expect(await nearest({ bbox: { west: 170, south: 60, east: -170, north: 70 } })).toBe('Kirjasto synteettinen');
    expect(await nearest({ polygon: { type: 'Polygon', coordinates: [ring(7.71, 45, 7.8, 45.1)] } })).toBe(
      'Il Tostapane',
    );
    expect(await nearest({ bbox: { west: 7, south: 45, east: 8, north: 46 } })).toBeUndefined();
  });
});

describe('bad input is an error that names the argument', () => {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const polygon = (coordinates: unknown) => ({ within: { polygon: { type: 'Polygon', coordinates } } });
  const circle = Array.from({ length: 10_001 }, (_, i) =>
    [Math.cos(i / 1600), Math.sin(i / 1600)].map((degrees) => Number(degrees.toFixed(4))),
  );
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[argument: string, variables: Record<string, unknown>]>([
    ['near.lon', { near: { lon: 180.1, lat: 0 } }],
    ['near.lat', { near: { lon: 0, lat: -90.1 } }],
    ['near.radiusMeters', { near: { ...torino, radiusMeters: 0 } }],
    ['near.radiusMeters', { near: { ...torino, radiusMeters: 200_001 } }],
    ['within.bbox.west', { within: { bbox: { west: -181, south: 0, east: 0, north: 1 } } }],
    ['within.bbox.north', { within: { bbox: { west: 0, south: 0, east: 0, north: 91 } } }],
    ['within.bbox.south', { within: { bbox: { west: 0, south: 1, east: 0, north: 0 } } }],
    ['within.region', { within: { region: 'nowhere' } }],
    ['within.region', { within: { region: 'a\u0000b' } }],
    ['within.polygon', polygon([])],
    ['within.polygon', polygon([[]])],
    ['within.polygon', polygon([[...square.slice(0, 3), [9, 9]]])],
    [
      'within.polygon',
      polygon([
        [
          [0, 0],
          [181, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ],
    [
      'within.polygon',
      polygon([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
    ],
    [
      'within.polygon',
      polygon([
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ]),
    ],
    ['within.polygon', polygon([[...circle.slice(0, -1), circle[0]]])],
    ['within.polygon', { within: { polygon: { type: 'Point', coordinates: [0, 0] } } }],
    ['within.polygon', { within: { polygon: 'POLYGON((0 0, 1 0, 1 1, 0 0))' } }],
    ['within.polygon', { within: { polygon: { type: 'MultiPolygon', coordinates: [] } } }],
    ['where.text', { where: { text: 'x'.repeat(201) } }],
    ['where.categories', { where: { categories: ['nope'] } }],
    ['where.objects', { where: { objects: ['nope'] } }],
    ['where.labels', { where: { labels: ['\u0000'] } }],
    ['where.organization', { where: { organization: 'nope' } }],
    ['where.organization', { where: { organization: Buffer.from('Organization:99999999999').toString('base64') } }],
    ['orderBy', { orderBy: 'DISTANCE' }],
    ['first', { first: -1 }],
    ['first', { first: 101 }],
    ['last', { last: 101 }],
    ['last', { first: 1, last: 1 }],
    ['after', { after: 'nonsense' }],
    ['after', { after: cursor(['UPDATED', 'x', 1]) }],
    ['after', { after: cursor(['NAME', 'a\u0000', 1]) }],
    ['after', { after: cursor(['NAME', 'a', 1e300]) }],
    ['before', { before: cursor(['DISTANCE', 1, 1]) }],
  ])('%s %#', async (argument, variables) => {
    const { errors } = await ask(
      `query ($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $first: Int,
          $after: String, $last: Int, $before: String) {
        listings(near: $near, within: $within, where: $where, orderBy: $orderBy, first: $first, after: $after,
          last: $last, before: $before) { nodes { id } } }`,
      variables,
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.message).toContain(`${argument}: `);
  });

  it('a cursor of one order is refused in another', async () => {
    const { data } = await ask('{ listings(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await ask(
      'query ($after: String) { listings(orderBy: UPDATED, after: $after) { nodes { id } } }',
      {
        after: data.listings.pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('no input whatever makes the server fail', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('%', '_', '\\', "'", '\ud800'));
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 180, 90, 1e-300),
    );
    const list = fc.array(text, { maxLength: 3 });
    const position = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    const closed = fc.array(position, { minLength: 3, maxLength: 6 }).map((points) => [...points, points[0]]);
    const input = fc.record(
      {
        near: fc.record({ lon: number, lat: number, radiusMeters: number }),
        within: fc.oneof(
          fc.record({ bbox: fc.record({ west: number, south: number, east: number, north: number }) }),
          fc.record({
            polygon: fc.oneof(
              fc.jsonValue(),
              fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(closed) }),
            ),
          }),
          fc.record({ region: text }),
        ),
        where: fc.record(
          { text, categories: list, objects: list, languages: list, labels: list, sources: list, organization: text },
          { requiredKeys: [] },
        ),
        orderBy: fc.constantFrom('DISTANCE', 'RELEVANCE', 'NAME', 'UPDATED'),
        asOf: fc.constantFrom('0000-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
        first: fc.integer({ min: -2, max: 200 }),
        after: fc.oneof(
          text,
          fc.jsonValue().map(cursor),
          fc.tuple(fc.constantFrom('NAME', 'UPDATED'), text, fc.integer()).map(cursor),
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(input, text, async (variables, typed) => {
        const { errors = [] } = await ask(
          `query ($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $asOf: DateTime,
              $first: Int, $after: String, $typed: String!) {
            listings(near: $near, within: $within, where: $where, orderBy: $orderBy, asOf: $asOf, first: $first,
              after: $after) { totalCount nodes { id } facets { groups { count } openStates { count } }
              nearestOutside { distanceMeters } }
            suggest(text: $typed) { label }
            listing(slug: $typed) { id } }`,
          { ...variables, typed },
        );
        expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
      }),
      { numRuns: database.engine === 'server' ? 300 : 100 },
    );
  }, 120_000);
});
