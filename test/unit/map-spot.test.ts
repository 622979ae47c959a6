import { describe, expect, test } from 'vitest';
import { meantBy } from '../../web/features/map/spot.ts';

const hit = (slug: string, x: number, y: number) => ({ place: { slug }, at: { x, y } });
const tap = { x: 100, y: 100 };
const slugs = (places: { slug: string }[]) => places.map(({ slug }) => slug);

describe('what a tap on marks means', () => {
  test('nothing where nothing is', () => {
    expect(meantBy([], tap, 17)).toEqual([]);
  });

  test('the nearest mark, whatever was drawn on top', () => {
    expect(slugs(meantBy([hit('far', 112, 100), hit('near', 103, 100)], tap, 14))).toEqual(['near']);
  });

  test('a place once, though it is drawn as a dot and as an icon', () => {
    expect(slugs(meantBy([hit('one', 101, 100), hit('one', 101, 100)], tap, 17))).toEqual(['one']);
  });

  test('all places of one position at any zoom', () => {
    expect(slugs(meantBy([hit('a', 104, 100), hit('b', 104.5, 100)], tap, 12))).toEqual(['a', 'b']);
  });

  test('marks that cover each other once the map is as close as helps, and only those', () => {
    const hits = [hit('a', 104, 100), hit('b', 112, 100), hit('c', 122, 100)];
    expect(slugs(meantBy(hits, tap, 15.9))).toEqual(['a']);
    expect(slugs(meantBy(hits, tap, 16))).toEqual(['a', 'b']);
  });
});
