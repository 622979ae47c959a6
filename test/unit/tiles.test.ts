import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tileJson } from '../../api/features/tiles/formats/tilejson.ts';
import { discRadius, mergeOverlapping } from '../../api/features/tiles/merge.ts';
import {
  boundsOfCells,
  type Cluster,
  extent,
  type Place,
  type TileContent,
  tileBounds,
  tileEnvelope,
  toDegrees,
  toTile,
} from '../../api/features/tiles/model.ts';
import { readFilter, writeFilter } from '../../api/features/tiles/parameters.ts';
import { InvalidInput } from '../../api/platform/errors.ts';

const address = { z: 5, x: 17, y: 11 };
const bounds = tileBounds(address);
const inTile = {
  worldX: fc.integer({ min: bounds.minX, max: bounds.endX - 1 }),
  worldY: fc.integer({ min: bounds.minY, max: bounds.endY - 1 }),
};
const cluster: fc.Arbitrary<Cluster> = fc
  .record({ ...inTile, repair: fc.integer({ min: 1, max: 300 }), share: fc.integer({ min: 1, max: 300 }) })
  .map(({ repair, share, ...point }) => ({
    ...point,
    count: repair + share,
    groups: { repair, share },
    expansionZoom: 9,
  }));
const place: fc.Arbitrary<Place> = fc
  .record({ ...inTile, id: fc.integer({ min: 1 }) })
  .map((point) => ({ ...point, slug: `test-${point.id}`, name: 'Test place', category: 'library', state: 'unknown' }));
const content = fc.record({
  clusters: fc.array(cluster, { maxLength: 64 }),
  places: fc.array(place, { maxLength: 20 }),
});
const merged = (given: TileContent, mayMerge = true) =>
  mergeOverlapping(
    address,
    given,
    () => 'share',
    () => mayMerge,
  );
const total = ({ clusters, places }: TileContent) => clusters.reduce((sum, { count }) => sum + count, places.length);

describe('merging clusters', () => {
  test('keeps every count, and the counts of the groups add up to it', () => {
    fc.assert(
      fc.property(content, (given) => {
        const result = merged(given);
        expect(total(result)).toBe(total(given));
        for (const { count, groups } of result.clusters) {
          expect(Object.values(groups).reduce((a, b) => a + b, 0)).toBe(count);
        }
      }),
    );
  });

  test('leaves no two discs that overlap', () => {
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 64 }), (clusters) => {
        const discs = merged({ clusters, places: [] }).clusters;
        for (const [index, a] of discs.entries()) {
          for (const b of discs.slice(index + 1)) {
            const [here, there] = [toTile(address, a), toTile(address, b)];
            const pixels = Math.hypot(here.x - there.x, here.y - there.y) / 8; // 4096 units on 512 px
            expect(pixels).toBeGreaterThanOrEqual(discRadius(a.count) + discRadius(b.count));
          }
        }
      }),
    );
  });

  test('does not depend on the order of what it is given', () => {
    const bySite = (clusters: Cluster[]) => clusters.map((disc) => JSON.stringify(disc)).sort();
    fc.assert(
      fc.property(fc.uniqueArray(cluster, { selector: ({ worldX }) => worldX, maxLength: 64 }), (clusters) => {
        const backwards = merged({ clusters: clusters.toReversed(), places: [] }).clusters;
        expect(bySite(backwards)).toEqual(bySite(merged({ clusters, places: [] }).clusters));
      }),
    );
  });

  test('leaves a place alone where it may not merge', () => {
    fc.assert(
      fc.property(content, (given) => {
        expect(merged(given, false).places).toEqual(given.places);
      }),
    );
  });
});

describe('where a tile lies', () => {
  test('the world is one tile at zoom 0, from pole to pole', () => {
    const { west, south, east, north } = tileEnvelope({ z: 0, x: 0, y: 0 });
    expect(west).toBeLessThanOrEqual(-180);
    expect(east).toBeGreaterThanOrEqual(180);
    expect([south, north]).toEqual([-90, 90]);
  });

  test('Torino lies in tile 8516/5896 of zoom 14', () => {
    const { west, south, east, north } = tileEnvelope({ z: 14, x: 8516, y: 5896 });
    expect(west).toBeLessThan(7.12);
    expect(east - west).toBeCloseTo(360 / 2 ** 14, 5);
    expect(south).toBeLessThan(north);
  });

  test('points of a tile are drawn inside it, and those at its far edges belong to the next', () => {
    fc.assert(
      fc.property(fc.record(inTile), (point) => {
        const { x, y } = toTile(address, point);
        expect([x >= 0, x < extent, y >= 0, y < extent]).toEqual([true, true, true, true]);
      }),
    );
    expect(toTile(address, { worldX: bounds.endX, worldY: bounds.minY })).toEqual({ x: extent, y: 0 });
  });

  test('the middle of the world is at 0, 0, and all its cells end where Web Mercator does', () => {
    expect(toDegrees({ worldX: 2 ** 29, worldY: 2 ** 29 })).toEqual({ lon: 0, lat: 0 });
    const [west, south, east, north] = boundsOfCells(0, { minX: 0, minY: 0, maxX: 7, maxY: 7 });
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeCloseTo(85.0511288, 6);
    expect(south).toBeCloseTo(-85.0511288, 6);
  });
});

describe('the filter in query parameters', () => {
  test('reads lists by commas or repeated, instants and yes or no', () => {
    expect(
      readFilter({
        text: 'caffè, tè',
        categories: ['repair,library', 'share'],
        actions: 'REPAIR',
        openAt: '2026-11-21T16:20:00Z',
        free: 'true',
        openNow: '',
      }),
    ).toEqual({
      text: 'caffè, tè',
      categories: ['repair', 'library', 'share'],
      actions: ['REPAIR'],
      openAt: new Date('2026-11-21T16:20:00Z'),
      free: true,
    });
  });

  test('comes back the same when written', () => {
    const filter = {
      text: 'a&b',
      categories: ['repair', 'library'],
      openNow: true,
      verifiedSince: new Date('2026-01-01T00:00:00Z'),
    };
    expect(readFilter(Object.fromEntries(new URLSearchParams(writeFilter(filter))))).toEqual(filter);
    expect(writeFilter({})).toBe('');
  });

  test.each([
    ['colour', 'green'],
    ['constructor', '1'],
    ['actions', 'SING'],
    ['openNow', 'perhaps'],
    ['openAt', '2026-11-21'],
    ['openAt', '2026-99-99T00:00:00Z'],
    ['wheelchair', 'yes'],
    ['text', ['a', 'b']],
  ])('names the parameter that is wrong: %s=%s', (name, value) => {
    const reading = () => readFilter({ [name]: value });
    expect(reading).toThrow(InvalidInput);
    expect(reading).toThrow(new RegExp(`^${name}: `));
  });
});

test('TileJSON shows what sources ask for as text, never as markup', () => {
  const { attribution, tiles } = tileJson({
    baseUrl: 'https://example.org',
    query: 'openNow=true',
    bounds: undefined,
    groups: ['repair'],
    attributions: [
      { text: '<script>alert(1)</script>', url: 'javascript:alert(1)' },
      { text: '© Synthetic & Sons', url: 'https://example.org/"licence"' },
    ],
  });
  expect(attribution).toBe(
    '&#60;script&#62;alert(1)&#60;/script&#62; | <a href="https://example.org/&#34;licence&#34;">© Synthetic &#38; Sons</a>',
  );
  expect(tiles).toEqual(['https://example.org/tiles/listings/{z}/{x}/{y}.mvt?openNow=true']);
});
