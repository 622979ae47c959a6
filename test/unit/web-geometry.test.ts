import { describe, expect, test } from 'vitest';
import { cameraOn, distanceMeters, screenPoint, shifted, viewOf } from '../../web/lib/geometry.ts';

const size = { width: 1440, height: 900 };
const insets = { left: 416, right: 0, top: 0, bottom: 0 };
const firenze = { lon: 11.2558, lat: 43.7696, zoom: 14 };

describe('what the map shows', () => {
  test('is centred between its insets', () => {
    expect(screenPoint(firenze, firenze, size, insets)).toEqual({ x: (416 + 1440) / 2, y: 450 });
  });

  test('ends where its corners are drawn', () => {
    const { box } = viewOf(firenze, size, insets);
    const northWest = screenPoint({ lon: box.west, lat: box.north }, firenze, size, insets);
    expect(northWest.x).toBeCloseTo(416, 5);
    expect(northWest.y).toBeCloseTo(0, 5);
  });

  test('moves by the pixels that it is asked to move', () => {
    const moved = shifted(firenze, 100, -50);
    const { x, y } = screenPoint(firenze, moved, size, insets);
    expect([x, y]).toEqual([expect.closeTo(828, 5), expect.closeTo(500, 5)]);
  });

  test('holds a searched circle whole', () => {
    const { box } = viewOf(cameraOn(firenze, 2000, size, insets), size, insets);
    expect(distanceMeters({ lon: firenze.lon, lat: box.north }, firenze)).toBeGreaterThan(2000);
    expect(distanceMeters({ lon: firenze.lon, lat: box.north }, firenze)).toBeLessThan(2200);
  });

  test('crosses the antimeridian with west greater than east', () => {
    const { box } = viewOf({ lon: 179.9, lat: 0, zoom: 8 }, size, insets);
    expect(box.west).toBeGreaterThan(box.east);
  });

  test('is the whole world when zoomed out', () => {
    const view = viewOf({ lon: 10, lat: 0, zoom: 0 }, size, insets);
    expect([view.box.west, view.box.east, view.reachMeters]).toEqual([-180, 180, Number.POSITIVE_INFINITY]);
  });
});
