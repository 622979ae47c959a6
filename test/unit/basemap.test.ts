import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { namedLand } from '../../api/features/regions/basemap.ts';
import { drawLand } from '../../api/features/regions/land.ts';
import { soundPolygons } from '../../api/features/regions/rings.ts';

const drawn = await drawLand();
const countries = drawn.features.flatMap(({ properties, geometry }) =>
  geometry.type === 'MultiPolygon' ? [{ code: properties?.code as unknown, polygons: geometry.coordinates }] : [],
);
const rings = countries.flatMap(({ code, polygons }) => polygons.flat().map((ring) => ({ code, ring })));

/** The codes of the countries around a point, by the even-odd rule; 'other' for those without one. */
function landAt(lon: number, lat: number): unknown[] {
  const around = (ring: Position[], x: number) =>
    ring.filter(([x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
      return y1 > lat !== y2 > lat && x < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
    }).length %
      2 ===
    1;
  return countries
    .filter(({ polygons }) => polygons.some(([outline = []]) => [lon, lon + 360].some((x) => around(outline, x))))
    .map(({ code }) => code ?? 'other');
}

describe('the land', () => {
  test('has closed rings of four positions and more, none repeated', () => {
    const unsound = rings.filter(
      ({ ring }) =>
        ring.length < 4 ||
        ring[0]?.join() !== ring.at(-1)?.join() ||
        ring.some((position, index) => position.join() === ring[index - 1]?.join()),
    );
    expect(unsound).toEqual([]);
  });

  test('has no line across the map, and no ring that overlaps itself the world round', () => {
    for (const { code, ring } of rings) {
      const lons = ring.map(([lon = 0]) => lon);
      const steps = lons.map((lon, index) => Math.abs(lon - (lons[index - 1] ?? lon)));
      expect(Math.max(...steps), `a step of ${code}`).toBeLessThanOrEqual(180);
      expect(Math.max(...lons) - Math.min(...lons), `the width of ${code}`).toBeLessThanOrEqual(360);
      expect(Math.min(...lons), `the west of ${code}`).toBeGreaterThanOrEqual(-180);
    }
  });

  test.each([
    ['Torino', 7.68, 45.07, ['IT']],
    ['Moscow', 37.6, 55.75, ['RU']],
    ['Chukotka, west of the antimeridian', 178, 67, ['RU']],
    ['Chukotka, east of it', -175, 66.8, ['RU']],
    ['Amman', 35.93, 31.95, ['JO']],
    ['the Antarctic', 0, -80, ['other']],
    ['the South Pole', 100, -89.9, ['other']],
    ['Vanua Levu in Fiji', 179.3, -16.6, ['other']],
    ['the Norwegian Sea', 0, 68, []],
    ['the Barents Sea', 40, 74, []],
    ['the Bering Sea', 178, 58, []],
    ['the North Pole', 0, 89, []],
    ['the Pacific near Fiji', 0, -16.6, []],
  ])('is there, or is not, at %s', (_, lon, lat, codes) => {
    expect(landAt(lon, lat)).toEqual(codes);
  });

  test('has labels in the language asked for', () => {
    const labels = namedLand(drawn, 'fi').features.filter(({ properties }) => properties?.kind === 'label');
    const of = (code: string) => labels.find(({ properties }) => properties?.code === code)?.properties;
    expect(of('IT')).toMatchObject({ name: 'Italia', rank: 1 });
    expect(of('CZ')?.name).toBe('Tšekki');
  });
});

describe('a ring', () => {
  test('is closed where a piece was lost, and gone where it encloses nothing', () => {
    const open = [[0, 0], [1, 0], [1, 0], [1, 1]]; // biome-ignore format: a shape is read at a glance
    const line = [[0, 0], [1, 0], [0, 0]]; // biome-ignore format: as above
    expect(soundPolygons([[open], [line]])).toEqual([[[[0, 0], [1, 0], [1, 1], [0, 0]]]]); // biome-ignore format: as above
  });

  test('across the antimeridian goes on beyond 180 degrees, wherever it began', () => {
    const east = [[178, 0], [-178, 0], [-178, 2], [178, 2], [178, 0]]; // biome-ignore format: a shape is read at a glance
    const west = [[-178, 0], [-178, 2], [178, 2], [178, 0], [-178, 0]]; // biome-ignore format: as above
    for (const ring of [east, west]) {
      const [[sound = []] = []] = soundPolygons([[ring]]);
      expect(new Set(sound.map(([lon]) => lon))).toEqual(new Set([178, 182]));
      expect(sound).toHaveLength(5);
    }
  });

  test('around a pole is led along it', () => {
    const ring = [[0, -70], [120, -70], [-120, -70], [0, -70]]; // biome-ignore format: a shape is read at a glance
    const [[sound = []] = []] = soundPolygons([[ring]]);
    expect(sound.filter(([, lat]) => lat === -90)).toHaveLength(3);
    const lons = sound.map(([lon = 0]) => lon);
    expect(Math.max(...lons) - Math.min(...lons)).toBe(360);
  });
});
