import { describe, expect, test } from 'vitest';
import { slugBase } from '../../api/features/listings/slug.ts';

describe('the slug of a listing', () => {
  test('is its name and town in ASCII', () => {
    expect(slugBase({ name: 'Café Réparation', category: 'repair-cafe', city: 'Forlì' })).toBe('cafe-reparation-forli');
    expect(slugBase({ name: 'Ремонт Варна', category: 'repair-shop', city: 'Варна' })).toBe('remont-varna');
  });

  test('does not repeat a town that the name has', () => {
    expect(slugBase({ name: 'Lahti tool library', category: 'tool-library', city: 'Lahti' })).toBe(
      'lahti-tool-library',
    );
  });

  test('is category and street where there is no name, or none in letters that it can write', () => {
    const place = { category: 'public-bookcase', street: 'Via Roma', city: 'Torino' };
    expect(slugBase(place)).toBe('public-bookcase-via-roma-torino');
    expect(slugBase({ ...place, name: '図書' })).toBe('public-bookcase-via-roma-torino');
  });

  test('never ends with a number, which tells namesakes apart', () => {
    expect(slugBase({ name: 'Box 7', category: 'give-box' })).toBe('box-7-give-box');
    expect(slugBase({ name: '7', category: 'give-box' })).toBe('7-give-box');
  });

  test('is cut between words', () => {
    const base = slugBase({ name: 'word '.repeat(40), category: 'library' });
    expect(base.length).toBeLessThanOrEqual(80);
    expect(base).toMatch(/^word(-word)+$/);
    expect(slugBase({ name: 'x'.repeat(200), category: 'library' })).toHaveLength(80);
  });
});
