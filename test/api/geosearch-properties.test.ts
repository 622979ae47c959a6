import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FacetName } from '../../api/features/geosearch/model.ts';
import { actionCodes } from '../../api/features/taxonomy/model.ts';
import { normalizeText } from '../../api/platform/text.ts';
import { type Answer, testApp } from '../support/app.ts';
import { insertListings, type TestListing, type TestSchedule } from '../support/listings.ts';
import {
  distanceMeters,
  findAll,
  type ReferenceSearch,
  type StoredListing,
  stateAt,
} from '../support/search-reference.ts';

const now = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-03T10:00:00Z');
const expanded: [Date, Date] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-04-01T00:00:00Z')];
const { ask, database, services } = await testApp({ now });
const { taxonomy } = services;
const runs = database.engine === 'server' ? 80 : 30;

const schedules: TestSchedule[] = [
  { osm: 'today', timezone: 'Europe/Rome', expanded, open: [[now, later]] },
  { osm: 'tomorrow', timezone: 'Europe/Rome', expanded, open: [[later, new Date('2026-03-05T00:00:00Z')]] },
  { osm: 'perhaps', timezone: 'Europe/Rome', expanded, unknown: [[now, later]] },
  { osm: 'not expanded', timezone: 'Europe/Rome' },
];
const categories = ['repair-cafe', 'tool-library', 'library', 'second-hand-shop', 'drinking-water', 'zero-waste-shop'];
const objects = ['toaster', 'small-appliances', 'bicycle', 'book'].filter((slug) =>
  taxonomy.objectTypeBySlug.has(slug),
);
const words = ['alfa', 'Quebec', 'zulù', 'OSCAR', 'mike'];
const lons = [-180, -179.99, 7.68, 7.69, 7.7, 179.99, 180];
const lats = [0, 45.07, 45.08];

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anyListing: fc.Arbitrary<TestListing> = fc.record({
  location: fc.record({ lon: fc.constantFrom(...lons), lat: fc.constantFrom(...lats) }),
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')),
  status: fc.constantFrom('PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'TEMPORARILY_CLOSED', 'DRAFT', 'CLOSED'),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 2 }),
  regionCodes: some(['IT', 'ITC1']),
  schedule: optional(fc.constantFrom(...schedules)),
  languages: some(['it', 'fi']),
  wheelchair: fc.constantFrom('YES', 'NO', 'UNKNOWN'),
  labels: some(['one', 'two']),
  sources: some(['osm', 'csv']),
  verifiedAt: optional(fc.constantFrom(now, expanded[0])),
  updatedAt: fc.constantFrom(now, later, expanded[0]),
  offers: fc.array(
    fc.record({
      action: fc.constantFrom(...actionCodes.slice(0, 7)),
      objects: some(objects),
      priceKind: optional(fc.constantFrom('FREE', 'PAID', 'DONATION')),
    }),
    { maxLength: 3 },
  ),
});
const data = fc.sample(anyListing, { seed: 7, numRuns: 150 });
const ids = await insertListings(database, data);
const listings: StoredListing[] = data.map((listing, position) => ({ ...listing, id: ids[position] ?? 0 }));

const anyFilter = fc.record(
  {
    text: fc.constantFrom(...words, '', ' ?! '),
    categories: some([...categories, 'repair', 'share', 'refill']),
    actions: fc.uniqueArray(fc.constantFrom(...actionCodes.slice(0, 7)), { maxLength: 2 }),
    objects: some(objects),
    openNow: fc.boolean(),
    openAt: fc.constantFrom(later, new Date('2026-03-06T00:00:00Z')),
    includeUnknownHours: fc.boolean(),
    free: fc.boolean(),
    wheelchair: fc.uniqueArray(fc.constantFrom('YES', 'NO', 'UNKNOWN')),
    languages: some(['it', 'fi']),
    labels: some(['one', 'two']),
    sources: some(['osm', 'csv']),
    verifiedSince: fc.constant(now),
  },
  { requiredKeys: [] },
);
// Few filters at a time, or hardly anything is left to be found.
const fewFilters = fc.tuple(anyFilter, fc.uniqueArray(fc.nat(20), { maxLength: 3 })).map(([filter, kept]) => {
  const entries = Object.entries(filter);
  return Object.fromEntries(entries.filter((_, position) => kept.includes(position))) as ReferenceSearch['where'];
});
const anyBox = fc.oneof(
  fc.constant({ west: 7.685, south: 45, east: 8, north: 45.075 }),
  fc.constant({ west: 7.68, south: 45.07, east: 7.69, north: 45.07 }),
  fc.constant({ west: 179.5, south: -1, east: -179.995, north: 46 }),
  fc.constant({ west: 170, south: 0, east: 7.68, north: 45.08 }),
);
const anySearch: fc.Arbitrary<ReferenceSearch> = fc.record(
  {
    near: fc.record({
      lon: fc.constantFrom(7.683, 179.995, -180, 0),
      lat: fc.constantFrom(45.072, 0),
      radiusMeters: fc.constantFrom(500, 1600, 200_000),
    }),
    within: fc.oneof(
      anyBox.map((bbox) => ({ bbox })),
      fc.constantFrom('IT', 'ITC1').map((region) => ({ region })),
    ),
    where: fewFilters,
  },
  { requiredKeys: ['where'] },
);
const anyOrder = fc.constantFrom('DISTANCE', 'RELEVANCE', 'NAME', 'UPDATED');

await database.pool.query(`insert into region (code, level, name, country, boundary, source, licence)
  select code, 0, code, 'IT', 'MULTIPOLYGON(((7 45, 8 45, 8 46, 7 45)))', 'synthetic', 'CC0-1.0'
  from unnest(array['IT', 'ITC1']) code`);

const page = `query ($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder,
    $first: Int, $after: String, $last: Int, $before: String) {
  listings(near: $near, within: $within, where: $where, orderBy: $orderBy,
      first: $first, after: $after, last: $last, before: $before) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor distanceMeters node { id } }
  }
}`;

interface Edge {
  distanceMeters: number | null;
  node: { id: string };
}
interface PageAnswer {
  listings: {
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    edges: Edge[];
  };
}
const idOf = ({ node }: Edge) => Number(Buffer.from(node.id, 'base64').toString().split(':')[1]);

/** All pages of a search, read one way. */
async function readAll(search: ReferenceSearch, orderBy: string, size: number, backwards: boolean): Promise<Edge[]> {
  const edges: Edge[] = [];
  let cursor: string | null = null;
  do {
    const variables: object = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors }: Answer<PageAnswer> = await ask(page, { ...search, orderBy, ...variables });
    expect(errors).toBeUndefined();
    const { pageInfo, edges: found } = data.listings;
    expect(backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    if (backwards) edges.unshift(...found);
    else edges.push(...found);
    const hasMore: boolean = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    cursor = hasMore ? (backwards ? pageInfo.startCursor : pageInfo.endCursor) : null;
    expect(found.length).toBe(hasMore ? size : found.length);
  } while (cursor !== null);
  return edges;
}

/** The order that the listings must be in; relevance has none in the reference. */
function compare(orderBy: string, left: StoredListing, right: StoredListing): number {
  if (orderBy === 'UPDATED')
    return (right.updatedAt?.getTime() ?? 0) - (left.updatedAt?.getTime() ?? 0) || right.id - left.id;
  const [a, b] = [normalizeText(left.name ?? ''), normalizeText(right.name ?? '')];
  return a < b ? -1 : a > b ? 1 : left.id - right.id;
}

describe('a search answers as plain loops do', () => {
  it('finds the same listings in the same order, page by page, forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, anyOrder, fc.integer({ min: 6, max: 60 }), async (search, orderBy, size) => {
        fc.pre(orderBy !== 'DISTANCE' || search.near !== undefined);
        const found = findAll(listings, search, { taxonomy, now });
        const edges = await readAll(search, orderBy, size, false);
        const order = edges.map(idOf);
        expect(order.toSorted((a, b) => a - b)).toEqual(found.map(({ id }) => id).sort((a, b) => a - b));
        expect((await readAll(search, orderBy, size, true)).map(idOf)).toEqual(order);
        if (orderBy === 'NAME' || orderBy === 'UPDATED') {
          expect(order).toEqual(found.toSorted((a, b) => compare(orderBy, a, b)).map(({ id }) => id));
        }
        const { near } = search;
        for (const [position, edge] of edges.entries()) {
          const listing = listings.find(({ id }) => id === idOf(edge));
          if (!near || !listing) {
            expect(edge.distanceMeters).toBeNull();
            continue;
          }
          expect(edge.distanceMeters).toBeCloseTo(distanceMeters(near, listing.location), 3);
          const previous = edges[position - 1];
          if (orderBy !== 'DISTANCE' || !previous) continue;
          const [before, after] = [previous.distanceMeters ?? 0, edge.distanceMeters ?? 0];
          expect(before < after || (before === after && idOf(previous) < idOf(edge))).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  }, 240_000);

  it('counts as many, and in each facet what choosing its value would leave', async () => {
    const facets = `query ($near: NearInput, $within: AreaInput, $where: ListingFilter) {
      listings(near: $near, within: $within, where: $where, first: 0) {
        totalCount nearestOutside { node { id } distanceMeters }
        facets {
          groups { value: group { slug } count } categories { value: category { slug } count }
          actions { value: action { code } count } objects { value: objectType { slug } count }
          openStates { state count }
        }
      }
    }`;
    await fc.assert(
      fc.asyncProperty(anySearch, async (search) => {
        const { data, errors } = await ask(facets, { ...search });
        expect(errors).toBeUndefined();
        const count = (where: ReferenceSearch['where']) =>
          findAll(listings, { ...search, where }, { taxonomy, now }).length;
        const { where } = search;
        expect(data.listings.totalCount).toBe(count(where));
        const { openNow, openAt, includeUnknownHours, ...otherHours } = where;
        const whateverHours = findAll(listings, { ...search, where: otherHours }, { taxonomy, now });
        const expected: Record<FacetName, [value: string, count: number][]> = {
          groups: taxonomy.groups.map(({ slug }) => [slug, count({ ...where, categories: [slug] })]),
          categories: taxonomy.categories.map(({ slug }) => [slug, count({ ...where, categories: [slug] })]),
          actions: actionCodes.map((code) => [code, count({ ...where, actions: [code] })]),
          objects: taxonomy.objectTypes.map(({ slug }) => [slug, count({ ...where, objects: [slug] })]),
          openStates: ['OPEN', 'CLOSED', 'UNKNOWN'].map((state) => [
            state,
            whateverHours.filter((listing) => stateAt(listing, openAt ?? now) === state).length,
          ]),
        };
        for (const [name, counts] of Object.entries(expected)) {
          const answered = data.listings.facets[name].map(
            (row: { value?: { slug?: string; code?: string }; state?: string; count: number }) => [
              row.state ?? row.value?.slug ?? row.value?.code,
              row.count,
            ],
          );
          const sorted = counts
            .filter(([, count]) => count > 0)
            .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
            .slice(0, name === 'objects' ? 50 : counts.length);
          expect([name, answered]).toEqual([name, sorted]);
        }
        const { nearestOutside } = data.listings;
        const middle = search.near;
        if (data.listings.totalCount > 0 || !middle) return;
        const elsewhere = findAll(listings, { where }, { taxonomy, now });
        const nearest = Math.min(...elsewhere.map(({ location }) => distanceMeters(middle, location)));
        if (elsewhere.length === 0) expect(nearestOutside).toBeNull();
        else expect(nearestOutside.distanceMeters).toBeCloseTo(nearest, 2);
      }),
      { numRuns: runs },
    );
  }, 240_000);
});
