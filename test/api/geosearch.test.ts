import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const now = new Date('2026-03-02T10:00:00Z');
const { ask, database } = await testApp({ now });

test('tries', async () => {
  const day = (d: string) => new Date(d);
  await insertListings(database, [
    { name: 'Officina Ciclo', slug: 'a', location: { lon: 7.68, lat: 45.07 }, categories: ['bicycle-workshop'], offers: [{ action: 'REPAIR_YOURSELF', objects: ['bicycle'], priceKind: 'FREE' }],
      schedule: { osm: 'Mo 10-12', timezone: 'Europe/Rome', open: [[day('2026-03-02T09:00:00Z'), day('2026-03-02T11:00:00Z')]], expanded: [day('2026-03-01T00:00:00Z'), day('2026-04-01T00:00:00Z')] } },
    { name: 'Il Tostapane', location: { lon: 7.69, lat: 45.07 }, city: 'Torino', categories: ['library'] },
    { name: 'Riparatutto', location: { lon: 7.70, lat: 45.07 }, city: 'Torino', categories: ['electronics-repair'], offers: [{ action: 'REPAIR', objects: ['toaster'], priceKind: 'PAID', amountMin: 3.5 }] },
  ]);
  const q = `query($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $asOf: DateTime, $first: Int) { listings(near: $near, within: $within, where: $where, orderBy: $orderBy, asOf: $asOf, first: $first) {
    totalCount facets { groups { group { slug } count } categories { category { slug } count } actions { action { code } count } objects { objectType { slug } count } openStates { state count } }
    nearestOutside { distanceMeters node { name } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor distanceMeters node { id slug name category { slug } location { lon lat } openState address { formatted } offers { action { code } objects { slug } priceKind amountMin } openingHours { osm state } contact { phone } status freshness updatedAt } } } }`;
  const show = async (v: object) => console.log(JSON.stringify(v), JSON.stringify(await ask(q, v as any), null, 1));
  await show({ near: { lon: 7.68, lat: 45.07 } });
  await show({ where: { text: 'riparare tostapane torino' } });
  for (const v of [{ where: { text: 'tostapane' } }, { where: { openNow: true } }, { near: { lon: 0, lat: 0, radiusMeters: 200000 } }, { within: { polygon: { type: 'Polygon', coordinates: [[[7, 45], [8, 45], [8, 46], [7, 46], [7, 45]]] } } },
    { within: { bbox: { west: 170, east: -170, south: 0, north: 10 } } }, { within: { region: 'x' } }, { asOf: '2026-01-01T00:00:00Z' }, { where: { categories: ['nope'] } }, { where: { objects: ['small-appliances'] } } ]) {
    const r = await ask(q, v as any);
    console.log(JSON.stringify(v), JSON.stringify(r.errors ?? [r.data.listings.totalCount, r.data.listings.edges.map((e: any) => e.node.name), r.data.listings.nearestOutside]));
  }
  expect(1).toBe(1);
});
