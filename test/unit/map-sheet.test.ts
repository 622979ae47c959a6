import { describe, expect, test } from 'vitest';
import { speedUp, stepFrom, stopAfter } from '../../web/app/sheet-stops.ts';

/** Stops of a window of 844 pixels: 88, 456 and 768. */
const windowHeight = 844;

describe('a sheet that is let go', () => {
  test('comes to rest at the nearest stop', () => {
    expect([100, 260, 300, 600, 640].map((height) => stopAfter(height, 0, windowHeight))).toEqual([
      'peek',
      'peek',
      'half',
      'half',
      'full',
    ]);
  });

  test('goes on with a flick, and no further than there are stops', () => {
    expect(stopAfter(100, 0.8, windowHeight)).toBe('half');
    expect(stopAfter(500, 0.8, windowHeight)).toBe('full');
    expect(stopAfter(440, -0.8, windowHeight)).toBe('peek');
    expect(stopAfter(768, 0.8, windowHeight)).toBe('full');
    expect(stopAfter(88, -0.8, windowHeight)).toBe('peek');
  });

  test('is as fast as the finger was at the end, not as its whole way', () => {
    const moments = [
      { y: 500, at: 0 },
      { y: 300, at: 200 },
      { y: 300, at: 900 },
      { y: 290, at: 980 },
    ];
    expect(speedUp(moments)).toBeCloseTo(0.125);
    expect(speedUp([{ y: 10, at: 5 }])).toBe(0);
  });
});

test('a sheet steps from stop to stop and stays at the ends', () => {
  expect([stepFrom('peek', 1), stepFrom('half', 1), stepFrom('full', 1), stepFrom('half', -2)]).toEqual([
    'half',
    'full',
    'full',
    'peek',
  ]);
});
